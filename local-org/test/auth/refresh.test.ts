import { connectByBrowser, introspect, requestToken, tokensOf, webApp, webClient } from './oauthClient.ts';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const HOUR_MS = 60 * 60 * 1000;

describe('refresh tokens', () => {
    let org: TestOrg;
    let now = NOW;

    beforeAll(async () => {
        org = await startTestOrg({ clock: () => now, connectedApps: [webApp] });
    });
    afterAll(() => org.close());
    beforeEach(() => {
        now = NOW;
    });

    const refresh = (refresh_token: string, changes = {}) =>
        requestToken(org, { grant_type: 'refresh_token', refresh_token, ...webClient, ...changes });

    it('renew a session behind jsforce’s back, and tell it so', async () => {
        const connection = await connectByBrowser(org, 'ana@local.org');
        const firstToken = connection.accessToken;
        const renewed = new Promise((resolve) => connection.once('refresh', resolve));
        now = new Date(NOW.getTime() + 3 * HOUR_MS);
        expect((await connection.query('SELECT Id FROM Case LIMIT 1')).done).toBe(true);
        expect(await renewed).toBe(connection.accessToken);
        expect(connection.accessToken).not.toBe(firstToken);
    });

    it('stay the same, and are not sent again', async () => {
        const { refreshToken } = tokensOf(await connectByBrowser(org, 'ana@local.org', 'api refresh_token'));
        const [first, second] = [await refresh(refreshToken), await refresh(refreshToken)];
        expect(first.body).toMatchObject({ scope: 'api refresh_token', token_type: 'Bearer' });
        expect(first.body).not.toHaveProperty('refresh_token');
        expect(second.status).toBe(200);
    });

    it.each([
        ['one that was made up', 'made-up', {}, 'invalid_grant', 'expired access/refresh token'],
        ['none', '', {}, 'invalid_grant', 'expired access/refresh token'],
        ['a wrong secret', 'made-up', { client_secret: 'x' }, 'invalid_client', 'invalid client credentials']
    ])('are refused for %s', async (_what, token, changes, error, error_description) => {
        expect(await refresh(token, changes)).toEqual({ status: 400, body: { error, error_description } });
    });

    it('serve no other app', async () => {
        const { refreshToken } = tokensOf(await connectByBrowser(org, 'ana@local.org'));
        expect((await refresh(refreshToken, { client_id: 'PlatformCLI' })).body.error).toBe('invalid_grant');
    });

    it('are five to a user and app: the sixth revokes the oldest, with its session', async () => {
        const logins: ReturnType<typeof tokensOf>[] = [];
        for (let count = 0; count < 6; count++) {
            now = new Date(NOW.getTime() + count);
            logins.push(tokensOf(await connectByBrowser(org, 'bruno@local.org')));
        }
        const [oldest, next] = logins;
        expect((await refresh(oldest?.refreshToken ?? '')).body.error_description).toBe('expired access/refresh token');
        expect((await refresh(next?.refreshToken ?? '')).status).toBe(200);
        expect(await introspect(org, oldest?.accessToken ?? '')).toEqual({ active: false });
    });

    it('wait while their user lacks what the app asks of its users', async () => {
        const permittedUsers = { kind: 'adminApproved', profiles: [], permissionSets: ['SoftphoneAgent'] } as const;
        const own = await startTestOrg({ connectedApps: [{ ...webApp, permittedUsers }] });
        const { refreshToken } = tokensOf(await connectByBrowser(own, 'ana@local.org'));
        const administrator = await own.connect('admin@local.org');
        const { userId } = await own.logIn('ana@local.org');
        const soql = `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${userId}'`;
        const { records } = await administrator.query(soql);
        await administrator.sobject('PermissionSetAssignment').destroy(String(records[0]?.Id));
        const { body } = await requestToken(own, {
            grant_type: 'refresh_token',
            refresh_token: refreshToken,
            ...webClient
        });
        expect(body.error).toBe('invalid_app_access');
        await own.close();
    });

    it('wait while their user is inactive', async () => {
        const { refreshToken } = tokensOf(await connectByBrowser(org, 'ana@local.org'));
        const administrator = await org.connect('admin@local.org');
        const { userId } = await org.logIn('ana@local.org');
        await administrator.sobject('User').update({ Id: userId, IsActive: false });
        expect((await refresh(refreshToken)).body).toEqual({
            error: 'inactive_user',
            error_description: 'user is inactive'
        });
        await administrator.sobject('User').update({ Id: userId, IsActive: true });
        expect((await refresh(refreshToken)).status).toBe(200);
    });
});
