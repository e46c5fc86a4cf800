import { findField } from '../../src/schema/objectDefinition.ts';
import { metadataXml } from '../metadata/packageOf.ts';
import { caseWith, failuresOf, openBareOrg, permissionSet, textField, type BareOrg } from './openBareOrg.ts';

describe("what follows from an org's components", () => {
    let bare: BareOrg;

    beforeEach(async () => {
        bare = await openBareOrg();
    });
    afterEach(() => bare.close());

    const clerk = (content: string) => ({ 'permissionsets/Clerk.permissionset': permissionSet(content) });
    const field = (name: string) =>
        `<fieldPermissions><editable>false</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;

    it('is a custom object with its sharing and its numbered name', async () => {
        const visit = metadataXml(
            'CustomObject',
            `<deploymentStatus>Deployed</deploymentStatus><enableSearch>true</enableSearch><label>Visita</label>
                <nameField><displayFormat>V-{000}</displayFormat><label>N</label><type>AutoNumber</type></nameField>
                <pluralLabel>Visitas</pluralLabel><sharingModel>Private</sharingModel>`
        );
        await bare.deploy({ 'objects/Visit__c.object': visit });
        const object = bare.org.schema.find('visit__c');
        expect(object).toMatchObject({
            label: 'Visita',
            labelPlural: 'Visitas',
            sharingModel: 'Private',
            custom: true,
            searchable: true,
            keyPrefix: 'a00'
        });
        expect(object && findField(object, 'Name')).toMatchObject({ autoNumberFormat: 'V-{000}', createable: false });
        expect(object && findField(object, 'CreatedById')).toMatchObject({ createable: false });
    });

    it('is the sharing of a standard object whose file says it', async () => {
        const file = (content: string) => ({ 'objects/Case.object': metadataXml('CustomObject', content) });
        expect(failuresOf(await bare.deploy(file('<sharingModel>Private</sharingModel>')))).toEqual([]);
        expect(bare.org.schema.find('Case')).toMatchObject({ sharingModel: 'Private', custom: false });
        expect(bare.org.schema.find('Contact')).toMatchObject({ sharingModel: 'ReadWrite' });
    });

    it('is a detail without an owner of its own', async () => {
        const detail = metadataXml(
            'CustomObject',
            `<deploymentStatus>Deployed</deploymentStatus>
                <fields><fullName>Case__c</fullName><label>Case</label><referenceTo>Case</referenceTo><relationshipName>Parts</relationshipName>
                <relationshipOrder>0</relationshipOrder><type>MasterDetail</type></fields><label>Part</label>
                <nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Parts</pluralLabel><sharingModel>ControlledByParent</sharingModel>`
        );
        expect(failuresOf(await bare.deploy({ 'objects/Part__c.object': detail }))).toEqual([]);
        expect(bare.org.schema.find('Part__c')?.fields.has('ownerid')).toBe(false);
    });

    it('is what a permission set grants: fields, objects and user permissions', async () => {
        await bare.deploy(
            clerk(
                `${field('Contact.Phone')}<objectPermissions><allowRead>true</allowRead><object>Contact</object></objectPermissions>
                 <userPermissions><enabled>true</enabled><name>EditTask</name></userPermissions>
                 <userPermissions><enabled>false</enabled><name>RunReports</name></userPermissions>`
            )
        );
        const [granted] = bare.org.permissionSets;
        expect(granted?.fields.get('contact.phone')).toEqual({ readable: true, editable: false });
        expect(granted?.objects.get('contact')).toMatchObject({ allowRead: true, allowEdit: false });
        expect([...(granted?.userPermissions ?? [])]).toEqual(['EditTask']);
    });

    it('is a field of activities on tasks, for whom it is granted', async () => {
        await bare.deploy({
            'objects/Activity.object': metadataXml('CustomObject', textField('Level__c')),
            ...clerk(field('Activity.Level__c'))
        });
        const task = bare.org.schema.find('Task');
        expect(task && findField(task, 'Level__c')).toMatchObject({ custom: true });
        expect(bare.org.permissionSets[0]?.fields.has('task.level__c')).toBe(true);
    });

    it('is a picklist with the values of the value set that it shares', async () => {
        const values = (...each: string[]) =>
            metadataXml(
                'GlobalValueSet',
                `${each.map((value) => `<customValue><fullName>${value}</fullName><default>false</default><label>${value}</label></customValue>`).join('')}<masterLabel>Levels</masterLabel><sorted>false</sorted>`
            );
        const shared =
            '<fields><fullName>Level__c</fullName><label>Level</label><type>Picklist</type><valueSet><valueSetName>Levels</valueSetName></valueSet></fields>';
        const valuesOfField = () => {
            const object = bare.org.schema.find('Case');
            return (object && findField(object, 'Level__c')?.picklist.map(({ value }) => value)) ?? [];
        };
        await bare.deploy({ ...caseWith(shared), 'globalValueSets/Levels.globalValueSet': values('Gold') });
        expect(valuesOfField()).toEqual(['Gold']);
        await bare.deploy({ 'globalValueSets/Levels.globalValueSet': values('Gold', 'Silver') });
        expect(valuesOfField()).toEqual(['Gold', 'Silver']);
    });

    it.each([
        ['a required field', field('Case.Status'), 'You cannot deploy to a required field: Case.Status'],
        ['a field of calls', field('Task.CallObject'), 'In field: field - no CustomField named Task.CallObject found'],
        [
            'writing without reading',
            '<objectPermissions><allowEdit>true</allowEdit><object>Case</object></objectPermissions>',
            'Permission Edit Case depends on permission(s): Read Case'
        ]
    ])('is no permission set that grants %s', async (_, content, message) => {
        expect(failuresOf(await bare.deploy(clerk(content)))).toEqual([`PermissionSet Clerk: ${message}`]);
    });
});
