import { metadataXml } from '../metadata/packageOf.ts';
import {
    caseWith,
    customObject,
    failuresOf,
    openBareOrg,
    permissionSet,
    textField,
    type BareOrg
} from './openBareOrg.ts';

const LEVEL = metadataXml(
    'CustomObject',
    `${textField('Code__c')}
        <fields><fullName>Rank__c</fullName><label>Rank</label><precision>3</precision><scale>0</scale><type>Number</type></fields>
        <label>Level</label><pluralLabel>Levels</pluralLabel><visibility>Public</visibility>`
);
const gold = (rank: string) => ({
    'customMetadata/Level.Gold.md': `<?xml version="1.0" encoding="UTF-8"?>
        <CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
            <label>Gold level</label><protected>false</protected>
            <values><field>Code__c</field><value xsi:nil="true"/></values>
            <values><field>Rank__c</field><value xsi:type="xsd:double">${rank}</value></values>
        </CustomMetadata>`
});

describe('what is deployed shows as records', () => {
    let bare: BareOrg;

    beforeEach(async () => {
        bare = await openBareOrg();
    });
    afterEach(() => bare.close());

    const rows = (object: string) => [...bare.org.records.all(object)];

    it('a permission set, under the id that the deploy told', async () => {
        const { messages } = await bare.deploy({
            'permissionsets/Clerk.permissionset': permissionSet('<description>D</description>')
        });
        const { id } = messages.find(({ componentType }) => componentType === 'PermissionSet') ?? {};
        expect(rows('PermissionSet')).toMatchObject([{ Id: id, Name: 'Clerk', Label: 'Clerk', Description: 'D' }]);
    });

    it('a queue with the objects that it serves, the one that is there already among them', async () => {
        const queue = (name: string, ...objects: string[]) => ({
            [`queues/${name}.queue`]: metadataXml(
                'Queue',
                `<doesSendEmailToMembers>false</doesSendEmailToMembers><name>Q ${name}</name>${objects
                    .map((object) => `<queueSobject><sobjectType>${object}</sobjectType></queueSobject>`)
                    .join('')}`
            )
        });
        const served = (developerName: string) => {
            const group = rows('Group').find(({ DeveloperName }) => DeveloperName === developerName);
            return rows('QueueSobject')
                .filter(({ QueueId }) => QueueId === group?.Id)
                .map(({ SobjectType }) => SobjectType);
        };
        await bare.deploy({ ...queue('Second', 'Case', 'Task'), ...queue('Fila_do_telefone', 'Case', 'Lead') });
        expect(rows('Group')).toHaveLength(2);
        expect(served('Fila_do_telefone')).toEqual(['Case', 'Lead']);
        await bare.deploy(queue('Second', 'Lead'));
        expect(served('Second')).toEqual(['Lead']);
    });

    it('a record type, which gives its object the field', async () => {
        const { org } = bare;
        expect(org.schema.find('Case')?.fields.has('recordtypeid')).toBe(false);
        await bare.deploy(
            caseWith(
                '<recordTypes><fullName>Phone</fullName><active>true</active><label>By phone</label></recordTypes>'
            )
        );
        expect(rows('RecordType')).toMatchObject([
            { Name: 'By phone', DeveloperName: 'Phone', SobjectType: 'Case', IsActive: true }
        ]);
        expect(org.schema.find('Case')?.fields.has('recordtypeid')).toBe(true);
    });

    it('a record of custom metadata, with the values that its fields take', async () => {
        await bare.deploy({ 'objects/Level__mdt.object': LEVEL, ...gold('7.0') });
        const [record] = rows('Level__mdt');
        expect(record).toMatchObject({ DeveloperName: 'Gold', MasterLabel: 'Gold level', Code__c: null, Rank__c: 7 });
        expect(record?.Id).toMatch(/^m00/);
        await bare.deploy(gold('8.0'));
        expect(rows('Level__mdt')).toEqual([{ ...record, Rank__c: 8 }]);
    });

    it('none of custom metadata whose value does not fit', async () => {
        const outcome = await bare.deploy({ 'objects/Level__mdt.object': LEVEL, ...gold('12345') });
        expect(failuresOf(outcome)).toEqual([
            'CustomMetadata Level.Gold: Rank: value outside of valid range on numeric field: 12345'
        ]);
    });

    it('a custom setting as an object of its own kind', async () => {
        const setting = metadataXml(
            'CustomObject',
            `<customSettingsType>Hierarchy</customSettingsType><enableFeeds>false</enableFeeds>${textField('Url__c')}<label>Setup</label><visibility>Public</visibility>`
        );
        expect(failuresOf(await bare.deploy({ 'objects/Setup__c.object': setting }))).toEqual([]);
        const fields = bare.org.schema.find('Setup__c')?.fields;
        expect([fields?.has('setupownerid'), fields?.has('url__c'), fields?.has('ownerid')]).toEqual([
            true,
            true,
            false
        ]);
    });

    it('no object for platform events, which are kept only', async () => {
        const event = metadataXml(
            'CustomObject',
            '<deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>Rang</label><pluralLabel>Rangs</pluralLabel><publishBehavior>PublishImmediately</publishBehavior>'
        );
        expect(failuresOf(await bare.deploy({ 'objects/Rang__e.object': event }))).toEqual([]);
        expect(bare.org.schema.find('Rang__e')).toBeUndefined();
        expect(bare.org.components.find('CustomObject', 'Rang__e')).toBeDefined();
    });

    it('a profile that a deploy mentions again keeps what the deploy leaves out', async () => {
        const grant = (name: string) =>
            `<fieldPermissions><editable>false</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;
        const profile = (content: string) => ({ 'profiles/Standard.profile': metadataXml('Profile', content) });
        await bare.deploy({ ...caseWith(textField('A__c'), textField('B__c')), ...profile(grant('Case.A__c')) });
        await bare.deploy(profile(grant('Case.B__c')));
        const [standard] = bare.org.profiles;
        expect(standard?.name).toBe('Standard User');
        expect([...(standard?.fields.keys() ?? [])]).toEqual(['case.a__c', 'case.b__c']);
        expect(rows('Profile').filter(({ Name }) => Name === 'Standard User')).toHaveLength(1);
    });

    it('values of a field that changes its type only where they can be kept', async () => {
        const { org } = bare;
        await bare.deploy(caseWith(textField('A__c')));
        const [first] = rows('Case');
        org.records.transaction(() => org.records.put('Case', { ...first, Id: String(first?.Id), A__c: 'one' }));
        const long =
            '<fields><fullName>A__c</fullName><label>A</label><length>300</length><type>LongTextArea</type><visibleLines>3</visibleLines></fields>';
        const date = '<fields><fullName>A__c</fullName><label>A</label><type>Date</type></fields>';
        const lookup =
            '<fields><fullName>A__c</fullName><label>A</label><referenceTo>User</referenceTo><relationshipName>As</relationshipName><type>Lookup</type></fields>';
        expect(failuresOf(await bare.deploy(caseWith(long)))).toEqual([]);
        expect(failuresOf(await bare.deploy(caseWith(date)))).toEqual([
            'CustomField Case.A__c: Cannot change type due to existing data'
        ]);
        expect(failuresOf(await bare.deploy(caseWith(lookup)))).toEqual([
            'CustomField Case.A__c: Cannot update a field to a Lookup, MasterDetail, or Hierarchy from something else'
        ]);
        expect(failuresOf(await bare.deploy({ 'objects/V__c.object': customObject('V') }))).toEqual([]);
    });
});
