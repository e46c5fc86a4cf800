import fc from 'fast-check';
import { resolveUserAccess } from '../../src/access/resolveUserAccess.ts';
import type { CallContext } from '../../src/callContext.ts';
import { runQuery } from '../../src/query/runQuery.ts';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';
import { ACCOUNT_IDS, apply, removeContacts, transactions } from './randomWrites.ts';

describe('a filter that an index serves', () => {
    let org: TestOrg;
    let context: CallContext;

    beforeAll(async () => {
        org = await startTestOrg();
        const [admin] = org.org.records.findBy('User', 'Username', 'admin@local.org');
        if (!admin) throw new Error('The org has no administrator.');
        context = { apiVersion: '66.0', access: resolveUserAccess(org.org, admin), autoAssign: 'notSaid' };
    });
    afterAll(() => org.close());

    const idsOf = (condition: string, reaches: () => boolean) => {
        const result = runQuery(org.org, context, `SELECT Id FROM Contact WHERE ${condition}`, reaches);
        return result.readRows(0, result.rowCount).map(({ Id }) => Id);
    };
    /** No index holds empty values, so that this one looks at every record. */
    const scan = (condition: string) => `(${condition}) OR Id = null`;

    it('finds what a look at every record finds, after any writes and rollbacks', () => {
        const [first, second] = ACCOUNT_IDS;
        const conditions = [
            `AccountId = '${first}'`,
            `AccountId IN ('${first}', '${second}') AND LastName LIKE 'S%'`,
            `AccountId IN ('${first}', null)`,
            `AccountId != '${first}' AND AccountId = '${second}'`,
            `(AccountId = '${first}' AND LastName = 'silva') OR AccountId = '${second}'`,
            `(NOT AccountId = '${first}') AND LastName = 'Souza'`
        ];
        fc.assert(
            fc.property(transactions, (list) => {
                removeContacts(org.org);
                for (const transaction of list) {
                    apply(org.org, transaction);
                    for (const condition of conditions) {
                        const found = idsOf(condition, () => true);
                        expect(found.toSorted()).toEqual(idsOf(scan(condition), () => true).toSorted());
                    }
                }
            }),
            { numRuns: 60 }
        );
    });
});
