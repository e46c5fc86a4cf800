import { createSupervisorCheck } from '../../src/salesforce/supervisors.ts';
import { connectTo } from '../support/orgConnection.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';
import { forgetRequests, requestsTo } from './caller/testLookup.ts';

let org: TestOrg;
let anaId: string;
let brunoId: string;

async function idOf(object: string, condition: string): Promise<string> {
    const [record] = await org.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${condition}`);
    if (!record) throw new Error(`The org has no ${object} with ${condition}`);
    return record.Id;
}

beforeAll(async () => {
    org = await startTestOrg();
    anaId = await idOf('User', "Username = 'ana@local.org'");
    brunoId = await idOf('User', "Username = 'bruno@local.org'");
    await org.create('PermissionSetAssignment', {
        AssigneeId: anaId,
        PermissionSetId: await idOf('PermissionSet', "Name = 'SoftphoneSupervisor'")
    });
});
afterAll(() => org.close());

const checkAt = (now: () => number = Date.now) => createSupervisorCheck({ connection: connectTo(org), now });

test('who holds the permission set is a supervisor, and nobody else', async () => {
    const isSupervisor = checkAt();
    expect(await isSupervisor(anaId)).toBe(true);
    expect(await isSupervisor(brunoId)).toBe(false);
});

test('is asked once a minute', async () => {
    let minute = 0;
    const isSupervisor = checkAt(() => 1_800_000_000_000 + minute * 60_000);
    await forgetRequests(org);
    await Promise.all([isSupervisor(anaId), isSupervisor(anaId)]);
    minute = 0.9;
    await isSupervisor(anaId);
    expect(await requestsTo(org)).toMatchObject({ query: 1 });
    minute = 1.1;
    await isSupervisor(anaId);
    expect(await requestsTo(org)).toMatchObject({ query: 2 });
});
