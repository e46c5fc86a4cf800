import jsforce from 'jsforce';
import { connectByBrowser, introspect, requestToken, tokensOf, webApp, webClient } from './oauthClient.ts';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

const NOW = new Date('2026-11-23T12:00:00Z');

describe('revoking', () => {
    let org: TestOrg;

    beforeAll(async () => {
        org = await startTestOrg({ connectedApps: [webApp] });
    });
    afterAll(() => org.close());

    it('an access token by jsforce’s logout ends that session alone', async () => {
        const connection = await connectByBrowser(org, 'ana@local.org');
        const { accessToken, refreshToken } = tokensOf(connection);
        await connection.logout();
        expect(await introspect(org, accessToken)).toEqual({ active: false });
        expect(
            (await requestToken(org, { grant_type: 'refresh_token', refresh_token: refreshToken, ...webClient })).status
        ).toBe(200);
    });

    it('a refresh token ends every session opened with it', async () => {
        const connection = await connectByBrowser(org, 'ana@local.org');
        const { accessToken, refreshToken } = tokensOf(connection);
        const form = { grant_type: 'refresh_token', refresh_token: refreshToken, ...webClient };
        const renewed = String((await requestToken(org, form)).body.access_token);
        await connection.logout(true);
        for (const token of [accessToken, renewed, refreshToken]) {
            expect(await introspect(org, token)).toEqual({ active: false });
        }
        expect((await requestToken(org, form)).body.error_description).toBe('expired access/refresh token');
    });

    it('works by GET', async () => {
        const { accessToken } = tokensOf(await connectByBrowser(org, 'ana@local.org'));
        const url = `${org.url}/services/oauth2/revoke?token=${encodeURIComponent(accessToken)}`;
        expect((await fetch(url)).status).toBe(200);
        expect(await introspect(org, accessToken)).toEqual({ active: false });
    });

    it.each([
        ['made-up', 'invalid_token', 'invalid token'],
        ['', 'unsupported_token_type', 'this token type is not supported']
    ])('tells jsforce why "%s" cannot be revoked', async (token, name, message) => {
        const oauth2 = new jsforce.OAuth2({ loginUrl: org.url });
        await expect(oauth2.revokeToken(token)).rejects.toMatchObject({ name, message });
    });
});

describe('introspection', () => {
    let org: TestOrg;

    beforeAll(async () => {
        org = await startTestOrg({ clock: () => NOW, connectedApps: [webApp, { ...webApp, clientId: 'other-app' }] });
    });
    afterAll(() => org.close());

    it('tells an app of its access and refresh tokens', async () => {
        const connection = await connectByBrowser(org, 'ana@local.org', 'api refresh_token');
        const { accessToken, refreshToken } = tokensOf(connection);
        const nowSeconds = NOW.getTime() / 1000;
        const common = {
            active: true,
            scope: expect.any(String),
            client_id: webApp.clientId,
            username: 'ana@local.org',
            sub: connection.userInfo?.url,
            iat: nowSeconds,
            nbf: nowSeconds
        };
        const exp = nowSeconds + 2 * 60 * 60;
        expect(await introspect(org, accessToken)).toEqual({ ...common, token_type: 'access_token', exp });
        expect(await introspect(org, refreshToken)).toEqual({ ...common, token_type: 'refresh_token' });
    });

    it('tells an app nothing of what is another’s', async () => {
        const { accessToken } = tokensOf(await connectByBrowser(org, 'ana@local.org'));
        expect(await introspect(org, accessToken, { client_id: 'other-app' })).toEqual({ active: false });
    });

    it.each([[{ client_secret: 'wrong' }], [{ client_id: 'PlatformCLI', client_secret: '' }]])(
        'is refused to %j',
        async (changes) => {
            expect(await introspect(org, 'token', changes)).toMatchObject({ error: 'invalid_client' });
        }
    );
});
