import { generateKeyPairSync } from 'node:crypto';
import jsforce from 'jsforce';
import { CLIENT_ID, signAssertion, startTestOrg, type TestOrg } from './startTestOrg.ts';

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const NOW = new Date('2026-11-23T12:00:00Z');
const nowSeconds = NOW.getTime() / 1000;

describe('OAuth JWT bearer', () => {
    let org: TestOrg;
    let now = NOW;

    beforeAll(async () => {
        org = await startTestOrg({ clock: () => now });
    });
    afterAll(() => org.close());
    beforeEach(() => {
        now = NOW;
    });

    const goodClaims = () => ({ iss: CLIENT_ID, sub: 'bridge@local.org', aud: org.url, exp: nowSeconds + 180 });

    async function requestToken(assertion: string, grantType = GRANT) {
        const response = await fetch(`${org.url}/services/oauth2/token`, {
            method: 'POST',
            body: new URLSearchParams({ grant_type: grantType, assertion })
        });
        return { status: response.status, body: (await response.json()) as Record<string, string> };
    }

    it('gives a token shaped like Salesforce’s, with which jsforce reads its identity', async () => {
        const { status, body } = await requestToken(await signAssertion(goodClaims()));
        expect(status).toBe(200);
        expect(body).toMatchObject({ instance_url: org.url, token_type: 'Bearer', scope: 'api id' });
        expect(body.access_token).toMatch(/^00D[A-Za-z0-9]{12}!/);
        const connection = new jsforce.Connection({ instanceUrl: org.url, accessToken: body.access_token });
        const userInfo = await connection.request<{ preferred_username: string }>('/services/oauth2/userinfo');
        expect(userInfo.preferred_username).toBe('bridge@local.org');
        const identity = await connection.request<{ username: string }>(body.id ?? '');
        expect(identity.username).toBe('bridge@local.org');
    });

    it.each(['https://login.salesforce.com', 'https://test.salesforce.com'])('accepts the audience %s', async (aud) => {
        expect((await requestToken(await signAssertion({ ...goodClaims(), aud }))).status).toBe(200);
    });

    it.each([
        ['another app', { iss: 'someone-else' }, 'invalid_client_id', 'client identifier invalid'],
        ['another audience', { aud: 'https://example.com' }, 'invalid_grant', 'audience is invalid'],
        ['the past', { exp: nowSeconds - 1 }, 'invalid_grant', 'expired authorization code'],
        ['the far future', { exp: nowSeconds + 301 }, 'invalid_grant', 'invalid expiration'],
        ['an unknown user', { sub: 'nobody@local.org' }, 'invalid_grant', "user hasn't approved this consumer"],
        ['an inactive user', { sub: 'carla@local.org' }, 'inactive_user', 'user is inactive']
    ])('refuses an assertion for %s', async (_what, claims, error, description) => {
        const { status, body } = await requestToken(await signAssertion({ ...goodClaims(), ...claims }));
        expect(status).toBe(400);
        expect(body).toEqual({ error, error_description: description });
    });

    it('refuses an assertion that another key signed', async () => {
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        const otherKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
        const { body } = await requestToken(await signAssertion(goodClaims(), otherKey));
        expect(body).toEqual({ error: 'invalid_grant', error_description: 'invalid assertion' });
    });

    it('refuses other grant types', async () => {
        const { body } = await requestToken('', 'password');
        expect(body.error).toBe('unsupported_grant_type');
    });

    it('answers INVALID_SESSION_ID to a call with no token, a made-up one, or one that has expired', async () => {
        const { accessToken } = await org.logIn('ana@local.org');
        now = new Date(NOW.getTime() + 3 * 60 * 60 * 1000);
        for (const token of ['', '00D000000000001!made.up', accessToken]) {
            const response = await fetch(`${org.url}/services/data/v66.0/limits`, {
                headers: { Authorization: `Bearer ${token}` }
            });
            expect(response.status).toBe(401);
            expect(await response.json()).toEqual([
                { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }
            ]);
        }
    });
});
