import jsforce from 'jsforce';
import {
    allowAccess,
    authorizeParameters,
    CALLBACK,
    connectByBrowser,
    requestToken,
    VERIFIER,
    webApp
} from './oauthClient.ts';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const MINUTE_MS = 60_000;

describe('the OAuth web-server flow', () => {
    let org: TestOrg;
    let now = NOW;

    beforeAll(async () => {
        org = await startTestOrg({ clock: () => now, connectedApps: [webApp] });
    });
    afterAll(() => org.close());
    beforeEach(() => {
        now = NOW;
    });

    const getCode = async (changes: Record<string, string | null> = {}) =>
        (await allowAccess(org, 'ana@local.org', authorizeParameters(changes))).searchParams.get('code') ?? '';
    const codeForm = (code: string) => ({
        grant_type: 'authorization_code',
        code,
        client_id: webApp.clientId,
        client_secret: webApp.clientSecret ?? '',
        redirect_uri: CALLBACK,
        code_verifier: VERIFIER
    });

    it('lets jsforce in as the user who logged in and allowed it', async () => {
        const connection = await connectByBrowser(org, 'ana@local.org');
        expect((await connection.identity()).username).toBe('ana@local.org');
        expect(connection.refreshToken).toMatch(/^5Aep861/);
        expect((await connection.query('SELECT Id FROM Contact LIMIT 1')).totalSize).toBe(1);
    });

    it('gives back the state, and all scopes of the app when none are named', async () => {
        const arrived = await allowAccess(org, 'ana@local.org', authorizeParameters({ state: 'a&b=c d' }));
        expect(arrived.origin + arrived.pathname).toBe(CALLBACK);
        expect(arrived.searchParams.get('state')).toBe('a&b=c d');
        const { body } = await requestToken(org, codeForm(arrived.searchParams.get('code') ?? ''));
        expect(body.scope).toBe('api id openid refresh_token web');
    });

    it.each([
        ['refresh_token api web', 'refresh_token api web', true],
        ['offline_access api', 'refresh_token api', true],
        ['api', 'api', false]
    ])('grants %s as %s', async (scope, granted, isRefreshable) => {
        const { body } = await requestToken(org, codeForm(await getCode({ scope })));
        expect(body.scope).toBe(granted);
        expect('refresh_token' in body).toBe(isRefreshable);
    });

    it('serves an app without a secret, such as the Salesforce CLI’s', async () => {
        const redirect_uri = 'http://localhost:1717/OauthRedirect';
        const client = { client_id: 'PlatformCLI', redirect_uri };
        const code = await getCode({ ...client, scope: 'refresh_token api web', prompt: 'login' });
        const { client_secret: _none, ...form } = codeForm(code);
        expect((await requestToken(org, { ...form, ...client })).status).toBe(200);
    });

    it('sends an app on a telephone back by its own scheme', async () => {
        const arrived = await allowAccess(
            org,
            'ana@local.org',
            authorizeParameters({ redirect_uri: 'painel:/callback' })
        );
        expect(arrived.href).toMatch(/^painel:\/callback\?code=aPrx/);
    });

    it('takes a code once', async () => {
        const form = codeForm(await getCode());
        expect((await requestToken(org, form)).status).toBe(200);
        expect((await requestToken(org, form)).body).toEqual({
            error: 'invalid_grant',
            error_description: 'expired authorization code'
        });
    });

    it('takes a code for 15 minutes', async () => {
        const [early, late] = [await getCode(), await getCode()];
        now = new Date(NOW.getTime() + 15 * MINUTE_MS - 1);
        expect((await requestToken(org, codeForm(early))).status).toBe(200);
        now = new Date(NOW.getTime() + 15 * MINUTE_MS);
        expect((await requestToken(org, codeForm(late))).body.error_description).toBe('expired authorization code');
    });

    it.each([
        ['a made-up code', { code: 'aPrx' }, 'invalid_grant', 'invalid authorization code'],
        ['a wrong verifier', { code_verifier: 'wrong' }, 'invalid_grant', 'invalid code verifier'],
        ['no verifier', { code_verifier: '' }, 'invalid_grant', 'invalid code verifier'],
        ['a wrong secret', { client_secret: 'wrong' }, 'invalid_client', 'invalid client credentials'],
        ['an unknown app', { client_id: 'nobody' }, 'invalid_client_id', 'client identifier invalid'],
        ['another app’s code', { client_id: 'PlatformCLI' }, 'invalid_grant', 'invalid authorization code'],
        [
            'another callback than the one asked for',
            { redirect_uri: 'painel:/callback' },
            'redirect_uri_mismatch',
            'redirect_uri must match configuration'
        ]
    ])('refuses %s', async (_what, changes, error, error_description) => {
        const answer = await requestToken(org, { ...codeForm(await getCode()), ...changes });
        expect(answer).toEqual({ status: 400, body: { error, error_description } });
    });

    it('uses a code up when somebody guesses at its verifier', async () => {
        const form = codeForm(await getCode());
        await requestToken(org, { ...form, code_verifier: 'guess' });
        expect((await requestToken(org, form)).body.error_description).toBe('expired authorization code');
    });

    it('tells jsforce why a code will not do', async () => {
        const oauth2 = { loginUrl: org.url, clientId: webApp.clientId, clientSecret: 'wrong', redirectUri: CALLBACK };
        await expect(new jsforce.Connection({ oauth2 }).authorize('code')).rejects.toMatchObject({
            name: 'invalid_client',
            message: 'invalid client credentials'
        });
    });

    it('refuses who was deactivated between login and token', async () => {
        const code = await getCode();
        const administrator = await org.connect('admin@local.org');
        const { userId } = await org.logIn('ana@local.org');
        await administrator.sobject('User').update({ Id: userId, IsActive: false });
        expect((await requestToken(org, codeForm(code))).body.error).toBe('inactive_user');
        await administrator.sobject('User').update({ Id: userId, IsActive: true });
    });

    it('asks by POST too', async () => {
        const page = await fetch(`${org.url}/services/oauth2/authorize`, {
            method: 'POST',
            body: authorizeParameters()
        });
        expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Entrar como')]);
    });
});
