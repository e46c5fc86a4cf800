import { startTestOrg, type TestOrg } from '../../support/testOrg.ts';
import { lookupIn } from './testLookup.ts';

const RENATA = '5527998761212';

let org: TestOrg;

beforeEach(async () => {
    org = await startTestOrg();
});
afterEach(() => org.close());

async function idOf(object: string, condition: string): Promise<string> {
    const [record] = await org.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${condition}`);
    if (!record) throw new Error(`The org has no ${object} with ${condition}`);
    return record.Id;
}

test("the bridge's user finds leads with the permission set SoftphoneLeadLookup, and not without", async () => {
    const lookup = () => lookupIn(org, { mapping: { leads: true } });
    await expect(lookup().find(RENATA)).rejects.toMatchObject({ code: 'INVALID_TYPE' });

    await org.create('PermissionSetAssignment', {
        AssigneeId: await idOf('User', "Username = 'bridge@local.org'"),
        PermissionSetId: await idOf('PermissionSet', "Name = 'SoftphoneLeadLookup'")
    });

    expect(await lookup().find(RENATA)).toMatchObject({
        who: { kind: 'lead', name: 'Renata Siqueira', accountName: 'Ateliê Siqueira', phone: '(27) 99876-1212' },
        reason: 'lead'
    });
});
