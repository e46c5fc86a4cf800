import { startTestOrg, type TestOrg } from '../startTestOrg.ts';
import { allowAccess, authorizeParameters, openLoginPage } from './oauthClient.ts';

const CALLBACK = 'http://127.0.0.1:4180/auth/callback';

describe('the app by which people sign in with a browser', () => {
    let org: TestOrg;

    beforeAll(async () => {
        org = await startTestOrg({ people: { clientId: 'people', callbackUrls: [CALLBACK] } });
    });
    afterAll(() => org.close());

    const asking = (scope: string) => authorizeParameters({ client_id: 'people', redirect_uri: CALLBACK, scope });

    it.each(['ana@local.org', 'admin@local.org'])('lets %s in', async (username) => {
        expect((await allowAccess(org, username, asking('api id'))).searchParams.get('code')).toMatch(/^aPrx/);
    });

    it('gives no refresh token: whoever is gone is not spoken for', async () => {
        const { headers } = await openLoginPage(org, asking('api id refresh_token'));
        expect(headers.get('location')).toContain(`${CALLBACK}?error=invalid_scope`);
    });
});
