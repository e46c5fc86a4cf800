import { Router, text, type Request } from 'express';
import { answerIdentity, answerUserInfo } from '../auth/answerIdentity.ts';
import { answerSingleAccess } from '../auth/answerSingleAccess.ts';
import { answerAuthorize } from '../auth/authorize/answerAuthorize.ts';
import { describeOpenId } from '../auth/describeOpenId.ts';
import { grantToken } from '../auth/grantToken.ts';
import { introspectToken } from '../auth/introspectToken.ts';
import { OAuthError } from '../auth/oauthError.ts';
import { revokeToken } from '../auth/revokeToken.ts';
import { showFrontDoor } from '../auth/showFrontDoor.ts';
import type { Answer } from '../rest/apiCall.ts';
import { answerRequest } from './answerRequest.ts';
import { errorAnswer } from './errorAnswer.ts';
import type { LocalOrgServer } from './localOrgServer.ts';
import { readBearerToken } from './readCall.ts';
import { readLoginDecision } from './readLoginDecision.ts';
import { readOAuthForm } from './readOAuthForm.ts';

type Produce = (request: Request) => Answer | Promise<Answer>;
type Refuse = (error: unknown) => Answer;

const OAUTH = '/services/oauth2';
const NO_STORE = { 'Cache-Control': 'no-store', Pragma: 'no-cache' };
const readBody = text({ type: 'application/x-www-form-urlencoded' });

/** OAuth 2.0 and OpenID Connect: how tokens come and go, and who they stand for. */
export function authRouter(server: LocalOrgServer): Router {
    const { orgUrl, idTokenSigner } = server;
    const router = Router();
    const form = (request: Request) => readOAuthForm(request, orgUrl);
    const tokenRequest = (request: Request) => ({ form: form(request), authorization: request.get('authorization') });
    const get = (path: string, produce: Produce, refuse?: Refuse) =>
        router.get(
            path,
            answerRequest(server, () => path, produce, refuse)
        );
    const post = (path: string, produce: Produce, refuse?: Refuse) =>
        router.post(
            path,
            readBody,
            answerRequest(server, () => path, produce, refuse)
        );

    get(`${OAUTH}/authorize`, (request) => answerAuthorize(server, form(request), null), refuseAsText);
    post(
        `${OAUTH}/authorize`,
        (request) => answerAuthorize(server, form(request), readLoginDecision(request)),
        refuseAsText
    );
    get(`${OAUTH}/token`, refuseGet);
    post(`${OAUTH}/token`, async (request) => answerJson(await grantToken(server, tokenRequest(request))));
    post(`${OAUTH}/introspect`, (request) => answerJson(introspectToken(server, tokenRequest(request))));
    for (const method of [get, post]) {
        method(`${OAUTH}/userinfo`, (request) => answerUserInfo(server, readBearerToken(request)));
        method(`${OAUTH}/singleaccess`, (request) => answerSingleAccess(server, readBearerToken(request)));
        method(
            `${OAUTH}/revoke`,
            (request) => {
                revokeToken(server, form(request).token);
                return { status: 200, headers: NO_STORE };
            },
            refuseAsText
        );
    }
    get('/id/keys', async () => ({ status: 200, body: await idTokenSigner.publicKeys() }));
    get('/id/:organization/:user', (request) => {
        const { oauth_token: queryToken, format } = form(request);
        const { organization, user } = request.params;
        const token = readBearerToken(request) ?? queryToken;
        return answerIdentity(server, { organizationId: String(organization), userId: String(user), token, format });
    });
    get('/.well-known/openid-configuration', () => ({ status: 200, body: describeOpenId(orgUrl) }));
    for (const path of ['/', '/secur/frontdoor.jsp']) get(path, () => showFrontDoor(server));
    return router;
}

function refuseGet(): never {
    throw new OAuthError('invalid_request', 'must use HTTP POST');
}

/** How the endpoints that browsers visit word a refusal: `error=…&error_description=…`, which jsforce parses. */
function refuseAsText(error: unknown): Answer {
    if (!(error instanceof OAuthError)) return errorAnswer(error);
    return { status: 400, body: `error=${error.error}&error_description=${encodeURIComponent(error.description)}` };
}

function answerJson(body: object): Answer {
    return { status: 200, body, headers: NO_STORE };
}
