import { createAgentDirectory } from '../../src/salesforce/agents.ts';
import { connectTo } from '../support/orgConnection.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';

const MINUTE_MS = 60_000;

let org: TestOrg;
let clock: number;

beforeEach(async () => {
    org = await startTestOrg();
    clock = 1;
});
afterEach(() => org.close());

const directory = () => createAgentDirectory({ connection: connectTo(org), userField: 'Extension', now: () => clock });
const userId = async (username: string): Promise<string> =>
    (await org.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = '${username}'`))[0]?.Id ?? '';

test('lists every active user with an extension', async () => {
    await org.update('User', await userId('bruno@local.org'), { IsActive: false });
    const seen = await directory().all();
    const expected = await org.query<{ Name: string; Extension: string }>(
        'SELECT Name, Extension FROM User WHERE IsActive = true AND Extension != null'
    );
    expect(seen.map(({ name, extension }) => `${extension} ${name}`).toSorted()).toEqual(
        expected.map(({ Name, Extension }) => `${Extension} ${Name}`).toSorted()
    );
    expect(seen).toContainEqual(expect.objectContaining({ name: 'Ana Souza', extension: '1001' }));
    expect(seen.map(({ name }) => name)).not.toContain('Bruno Lima');
});

test('of several with one extension, who has been there longest', async () => {
    await org.update('User', await userId('bruno@local.org'), { Extension: '1001' });
    const seen = (await directory().all()).filter(({ extension }) => extension === '1001');
    expect(seen.map(({ name }) => name)).toEqual(['Ana Souza']);
});

test('asks Salesforce again only after some minutes', async () => {
    const agents = directory();
    await agents.all();
    await org.update('User', await userId('ana@local.org'), { LastName: 'Prado' });
    const nameOfAna = async () => (await agents.all()).find(({ extension }) => extension === '1001')?.name;
    clock += 4 * MINUTE_MS;
    expect(await nameOfAna()).toBe('Ana Souza');
    clock += 2 * MINUTE_MS;
    expect(await nameOfAna()).toBe('Ana Prado');
});

test('a failure is not remembered', async () => {
    const agents = directory();
    await org.fail({ kind: 'serverUnavailable', times: 2, match: { method: 'GET', pathIncludes: '/query' } });
    await expect(agents.all()).rejects.toThrow();
    expect(await agents.all()).not.toEqual([]);
});
