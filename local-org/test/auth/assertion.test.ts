import { generateKeyPairSync } from 'node:crypto';
import jsforce from 'jsforce';
import { connectByBrowser, requestToken as postToken, webApp } from './oauthClient.ts';
import { CLIENT_ID, publicKey, signAssertion, startTestOrg, type TestOrg } from '../startTestOrg.ts';

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const NOW = new Date('2026-11-23T12:00:00Z');
const nowSeconds = NOW.getTime() / 1000;
const selfAuthorizedApp = { ...webApp, publicKeyPem: publicKey };

describe('the OAuth JWT bearer flow', () => {
    let org: TestOrg;

    beforeAll(async () => {
        org = await startTestOrg({ clock: () => NOW, connectedApps: [selfAuthorizedApp] });
    });
    afterAll(() => org.close());

    const goodClaims = () => ({ iss: CLIENT_ID, sub: 'bridge@local.org', aud: org.url, exp: nowSeconds + 180 });
    const requestToken = (assertion: string) => postToken(org, { grant_type: GRANT, assertion });

    it('gives a token shaped like Salesforce’s, with which jsforce reads its identity', async () => {
        const { status, body } = await requestToken(await signAssertion(goodClaims()));
        expect(status).toBe(200);
        expect(body).toEqual({
            access_token: expect.stringMatching(/^00D[A-Za-z0-9]{12}!/),
            instance_url: org.url,
            token_type: 'Bearer',
            scope: 'api id',
            id: expect.stringContaining(`${org.url}/id/00D`)
        });
        const connection = new jsforce.Connection({
            instanceUrl: org.url,
            accessToken: String(body.access_token)
        });
        const userInfo = await connection.request<{ preferred_username: string }>('/services/oauth2/userinfo');
        expect(userInfo.preferred_username).toBe('bridge@local.org');
    });

    it('serves jsforce’s own authorize', async () => {
        const connection = new jsforce.Connection({ oauth2: { loginUrl: org.url } });
        const assertion = await signAssertion(goodClaims());
        const { organizationId } = await connection.authorize({ grant_type: GRANT, assertion });
        expect(organizationId).toMatch(/^00D/);
        expect((await connection.identity()).username).toBe('bridge@local.org');
    });

    it('takes the same assertion twice', async () => {
        const assertion = await signAssertion(goodClaims());
        const [first, second] = [await requestToken(assertion), await requestToken(assertion)];
        expect(second.status).toBe(200);
        expect(second.body.access_token).not.toBe(first.body.access_token);
    });

    it.each([
        ['Salesforce’s login host', { aud: 'https://login.salesforce.com' }],
        ['Salesforce’s login host for sandboxes', { aud: 'https://test.salesforce.com/' }],
        ['several audiences', { aud: ['https://example.com', 'https://login.salesforce.com'] }],
        ['an expiry in milliseconds, as the Salesforce CLI writes it', { exp: NOW.getTime() + 300 }],
        ['the user under the old name of the claim', { sub: undefined, prn: 'bridge@local.org' }],
        ['a username in another case', { sub: 'Bridge@Local.org' }],
        ['an administrator, whose profile is approved', { sub: 'admin@local.org' }]
    ])('accepts %s', async (_what, claims) => {
        const { body } = await requestToken(await signAssertion({ ...goodClaims(), ...claims }));
        expect(body).toHaveProperty('access_token');
    });

    it.each([
        ['another app', { iss: 'someone-else' }, 'invalid_client_id', 'client identifier invalid'],
        ['audiences that are no text', { aud: [5, {}] as unknown as string[] }, 'invalid_grant', 'audience is invalid'],
        ['another audience', { aud: 'https://example.com' }, 'invalid_grant', 'audience is invalid'],
        ['no audience', { aud: undefined }, 'invalid_grant', 'audience is invalid'],
        ['the past', { exp: nowSeconds - 1 }, 'invalid_grant', 'expired authorization code'],
        ['all time', { exp: undefined }, 'invalid_grant', 'invalid assertion'],
        ['nobody', { sub: undefined }, 'invalid_grant', 'invalid assertion'],
        ['an unknown user', { sub: 'nobody@local.org' }, 'invalid_grant', "user hasn't approved this consumer"],
        ['an inactive user', { sub: 'carla@local.org' }, 'inactive_user', 'user is inactive'],
        [
            'a user whom no administrator approved',
            { sub: 'ana@local.org' },
            'invalid_app_access',
            'user is not admin approved to access this app'
        ]
    ])('refuses an assertion for %s', async (_what, claims, error, description) => {
        const { status, body } = await requestToken(await signAssertion({ ...goodClaims(), ...claims }));
        expect(status).toBe(400);
        expect(body).toEqual({ error, error_description: description });
    });

    it('approves whoever holds the app’s permission set, from the moment they hold it', async () => {
        const assertion = await signAssertion({ ...goodClaims(), sub: 'bruno@local.org' });
        expect((await requestToken(assertion)).body.error).toBe('invalid_app_access');
        const administrator = await org.connect('admin@local.org');
        const assignment = {
            AssigneeId: (await org.logIn('bruno@local.org')).userId,
            PermissionSetId: (await administrator.sobject('PermissionSet').findOne({ Name: 'SoftphoneIntegration' }))
                ?.Id
        };
        await administrator.sobject('PermissionSetAssignment').create(assignment);
        expect((await requestToken(assertion)).status).toBe(200);
    });

    it('asks users of an app without approved users to approve it themselves, once', async () => {
        const assertion = await signAssertion({ ...goodClaims(), iss: webApp.clientId, sub: 'ana@local.org' });
        expect((await requestToken(assertion)).body).toEqual({
            error: 'invalid_grant',
            error_description: "user hasn't approved this consumer"
        });
        await connectByBrowser(org, 'ana@local.org');
        expect((await requestToken(assertion)).body.scope).toBe('api id openid web');
    });

    it.each([
        ['another key signed', async () => signAssertion(goodClaims(), anotherKey())],
        ['nobody signed', async () => unsigned(goodClaims())],
        ['is no JWT', async () => 'assertion'],
        ['is missing', async () => ''],
        [
            'the Salesforce CLI’s own app signed, which has no key',
            async () => signAssertion({ ...goodClaims(), iss: 'PlatformCLI' })
        ]
    ])('refuses an assertion that %s', async (_what, assertion) => {
        const { status, body } = await requestToken(await assertion());
        expect(status).toBe(400);
        expect(body).toEqual({ error: 'invalid_grant', error_description: 'invalid assertion' });
    });
});

function anotherKey(): string {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function unsigned(claims: object): string {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    return `${encode({ alg: 'none' })}.${encode(claims)}.`;
}
