import { findField } from '../../src/schema/objectDefinition.ts';
import { manifestXml, metadataXml } from '../metadata/packageOf.ts';
import {
    caseWith,
    customObject,
    failuresOf,
    openBareOrg,
    permissionSet,
    textField,
    type BareOrg
} from './openBareOrg.ts';

describe('a deploy', () => {
    let bare: BareOrg;

    beforeEach(async () => {
        bare = await openBareOrg();
    });
    afterEach(() => bare.close());

    const caseField = (name: string) => {
        const object = bare.org.schema.find('Case');
        return object && findField(object, name);
    };

    it('brings a field to a standard object, and says so', async () => {
        const outcome = await bare.deploy(caseWith(textField('Level__c')));
        expect(outcome).toMatchObject({ status: 'Succeeded', componentsTotal: 1, componentErrors: 0 });
        expect(outcome.messages).toContainEqual({
            componentType: 'CustomField',
            fullName: 'Case.Level__c',
            fileName: 'objects/Case.object',
            success: true,
            changed: true,
            created: true,
            deleted: false,
            id: expect.stringMatching(/^00N\w{15}$/)
        });
        expect(caseField('level__c')).toMatchObject({ type: 'string', length: 40, custom: true });
    });

    it('changes nothing where the content is the same, wherever it stands in its file', async () => {
        const first = await bare.deploy(caseWith(textField('Level__c')));
        const again = await bare.deploy(caseWith('', '', textField('Level__c')));
        const other = await bare.deploy(caseWith(textField('Level__c', '<description>of support</description>')));
        const fieldOf = ({ messages }: typeof first) => messages.find(({ fullName }) => fullName === 'Case.Level__c');
        expect(fieldOf(again)).toEqual({ ...fieldOf(first), changed: false, created: false });
        expect(fieldOf(other)).toMatchObject({ changed: true, created: false, id: fieldOf(first)?.id });
    });

    it('keeps the key prefix of an object when it is deployed again', async () => {
        await bare.deploy({ 'objects/Visit__c.object': customObject('Visit') });
        await bare.deploy({ 'objects/Call__c.object': customObject('Call') });
        await bare.deploy({ 'objects/Visit__c.object': customObject('Trip', textField('To__c')) });
        expect(bare.org.schema.find('Visit__c')).toMatchObject({ label: 'Trip', keyPrefix: 'a00' });
        expect(bare.org.schema.find('Call__c')).toMatchObject({ keyPrefix: 'a01' });
    });

    it('reports all that is wrong, what needs the wrong among it, and changes nothing', async () => {
        const before = { ...bare.org };
        const outcome = await bare.deploy({
            ...caseWith(
                '<fields><fullName>Odd__c</fullName><label>Odd</label><type>Hologram</type></fields>',
                textField('Good__c')
            ),
            'permissionsets/Clerk.permissionset': permissionSet(
                ['Case.Odd__c', 'Case.Good__c', 'Case.Nope__c']
                    .map(
                        (field) =>
                            `<fieldPermissions><editable>false</editable><field>${field}</field></fieldPermissions>`
                    )
                    .join('')
            )
        });
        expect(outcome.status).toBe('Failed');
        expect(failuresOf(outcome)).toEqual([
            expect.stringMatching(
                /^CustomField Case.Odd__c: .*'Hologram' is not a valid value for the enum 'FieldType'/
            ),
            'PermissionSet Clerk: In field: field - no CustomField named Case.Odd__c found',
            'PermissionSet Clerk: In field: field - no CustomField named Case.Nope__c found'
        ]);
        expect(outcome.messages.find(({ fullName }) => fullName === 'Case.Good__c')?.success).toBe(true);
        expect({ ...bare.org }).toEqual(before);
    });

    it('keeps what is good when it is told not to roll back', async () => {
        const outcome = await bare.deploy(caseWith(textField('Good__c'), textField('Bad__c', '<colour>red</colour>')), {
            rollbackOnError: false
        });
        expect(outcome.status).toBe('SucceededPartial');
        expect(caseField('Good__c')).toBeDefined();
        expect(caseField('Bad__c')).toBeUndefined();
    });

    it('changes nothing when it only checks', async () => {
        const before = { ...bare.org };
        const outcome = await bare.deploy(caseWith(textField('Level__c')), { checkOnly: true });
        expect(outcome.status).toBe('Succeeded');
        expect({ ...bare.org }).toEqual(before);
    });

    it('says where the problem stands', async () => {
        const { messages } = await bare.deploy(
            caseWith('<fields>\n  <fullName>A__c</fullName>\n  <colour>red</colour>\n</fields>')
        );
        expect(messages[0]).toMatchObject({
            componentType: 'CustomField',
            fullName: 'Case.A__c',
            fileName: 'objects/Case.object',
            problem:
                'Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}colour invalid at this location in type CustomField',
            problemType: 'Error',
            lineNumber: 5,
            columnNumber: 11
        });
    });

    it('names files below the folder that the package lies in', async () => {
        const outcome = await bare.deploy(
            {
                'unpackaged/package.xml': manifestXml({ CustomField: ['Case.A__c'] }),
                'unpackaged/objects/Case.object': metadataXml('CustomObject', textField('A__c'))
            },
            { singlePackage: false }
        );
        expect(outcome.messages.map(({ fileName }) => fileName)).toEqual([
            'unpackaged/objects/Case.object',
            'unpackaged/package.xml'
        ]);
    });

    it.each([
        ['classes/A.cls', 'classes/A.cls-meta.xml', 'ApexClass', 'Apex'],
        ['pages/A.page', 'pages/A.page-meta.xml', 'ApexPage', 'Visualforce']
    ])('refuses what the org has no compiler for: %s', async (file, metaFile, type, lacking) => {
        const outcome = await bare.deploy({
            [file]: 'anything',
            [metaFile]: metadataXml(type, '<apiVersion>66.0</apiVersion><label>A</label>')
        });
        expect(failuresOf(outcome)).toEqual([
            `${type} A: The local org does not emulate ${lacking}. See local-org/README.md.`
        ]);
    });

    it('stops before it changes anything when it is cancelled', async () => {
        const { components } = bare.org;
        await expect(bare.deploy(caseWith(textField('A__c')), {}, AbortSignal.abort())).rejects.toThrow('aborted');
        expect(bare.org.components).toBe(components);
    });

    it('keeps one way of writing a name, whatever the next deploys write', async () => {
        const { org } = bare;
        await bare.deploy({ 'objects/case.object': metadataXml('CustomObject', textField('Level__c')) });
        expect(org.components.all.map(({ fullName }) => fullName)).toEqual(['Case.Level__c']);
        const [first] = [...org.records.all('Case')];
        const id = String(first?.Id);
        org.records.transaction(() => org.records.put('Case', { ...first, Id: id, Level__c: 'gold' }));
        const shouted = textField('LEVEL__C', '<description>of support</description>');
        expect(failuresOf(await bare.deploy({ 'objects/CASE.object': metadataXml('CustomObject', shouted) }))).toEqual(
            []
        );
        expect(caseField('level__c')).toMatchObject({ name: 'Level__c' });
        const date = '<fields><fullName>level__c</fullName><label>A</label><type>Date</type></fields>';
        expect(failuresOf(await bare.deploy({ 'objects/case.object': metadataXml('CustomObject', date) }))).toEqual([
            'CustomField Case.Level__c: Cannot change type due to existing data'
        ]);
        await bare.deploy({
            'package.xml': manifestXml({}),
            'destructiveChanges.xml': manifestXml({ CustomField: ['CASE.LEVEL__C'] }, null)
        });
        expect(org.records.find('Case', id)).toEqual(first);
    });

    it('writes records of custom metadata under the name of their type', async () => {
        const type = metadataXml('CustomObject', '<label>Level</label><pluralLabel>Levels</pluralLabel>');
        const gold = metadataXml('CustomMetadata', '<label>Gold</label><protected>false</protected>');
        await bare.deploy({ 'objects/Level__mdt.object': type, 'customMetadata/level.Gold.md': gold });
        expect(bare.org.components.find('CustomMetadata', 'level.gold')?.fullName).toBe('Level.Gold');
        await bare.deploy({
            'package.xml': manifestXml({}),
            'destructiveChanges.xml': manifestXml({ CustomMetadata: ['LEVEL.gold'] }, null)
        });
        expect([...bare.org.records.all('Level__mdt')]).toEqual([]);
    });
});
