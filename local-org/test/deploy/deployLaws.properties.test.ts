import fc from 'fast-check';
import { metadataXml } from '../metadata/packageOf.ts';
import { caseWith, customObject, openBareOrg, permissionSet, textField, type BareOrg } from './openBareOrg.ts';

const NAMES = ['A__c', 'B__c', 'C__c'];
const names = fc.subarray(NAMES);
const goodField = (name: string) => textField(name);
const badFields = [
    '<fields><fullName>Odd__c</fullName><label>Odd</label><type>Hologram</type></fields>',
    '<fields><fullName>Lost__c</fullName><label>L</label><referenceTo>Lost__c</referenceTo><relationshipName>Ls</relationshipName><type>Lookup</type></fields>',
    textField('Bad__c', '<colour>red</colour>')
];

function granting(fields: string[]): string {
    return permissionSet(
        fields
            .map((name) => `<fieldPermissions><editable>false</editable><field>Case.${name}</field></fieldPermissions>`)
            .join('')
    );
}

/** Packages whose good parts are drawn, over an org that others of them were deployed to before. */
const packages = fc
    .record({ fields: names, granted: names, hasObject: fc.boolean(), hasQueue: fc.boolean() })
    .map(({ fields, granted, hasObject, hasQueue }) => ({
        fields,
        contents: {
            ...(fields.length > 0 ? caseWith(...fields.map(goodField)) : {}),
            'permissionsets/Clerk.permissionset': granting(granted),
            ...(hasObject ? { 'objects/Visit__c.object': customObject('Visit', textField('A__c')) } : {}),
            ...(hasQueue
                ? {
                      'queues/Second.queue': metadataXml(
                          'Queue',
                          '<doesSendEmailToMembers>false</doesSendEmailToMembers><name>Second</name><queueSobject><sobjectType>Case</sobjectType></queueSobject>'
                      )
                  }
                : {})
        }
    }));

function stateOf({ org }: BareOrg) {
    const { components, schema, permissionSets, profiles } = org;
    return { components, schema, permissionSets, profiles, records: JSON.stringify(org.records.snapshot()) };
}

async function withOrg(check: (bare: BareOrg) => Promise<void>): Promise<void> {
    const bare = await openBareOrg();
    try {
        await check(bare);
    } finally {
        await bare.close();
    }
}

describe('whatever is deployed', () => {
    it('a deploy that fails leaves components, schema and records exactly as they were', async () => {
        await fc.assert(
            fc.asyncProperty(packages, packages, fc.constantFrom(...badFields), async (first, second, bad) =>
                withOrg(async (bare) => {
                    await bare.deploy(first.contents);
                    const before = stateOf(bare);
                    const contents = { ...second.contents, ...caseWith(...second.fields.map(goodField), bad) };
                    const outcome = await bare.deploy(contents);
                    expect(outcome.status).toBe('Failed');
                    const after = stateOf(bare);
                    expect(after.records).toBe(before.records);
                    expect(after.components).toBe(before.components);
                    expect(after.schema).toBe(before.schema);
                    expect(after.permissionSets).toBe(before.permissionSets);
                })
            ),
            { numRuns: 40 }
        );
    });

    it('deploying the same again changes nothing', async () => {
        await fc.assert(
            fc.asyncProperty(packages, async ({ contents }) =>
                withOrg(async (bare) => {
                    const first = await bare.deploy(contents, { rollbackOnError: false });
                    const before = stateOf(bare);
                    const again = await bare.deploy(contents, { rollbackOnError: false });
                    expect(
                        again.messages.filter(({ componentType, changed }) => componentType !== '' && changed)
                    ).toEqual([]);
                    expect(again.messages.map(({ problem }) => problem)).toEqual(
                        first.messages.map(({ problem }) => problem)
                    );
                    expect(stateOf(bare).records).toBe(before.records);
                })
            ),
            { numRuns: 30 }
        );
    });
});
