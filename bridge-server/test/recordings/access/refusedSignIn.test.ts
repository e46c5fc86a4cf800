import { get } from 'node:http';
import { startLocalOrg } from '../../../../local-org/src/startLocalOrg.ts';
import { createBrowser } from '../../support/browser.ts';
import { type Hearing, startHearing } from '../../support/hearing.ts';
import { PEOPLE_CLIENT_ID, type PrivateOrg, startPrivateOrg } from '../../support/privateOrg.ts';
import { createTestKeys } from '../../support/startTestBridge.ts';

let org: PrivateOrg;
let hearing: Hearing;

beforeAll(async () => {
    org = await startPrivateOrg();
    hearing = await startHearing({ org });
    await hearing.insertCall('P-1', await org.createCase('ana@local.org'));
});
afterAll(async () => {
    await hearing.close();
    await org.close();
});

test('whoever says no on the org’s page is told so, and may try again', async () => {
    const browser = createBrowser();
    const page = browser.next(await browser.open(hearing.address('P-1')));
    const answer = await browser.open(await browser.allow(page, 'ana@local.org', 'deny'));
    expect(answer.status).toBe(403);
    const text = await answer.text();
    expect(text).toContain('O acesso foi negado na página do Salesforce');
    expect(text).toContain(`href="${hearing.address('P-1')}"`);
});

test('whom the org does not let near the app is told to ask for it', async () => {
    await org.createPerson('visita@local.org');
    const browser = createBrowser();
    const page = browser.next(await browser.open(hearing.address('P-1')));
    const answer = await browser.open(await browser.allow(page, 'visita@local.org'));
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Peça ao administrador que o libere');
});

test('the permission set for recordings lets somebody in who is no agent', async () => {
    await org.createPerson('ouvinte@local.org', 'SoftphoneRecordings');
    const answer = await createBrowser().signIn(hearing.address('P-1'), 'ouvinte@local.org');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Você entrou como ouvinte.');
});

test('a user of another org is not let in, whatever that org says', async () => {
    const { publicKeyPem } = createTestKeys();
    const callbackUrls: string[] = [];
    const people = { clientId: PEOPLE_CLIENT_ID, callbackUrls };
    const foreign = await startLocalOrg({ port: 0, publicKeyPem, clientId: 'softphone-bridge', people });
    const organization = [...foreign.org.records.all('Organization')][0];
    foreign.org.records.transaction(() => {
        foreign.org.records.remove('Organization', organization?.Id ?? '');
        foreign.org.records.put('Organization', { ...organization, Id: '00DgL0000009999UAA' });
    });
    // a login page for all orgs, as login.salesforce.com is: its token endpoint takes the codes of any
    const shared = await startHearing({ org, loginUrl: foreign.url });
    callbackUrls.push(`${shared.url}/auth/callback`);
    await shared.insertCall('P-9', await org.createCase('ana@local.org'));
    const browser = createBrowser();
    const page = browser.next(await browser.open(shared.address('P-9')));
    const answer = await browser.open(await browser.allow(page, 'ana@local.org'));
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('outra organização');
    expect([...browser.cookies.keys()].join()).not.toContain('recordings-session');
    expect(await shared.audit('P-9')).toMatchObject([{ action: 'refused', reason: 'foreign-org', via: 'browser' }]);
    await shared.close();
    await foreign.close();
});

test.each([
    '//evil.example/recordings/P-1',
    'https://evil.example/recordings/P-1',
    '/recordings//evil.example',
    '/recordings/../admin',
    '/recordings/..',
    '/recordings/%2e%2e/admin',
    '/recordings/P-1/../../admin',
    '/recordings\\evil.example',
    '/recordings/P-1?download=1&x=1',
    '/recordings/P-1#x',
    '/admin/calls',
    ''
])('nobody is led to %j after signing in', async (target) => {
    const answer = await createBrowser().open(`${hearing.url}/auth/again?return=${encodeURIComponent(target)}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([404, null]);
});

test.each([
    ['/recordings/%2e%2e', ''],
    ['/recordings/..%2f..%2fadmin', ''],
    [`/recordings/${'A'.repeat(9000)}`, ''],
    ['/recordings/P-1/none', ''],
    ['/recordings/%2e%2e', '?ticket=old'],
    ['/recordings/%5C%5Cevil.example', '?ticket=old']
])('nobody signs in to be led to %.40s%s, which no recording has', async (path, query) => {
    // as it is: fetch would tidy the path up
    const { status, location, cookie } = await openAsItIs(`${path}${query}`);
    expect([status, location, cookie]).toEqual([404, undefined, undefined]);
});

const openAsItIs = (path: string) =>
    new Promise<{ status?: number; location?: string; cookie?: string[] }>((resolve, reject) => {
        get(hearing.url, { path, headers: { accept: 'text/html' } }, (response) => {
            response.resume();
            const { location, 'set-cookie': cookie } = response.headers;
            resolve({ status: response.statusCode, location, cookie });
        }).on('error', reject);
    });

test('while Salesforce does not answer, the page says so', async () => {
    const browser = createBrowser();
    const page = browser.next(await browser.open(hearing.address('P-1')));
    const callback = await browser.allow(page, 'ana@local.org');
    await org.fail({ kind: 'dropBeforeCommit', times: 1, match: { pathIncludes: '/oauth2/token' } });
    const answer = await browser.open(callback);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('O Salesforce não responde');
});

test('the token of a user who was deactivated since opens nothing, and leads to no endless signing in', async () => {
    await org.createPerson('partiu@local.org', 'SoftphoneAgent');
    const caseId = await org.createCase('partiu@local.org');
    await hearing.insertCall('P-5', caseId);
    await hearing.insertCall('P-6', await org.createCase('ana@local.org'));
    const browser = createBrowser();
    await browser.signIn(hearing.address('P-5'), 'partiu@local.org');
    await org.update('User', org.idOf('partiu@local.org'), { IsActive: false });
    // so soon after it was given, another sign-in would lead to the same
    const page = await browser.open(hearing.address('P-6'));
    expect(page.status).toBe(403);
    expect(await page.text()).toContain('O Salesforce recusou a sua sessão');
});
