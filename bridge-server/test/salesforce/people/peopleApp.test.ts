import { createPeopleApp } from '../../../src/salesforce/people/peopleApp.ts';
import { startLocalOrg } from '../../../../local-org/src/startLocalOrg.ts';
import { createBrowser } from '../../support/browser.ts';
import { createTestKeys } from '../../support/startTestBridge.ts';

const CLIENT = { clientId: 'people', redirectUri: 'https://bridge.example.com/auth/callback' };
const SECRET = 'a consumer secret & more';
const VERIFIER = 'v'.repeat(64);

let org: Awaited<ReturnType<typeof startLocalOrg>>;

beforeAll(async () => {
    org = await startLocalOrg({
        port: 0,
        publicKeyPem: createTestKeys().publicKeyPem,
        clientId: 'softphone-bridge',
        people: { clientId: CLIENT.clientId, clientSecret: SECRET, callbackUrls: [CLIENT.redirectUri] }
    });
});
afterAll(() => org.close());

const idOf = (object: string) => [...org.org.records.all(object)][0]?.Id ?? '';
const appWith = (clientSecret: string | null, organizationId = idOf('Organization')) =>
    createPeopleApp({
        loginUrl: org.url,
        clientId: CLIENT.clientId,
        clientSecret,
        redirectUri: () => CLIENT.redirectUri,
        ownOrg: async () => ({ organizationId, instanceUrl: org.url })
    });
type App = ReturnType<typeof appWith>;
const codeOf = async (app: App): Promise<string> => {
    const page = app.authorizeUrl({ state: 's', verifier: VERIFIER, anew: false });
    return new URL(await createBrowser().allow(page, 'ana@local.org')).searchParams.get('code') ?? '';
};

test('with its secret the app is given the token of who signed in', async () => {
    const app = appWith(SECRET);
    const ana = [...org.org.records.all('User')].find(({ Username }) => Username === 'ana@local.org');
    expect(await app.exchangeCode(await codeOf(app), VERIFIER)).toEqual({
        kind: 'taken',
        userId: ana?.Id,
        accessToken: expect.stringMatching(/^00D\w+!/)
    });
});

test('the secret and the verifier stand in no address', () => {
    const page = appWith(SECRET).authorizeUrl({ state: 's', verifier: VERIFIER, anew: true });
    expect(decodeURIComponent(page)).not.toContain(SECRET);
    expect(page).not.toContain(VERIFIER);
});

test.each([['another one'], [null]])('with the secret %j people are sent to the administrator', async (secret) => {
    const app = appWith(secret);
    await expect(app.exchangeCode(await codeOf(app), VERIFIER)).rejects.toMatchObject({
        status: 503,
        type: 'urn:softphone-bridge:salesforce-refused',
        cause: { code: 'people_app_invalid_client' }
    });
});

test('while Salesforce does not answer people are asked to try again', async () => {
    const app = appWith(SECRET);
    const code = await codeOf(app);
    const fault = { kind: 'dropBeforeCommit', times: 1, match: { pathIncludes: '/oauth2/token' } };
    const headers = { 'content-type': 'application/json' };
    await fetch(`${org.url}/_org/faults`, { method: 'POST', headers, body: JSON.stringify(fault) });
    await expect(app.exchangeCode(code, VERIFIER)).rejects.toMatchObject({
        status: 503,
        type: 'urn:softphone-bridge:salesforce-away'
    });
});

test('a code that was taken before, or for another verifier, is refused', async () => {
    const app = appWith(SECRET);
    const code = await codeOf(app);
    await app.exchangeCode(code, VERIFIER);
    const refused = { kind: 'refused', reason: 'code-refused' };
    expect(await app.exchangeCode(code, VERIFIER)).toEqual(refused);
    expect(await app.exchangeCode(await codeOf(app), 'w'.repeat(64))).toEqual(refused);
});

test('a user of another org is refused', async () => {
    const app = appWith(SECRET, '00DgL0000009999UAA');
    expect(await app.exchangeCode(await codeOf(app), VERIFIER)).toEqual({ kind: 'refused', reason: 'foreign-org' });
});
