import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import {
    allowAccess,
    authorizeParameters,
    CALLBACK,
    connectByBrowser,
    requestToken,
    tokensOf,
    VERIFIER,
    webApp
} from './oauthClient.ts';
import { startTestOrg, type Login, type TestOrg } from '../startTestOrg.ts';

const NOW = new Date('2026-11-23T12:00:00Z');

describe('identity', () => {
    let org: TestOrg;
    let ana: Login;
    let admin: Login;

    beforeAll(async () => {
        org = await startTestOrg({ clock: () => NOW, connectedApps: [webApp] });
        ana = await org.logIn('ana@local.org');
        admin = await org.logIn('admin@local.org');
    });
    afterAll(() => org.close());

    const organizationId = () => [...org.org.records.all('Organization')][0]?.Id ?? '';
    const get = async (path: string, token?: string) => {
        const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
        const response = await fetch(`${org.url}${path}`, { headers });
        return { status: response.status, text: await response.text() };
    };

    it('URLs tell jsforce who it is', async () => {
        const identity = await (await connectByBrowser(org, 'ana@local.org')).identity();
        expect(identity).toMatchObject({
            id: `${org.url}/id/${organizationId()}/${ana.userId}`,
            organization_id: organizationId(),
            user_id: ana.userId,
            username: 'ana@local.org',
            display_name: 'Ana Souza',
            timezone: 'America/Sao_Paulo',
            utcOffset: -3 * 60 * 60 * 1000,
            language: 'pt_BR',
            user_type: 'STANDARD',
            urls: { rest: `${org.url}/services/data/v{version}/` }
        });
    });

    it('URLs take ids of 15 characters, the token as a parameter, and an administrator’s curiosity', async () => {
        const short = `/id/${organizationId().slice(0, 15)}/${ana.userId.slice(0, 15)}`;
        expect((await get(`${short}?format=json&oauth_token=${encodeURIComponent(ana.accessToken)}`)).status).toBe(200);
        expect(JSON.parse((await get(short, admin.accessToken)).text)).toMatchObject({ username: 'ana@local.org' });
    });

    it.each([
        ['without a token', '', undefined, 403, 'Missing_OAuth_Token'],
        ['with a made-up token', '', 'made-up', 403, 'Bad_OAuth_Token'],
        ['of another org', '/id/00D000000000001EAA/005000000000001AAA', null, 403, 'Wrong_Org'],
        ['of no org', '/id/nothing/005000000000001AAA', null, 404, 'Bad_Id'],
        ['of no user', '/id/ORG/005000000000999AAA', null, 404, 'Bad_Id'],
        ['in XML', '/id/ORG/USER?format=xml', null, 406, 'Bad_Format']
    ])('URLs refuse %s', async (_what, path, token, status, text) => {
        const url = (path || '/id/ORG/USER').replace('ORG', organizationId()).replace('USER', ana.userId);
        expect(await get(url, token === null ? ana.accessToken : token)).toEqual({ status, text });
    });

    it('URLs keep users from one another, and say who is inactive', async () => {
        const carla = org.org.records.findBy('User', 'Username', 'carla@local.org')[0];
        const url = `/id/${organizationId()}/${carla?.Id}`;
        expect(await get(url, ana.accessToken)).toEqual({ status: 404, text: 'No_Access' });
        expect(await get(url, admin.accessToken)).toEqual({ status: 404, text: 'Inactive' });
    });

    it('is told by userinfo as OpenID Connect has it', async () => {
        const { text } = await get('/services/oauth2/userinfo', ana.accessToken);
        expect(JSON.parse(text)).toMatchObject({ sub: expect.stringContaining(ana.userId), name: 'Ana Souza' });
        const posted = await fetch(`${org.url}/services/oauth2/userinfo`, {
            method: 'POST',
            headers: { Authorization: `Bearer ${ana.accessToken}` }
        });
        expect(await posted.json()).toMatchObject({ preferred_username: 'ana@local.org' });
        expect(await get('/services/oauth2/userinfo', 'made-up')).toEqual({ status: 403, text: 'Bad_OAuth_Token' });
        expect(await get('/services/oauth2/userinfo')).toEqual({ status: 403, text: 'Missing_OAuth_Token' });
    });

    it('is signed in an id token for whoever asked for openid', async () => {
        const login = async (scope: string) => {
            const arrived = await allowAccess(org, 'ana@local.org', authorizeParameters({ scope, nonce: 'once' }));
            return requestToken(org, {
                grant_type: 'authorization_code',
                code: arrived.searchParams.get('code') ?? '',
                client_id: webApp.clientId,
                client_secret: webApp.clientSecret ?? '',
                redirect_uri: CALLBACK,
                code_verifier: VERIFIER
            });
        };
        const { body } = await login('openid api');
        const openId = JSON.parse((await get('/.well-known/openid-configuration')).text) as Record<string, string>;
        const keys = JSON.parse((await get(new URL(openId.jwks_uri ?? '').pathname)).text) as JSONWebKeySet;
        const { payload } = await jwtVerify(String(body.id_token), createLocalJWKSet(keys), {
            issuer: openId.issuer,
            audience: webApp.clientId,
            currentDate: NOW
        });
        expect(payload).toMatchObject({ sub: body.id, nonce: 'once', exp: NOW.getTime() / 1000 + 120 });
        expect((await login('api')).body).not.toHaveProperty('id_token');
    });
});

describe('the front door', () => {
    let org: TestOrg;

    beforeAll(async () => {
        org = await startTestOrg({ connectedApps: [webApp] });
    });
    afterAll(() => org.close());

    const askForDoor = (token?: string) =>
        fetch(`${org.url}/services/oauth2/singleaccess?redirect_uri=%2Flightning`, {
            headers: token === undefined ? {} : { Authorization: `Bearer ${token}` }
        });

    it('is told to a session with the scope web, without a secret in it', async () => {
        const { accessToken } = tokensOf(await connectByBrowser(org, 'ana@local.org', 'web api'));
        expect(await (await askForDoor(accessToken)).json()).toEqual({
            frontdoor_uri: `${org.url}/secur/frontdoor.jsp`
        });
    });

    it('is told to no other', async () => {
        const { accessToken } = tokensOf(await connectByBrowser(org, 'ana@local.org', 'api'));
        for (const [token, reason] of [
            [accessToken, 'Bad_OAuth_Token'],
            ['made-up', 'Bad_OAuth_Token'],
            [undefined, 'Missing_OAuth_Token']
        ]) {
            const response = await askForDoor(token);
            expect([response.status, await response.text()]).toEqual([403, reason]);
        }
    });

    it('shows what this org is, and leads nowhere', async () => {
        expect(await (await fetch(org.url)).text()).toContain('Esta é uma org Salesforce local');
        const response = await fetch(`${org.url}/secur/frontdoor.jsp?sid=x&retURL=https://evil.example`, {
            redirect: 'manual'
        });
        const page = await response.text();
        expect(response.status).toBe(200);
        expect(page).toContain('Esta é uma org Salesforce local');
        expect(page).not.toContain('evil.example');
        expect(response.headers.get('content-security-policy')).toContain("form-action 'none'");
    });
});
