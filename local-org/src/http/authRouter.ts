import { Router, urlencoded, type Request } from 'express';
import { describeIdentity, describeUserInfo } from '../auth/describeIdentity.ts';
import { grantToken } from '../auth/grantToken.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import type { Answer } from '../rest/apiCall.ts';
import { answerRequest } from './answerRequest.ts';
import type { LocalOrgServer } from './localOrgServer.ts';
import { findBearer } from './readCall.ts';

const TOKEN_PATH = '/services/oauth2/token';
const USER_INFO_PATH = '/services/oauth2/userinfo';
const IDENTITY_PATH = '/id/:organization/:user';

/** OAuth 2.0: the token endpoint, and who a token stands for. */
export function authRouter(server: LocalOrgServer): Router {
    const { org, orgUrl, connectedApp } = server;
    const router = Router();
    const answer = (path: string, produce: (request: Request) => Answer | Promise<Answer>) =>
        answerRequest(server, () => path, produce);
    router.post(
        TOKEN_PATH,
        urlencoded({ extended: false }),
        answer(TOKEN_PATH, async (request) => ({
            status: 200,
            body: await grantToken(org, connectedApp, { ...request.body }, orgUrl),
            headers: { 'Cache-Control': 'no-store' }
        }))
    );
    router.get(
        USER_INFO_PATH,
        answer(USER_INFO_PATH, (request) =>
            answerBearer(server, request, (user) => describeUserInfo(org, user, orgUrl))
        )
    );
    router.get(
        IDENTITY_PATH,
        answer(IDENTITY_PATH, (request) => answerBearer(server, request, (user) => describeIdentity(org, user, orgUrl)))
    );
    return router;
}

/** Identity endpoints refuse in plain text, unlike the REST API. */
function answerBearer(server: LocalOrgServer, request: Request, describe: (user: SalesforceRecord) => object): Answer {
    const user = findBearer(server, request);
    return user ? { status: 200, body: describe(user) } : { status: 403, body: 'Bad_OAuth_Token' };
}
