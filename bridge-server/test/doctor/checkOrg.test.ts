import { readConfig } from '../../src/config.ts';
import { checkAgents } from '../../tools/doctor/checks/checkAgents.ts';
import { checkOrg } from '../../tools/doctor/checks/checkOrg.ts';
import { openOrg } from '../../tools/doctor/openOrg.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';

let org: TestOrg;
beforeEach(async () => {
    org = await startTestOrg();
});
afterEach(() => org.close());

function open(username = 'bridge@local.org') {
    const { salesforce, mapping } = readConfig({
        ...org.bridgeEnvironment,
        SESSION_SECRET: 'a secret of at least thirty-two characters',
        SALESFORCE_CLIENT_ID: 'softphone-bridge',
        SALESFORCE_USERNAME: username
    });
    return openOrg({ salesforce, mapping });
}

const userId = async (username: string): Promise<string> =>
    (await org.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = '${username}'`))[0]?.Id ?? '';

async function agentsIn(members: readonly string[]) {
    const opened = open();
    const [users, holders] = [await opened.users(), await opened.agents()];
    return checkAgents({ members: new Set(members), users, holders, userField: 'Extension' });
}

test('an org that lets the bridge in, with the same time', async () => {
    const { findings, users } = await checkOrg(open(), Date.now);
    expect(findings.map(({ check, level }) => `${check} ${level}`)).toEqual([
        'org clock ok',
        'sign-in ok',
        'mapping ok'
    ]);
    expect(users?.map(({ extension }) => extension).toSorted()).toEqual(['1001', '1002']);
});

test.each([
    [60_000, 'warn'],
    [-60_000, 'warn'],
    [600_000, 'fail']
])('a clock %d ms from the org: %s', async (skewMs, level) => {
    const { findings } = await checkOrg(open(), () => Date.now() + skewMs);
    expect(findings[0]).toMatchObject({ check: 'org clock', level });
});

test('an org that refuses the sign-in says which way', async () => {
    const { findings, users } = await checkOrg(open('nobody@local.org'), Date.now);
    expect(users).toBeNull();
    expect(findings.at(-1)).toMatchObject({ check: 'sign-in', level: 'fail', saw: 'invalid_grant' });
    expect(JSON.stringify(findings)).not.toContain('nobody@local.org');
});

test('an org that does not answer', async () => {
    const opened = open();
    await org.close();
    const { findings } = await checkOrg(opened, Date.now);
    expect(findings).toEqual([expect.objectContaining({ check: 'sign-in', level: 'fail', saw: 'NO_ANSWER' })]);
    org = await startTestOrg();
});

test('every agent of a queue is one user', async () => {
    expect(await agentsIn(['1001', '1002'])).toEqual([
        { check: 'agents', level: 'ok', saw: 'all 2 agents of queues are one active user each' }
    ]);
});

test('two users with one extension', async () => {
    await org.update('User', await userId('admin@local.org'), { Extension: '1001' });
    expect(await agentsIn(['1001', '1002'])).toEqual([
        expect.objectContaining({ level: 'fail', saw: expect.stringContaining('the extension 1001:') })
    ]);
});

test('a member who is nobody, also when the user is no longer active', async () => {
    await org.update('User', await userId('bruno@local.org'), { IsActive: false });
    expect(await agentsIn(['1001', '1002', '2001'])).toEqual([
        expect.objectContaining({ level: 'warn', saw: expect.stringContaining('extension 1002, 2001:') })
    ]);
});

test('a softphone user in no queue, and one without an extension', async () => {
    await org.update('User', await userId('bruno@local.org'), { Extension: null });
    const findings = await agentsIn(['2001']);
    expect(findings.map(({ level, saw }) => `${level} ${saw}`)).toEqual([
        expect.stringContaining('2001'),
        expect.stringMatching(/^warn 1 users with the permission set/),
        'warn softphone users in no queue: 1001'
    ]);
});

test('who has an extension and no softphone is missed in no queue', async () => {
    await org.update('User', await userId('admin@local.org'), { Extension: '3001' });
    expect(await agentsIn(['1001', '1002'])).toEqual([expect.objectContaining({ level: 'ok' })]);
});

test('where the permission set cannot be seen, everybody with an extension counts', () => {
    const users = [
        { id: '1', extension: '1001' },
        { id: '2', extension: '3001' }
    ];
    expect(checkAgents({ members: new Set(['1001']), users, holders: null, userField: 'Extension' })).toEqual([
        expect.objectContaining({ level: 'warn', saw: 'users in no queue: 3001' })
    ]);
});
