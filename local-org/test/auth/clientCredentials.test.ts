import jsforce from 'jsforce';
import { requestToken } from './oauthClient.ts';
import { CLIENT_ID, startTestOrg, type TestOrg } from '../startTestOrg.ts';

const SECRET = 'a secret: of+letters&signs';
const credentials = { grant_type: 'client_credentials', client_id: CLIENT_ID, client_secret: SECRET };

describe('the OAuth client credentials flow', () => {
    let org: TestOrg;

    beforeAll(async () => {
        org = await startTestOrg({ clientSecret: SECRET });
    });
    afterAll(() => org.close());

    const basic = (clientId: string, secret: string) => {
        const text = `${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`;
        return { Authorization: `Basic ${Buffer.from(text).toString('base64')}` };
    };

    it('lets jsforce act as the user that the app runs as', async () => {
        const connection = new jsforce.Connection({
            oauth2: { loginUrl: org.url, clientId: CLIENT_ID, clientSecret: SECRET }
        });
        await connection.authorize({ grant_type: 'client_credentials' });
        expect(connection.refreshToken).toBeFalsy();
        expect((await connection.identity()).username).toBe('bridge@local.org');
    });

    it('takes the secret in the form or by Basic authorization, and signs its answer', async () => {
        const { body } = await requestToken(org, credentials);
        expect(body).toMatchObject({
            scope: 'api id',
            token_type: 'Bearer',
            issued_at: expect.stringMatching(/^\d+$/)
        });
        expect(body.signature).toMatch(/^[\w+/]{43}=$/);
        const byHeader = await requestToken(org, { grant_type: 'client_credentials' }, basic(CLIENT_ID, SECRET));
        expect(byHeader.status).toBe(200);
    });

    it.each([
        ['a wrong secret', { client_secret: 'wrong' }, 'invalid_client', 'invalid client credentials'],
        ['no secret', { client_secret: '' }, 'invalid_client', 'invalid client credentials'],
        ['an unknown app', { client_id: 'nobody' }, 'invalid_client_id', 'client identifier invalid'],
        ['an app that has no secret', { client_id: 'PlatformCLI' }, 'invalid_client', 'invalid client credentials']
    ])('refuses %s', async (_what, changes, error, error_description) => {
        const answer = await requestToken(org, { ...credentials, ...changes });
        expect(answer).toEqual({ status: 400, body: { error, error_description } });
    });

    it('refuses a wrong secret in the header, whatever the form says', async () => {
        const { body } = await requestToken(org, credentials, basic(CLIENT_ID, 'wrong'));
        expect(body.error).toBe('invalid_client');
    });

    it.each([
        ['nobody', 'invalid_grant', 'no client credentials user enabled'],
        ['carla@local.org', 'inactive_user', 'user is inactive'],
        ['ana@local.org', 'invalid_app_access', 'user is not admin approved to access this app']
    ])('refuses to run as %s', async (runAs, error, error_description) => {
        const other = await startTestOrg({ clientSecret: SECRET, runAs });
        try {
            expect((await requestToken(other, credentials)).body).toEqual({ error, error_description });
        } finally {
            await other.close();
        }
    });
});

describe('the token endpoint', () => {
    let org: TestOrg;

    beforeAll(async () => {
        org = await startTestOrg({ clientSecret: SECRET });
    });
    afterAll(() => org.close());

    it('has passwords switched off, as new orgs have', async () => {
        const oauth2 = new jsforce.OAuth2({ loginUrl: org.url, clientId: CLIENT_ID, clientSecret: SECRET });
        await expect(oauth2.authenticate('admin@local.org', 'password')).rejects.toMatchObject({
            name: 'invalid_grant',
            message: 'authentication failure'
        });
    });

    it.each([
        [{ grant_type: 'made_up' }, 'grant type not supported'],
        [{ grant_type: 'constructor' }, 'grant type not supported'],
        [{}, 'grant type not supported'],
        [{ response_type: 'device_code', client_id: CLIENT_ID }, 'The local org does not emulate the device flow.'],
        [{ grant_type: 'urn:ietf:params:oauth:grant-type:saml2-bearer' }, 'The local org does not emulate the SAML']
    ])('refuses %j', async (form, description) => {
        const { status, body } = await requestToken(org, form);
        expect(status).toBe(400);
        expect(body.error).toBe('unsupported_grant_type');
        expect(body.error_description).toContain(description);
    });

    it('refuses GET, and a parameter that is given twice', async () => {
        const url = `${org.url}/services/oauth2/token`;
        const get = await fetch(url);
        expect([get.status, await get.json()]).toEqual([
            400,
            { error: 'invalid_request', error_description: 'must use HTTP POST' }
        ]);
        const twice = await fetch(url, { method: 'POST', body: new URLSearchParams('grant_type=a&grant_type=b') });
        expect(await twice.json()).toMatchObject({ error: 'invalid_request' });
    });

    it('is not to be kept by caches', async () => {
        const response = await fetch(`${org.url}/services/oauth2/token`, {
            method: 'POST',
            body: new URLSearchParams(credentials)
        });
        expect(response.headers.get('cache-control')).toBe('no-store');
    });
});
