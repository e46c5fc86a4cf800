import { connectByBrowser, webApp } from './oauthClient.ts';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const MINUTE_MS = 60_000;

describe('a session', () => {
    let org: TestOrg;
    let now = NOW;

    beforeAll(async () => {
        org = await startTestOrg({ clock: () => now, connectedApps: [webApp] });
    });
    afterAll(() => org.close());
    beforeEach(() => {
        now = NOW;
    });

    const useAfter = (minutes: number, accessToken: string) => {
        now = new Date(NOW.getTime() + minutes * MINUTE_MS);
        return callLimits(org, `Bearer ${accessToken}`);
    };

    it.each([undefined, 'Bearer ', 'Bearer 00D000000000001!made.up', 'Basic YTpi'])(
        'is needed for the API: %s will not do',
        async (authorization) => {
            const response = await callLimits(org, authorization);
            expect(response.status).toBe(401);
            expect(await response.json()).toEqual([
                { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }
            ]);
        }
    );

    it('is named by Bearer or by OAuth', async () => {
        const { accessToken } = await org.logIn('ana@local.org');
        expect((await callLimits(org, `OAuth ${accessToken}`)).status).toBe(200);
    });

    it('ends after two hours without use', async () => {
        const { accessToken } = await org.logIn('ana@local.org');
        expect((await useAfter(120, accessToken)).status).toBe(401);
    });

    it('lives on when used, from halfway through its time', async () => {
        const { accessToken } = await org.logIn('ana@local.org');
        expect((await useAfter(90, accessToken)).status).toBe(200);
        expect((await useAfter(90 + 119, accessToken)).status).toBe(200);
        expect((await useAfter(90 + 119 + 120, accessToken)).status).toBe(401);
    });

    it('is not prolonged by use in its first half', async () => {
        const { accessToken } = await org.logIn('ana@local.org');
        expect((await useAfter(59, accessToken)).status).toBe(200);
        expect((await useAfter(120, accessToken)).status).toBe(401);
    });

    it('ends for good when its user is deactivated', async () => {
        const administrator = await org.connect('admin@local.org');
        const { accessToken, userId } = await org.logIn('bruno@local.org');
        await administrator.sobject('User').update({ Id: userId, IsActive: false });
        expect((await callLimits(org, `Bearer ${accessToken}`)).status).toBe(401);
        await administrator.sobject('User').update({ Id: userId, IsActive: true });
        expect((await callLimits(org, `Bearer ${accessToken}`)).status).toBe(401);
    });

    it('without the scope api is not valid for the REST API, but says whose it is', async () => {
        const connection = await connectByBrowser(org, 'ana@local.org', 'id web');
        expect(await refusalOf(connection.query('SELECT Id FROM Case'))).toEqual({
            errorCode: 'INVALID_SESSION_ID',
            message: 'This session is not valid for use with the REST API'
        });
        const response = await callLimits(org, `Bearer ${connection.accessToken}`);
        expect(response.status).toBe(401);
        expect((await connection.identity()).username).toBe('ana@local.org');
    });

    it('leaves neither tokens nor codes in the ledger', async () => {
        const connection = await connectByBrowser(org, 'ana@local.org');
        await connection.identity();
        await fetch(`${org.url}/services/oauth2/revoke?token=${encodeURIComponent(connection.accessToken ?? '')}`);
        const ledger = await (await fetch(`${org.url}/_org/calls`)).text();
        expect(ledger).toContain('GET /services/oauth2/revoke');
        expect(ledger).toContain('GET /services/oauth2/authorize');
        expect(ledger).toContain('GET /id/:organization/:user');
        expect(ledger).not.toMatch(/[?]|aPrx|5Aep|00D/);
    });
});

function callLimits(org: TestOrg, authorization: string | undefined): Promise<Response> {
    const headers = authorization === undefined ? {} : { Authorization: authorization };
    return fetch(`${org.url}/services/data/v66.0/limits`, { headers });
}
