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

const NO_MEMBERS = manifestXml({});
const deletion = (types: Record<string, string[]>, when: '' | 'Pre' | 'Post' = '') => ({
    'package.xml': NO_MEMBERS,
    [`destructiveChanges${when}.xml`]: manifestXml(types, null)
});
const rule = (active: boolean) =>
    `<validationRules><fullName>Rule</fullName><active>${active}</active>
        <errorConditionFormula>ISBLANK(A__c)</errorConditionFormula><errorMessage>No</errorMessage></validationRules>`;
const clerk = permissionSet(
    `<fieldPermissions><editable>false</editable><field>Case.A__c</field><readable>true</readable></fieldPermissions>
     <objectPermissions><allowRead>true</allowRead><object>Case</object></objectPermissions>`
);

describe('a deploy that deletes', () => {
    let bare: BareOrg;

    beforeEach(async () => {
        bare = await openBareOrg();
    });
    afterEach(() => bare.close());

    it('takes a field with its values and with the grants of it', async () => {
        const { org } = bare;
        await bare.deploy({ ...caseWith(textField('A__c')), 'permissionsets/Clerk.permissionset': clerk });
        const [first] = [...org.records.all('Case')];
        const id = String(first?.Id);
        org.records.transaction(() => org.records.put('Case', { ...first, Id: id, A__c: 'value' }));
        const outcome = await bare.deploy(deletion({ CustomField: ['Case.A__c'] }));
        expect(outcome).toMatchObject({ status: 'Succeeded', componentsTotal: 1 });
        expect(outcome.messages[0]).toMatchObject({
            fullName: 'Case.A__c',
            deleted: true,
            changed: true,
            success: true
        });
        expect(org.schema.find('Case')?.fields.has('a__c')).toBe(false);
        expect(org.records.find('Case', id)).toEqual(first);
        expect([...(org.permissionSets[0]?.fields.keys() ?? [])]).toEqual([]);
        expect(failuresOf(await bare.deploy(caseWith(textField('A__c'))))).toEqual([]);
    });

    it('takes an object with its records, fields, layouts and tab, and gives its key prefix to no other', async () => {
        const { org } = bare;
        await bare.deploy({
            'objects/Visit__c.object': customObject('Visit', textField('A__c')),
            'tabs/Visit__c.tab': metadataXml(
                'CustomTab',
                '<customObject>true</customObject><motif>Custom1: Heart</motif>'
            )
        });
        org.records.transaction(() => org.records.put('Visit__c', { Id: 'a00000000000001AAA' }));
        await bare.deploy(deletion({ CustomObject: ['Visit__c'] }));
        expect([...org.records.all('Visit__c')]).toEqual([]);
        expect(org.components.all).toEqual([]);
        await bare.deploy({ 'objects/Visit__c.object': customObject('Visit') });
        expect(org.schema.find('Visit__c')?.keyPrefix).toBe('a01');
    });

    it('takes a permission set with its record and its assignments', async () => {
        const { org } = bare;
        await bare.deploy({ 'permissionsets/Clerk.permissionset': permissionSet('') });
        const [permissionSetRow] = [...org.records.all('PermissionSet')];
        const assignment = { Id: '0Pa000000000001AAA', PermissionSetId: permissionSetRow?.Id ?? null };
        org.records.transaction(() => org.records.put('PermissionSetAssignment', assignment));
        await bare.deploy(deletion({ PermissionSet: ['Clerk'] }));
        expect([...org.records.all('PermissionSet'), ...org.records.all('PermissionSetAssignment')]).toEqual([]);
    });

    it('warns of what is not there, and fails by it unless warnings are to be ignored', async () => {
        const missing = deletion({ CustomField: ['Case.Nope__c'] });
        const strict = await bare.deploy(missing);
        expect(strict.status).toBe('Failed');
        expect(strict.messages[0]).toMatchObject({
            componentType: 'CustomField',
            fullName: 'destructiveChanges.xml',
            fileName: 'destructiveChanges.xml',
            problem: 'No CustomField named: Case.Nope__c found',
            problemType: 'Warning',
            success: false
        });
        const lenient = await bare.deploy(missing, { ignoreWarnings: true });
        expect(lenient.status).toBe('Succeeded');
        expect(lenient.messages[0]).toMatchObject({ problemType: 'Warning', success: true });
    });

    it('refuses while something else needs it, and says what', async () => {
        await bare.deploy(caseWith(textField('A__c'), rule(true)));
        const outcome = await bare.deploy(deletion({ CustomField: ['Case.A__c'] }));
        expect(failuresOf(outcome)).toEqual([
            'CustomField Case.A__c: This custom field is referenced elsewhere in Salesforce: Validation Rule - Case.Rule'
        ]);
        expect(bare.org.schema.find('Case')?.fields.has('a__c')).toBe(true);
        expect(
            failuresOf(await bare.deploy(deletion({ CustomField: ['Case.A__c'], ValidationRule: ['Case.Rule'] })))
        ).toEqual([]);
    });

    it('refuses to take an application its utility bar, and takes its tabs', async () => {
        const page = `<flexiPageRegions><name>utilityItems</name><type>Region</type></flexiPageRegions><masterLabel>Bar</masterLabel>
            <template><name>one:utilityBarTemplateDesktop</name></template><type>UtilityBar</type>`;
        await bare.deploy({
            'objects/Visit__c.object': customObject('Visit'),
            'tabs/Visit__c.tab': metadataXml(
                'CustomTab',
                '<customObject>true</customObject><motif>Custom1: Heart</motif>'
            ),
            'flexipages/Bar.flexipage': metadataXml('FlexiPage', page),
            'applications/Desk.app': metadataXml(
                'CustomApplication',
                '<formFactors>Large</formFactors><label>Desk</label><tabs>Visit__c</tabs><utilityBar>Bar</utilityBar>'
            )
        });
        expect(failuresOf(await bare.deploy(deletion({ FlexiPage: ['Bar'] })))).toEqual([
            'FlexiPage Bar: This flexi page is referenced elsewhere in Salesforce: Custom Application - Desk'
        ]);
        expect(failuresOf(await bare.deploy(deletion({ CustomTab: ['Visit__c'] })))).toEqual([]);
        const desk = bare.org.components.find('CustomApplication', 'Desk');
        expect(JSON.stringify(desk?.content)).not.toContain('Visit__c');
    });

    it('lets go what an inactive rule names', async () => {
        await bare.deploy(caseWith(textField('A__c'), rule(false)));
        expect(failuresOf(await bare.deploy(deletion({ CustomField: ['Case.A__c'] })))).toEqual([]);
    });

    it.each([
        ['before the package comes', 'Pre' as const, 'Failed'],
        ['after it', 'Post' as const, 'Succeeded']
    ])('deletes %s', async (_, when, status) => {
        await bare.deploy(caseWith(textField('A__c'), rule(true)));
        const outcome = await bare.deploy({
            ...caseWith(rule(false)),
            ...deletion({ CustomField: ['Case.A__c'] }, when),
            'package.xml': manifestXml({ ValidationRule: ['Case.Rule'] })
        });
        expect(outcome.status).toBe(status);
    });

    it.each([
        [
            'a standard object',
            'CustomObject',
            'Case',
            "The CustomObject called 'Case' is standard and cannot be deleted"
        ],
        ['a record type', 'RecordType', 'Case.Phone', 'Cannot delete record type through API']
    ])('refuses to delete %s', async (_, type, member, message) => {
        await bare.deploy(
            caseWith(
                '<enableFeeds>true</enableFeeds><recordTypes><fullName>Phone</fullName><active>true</active><label>P</label></recordTypes>'
            )
        );
        expect(failuresOf(await bare.deploy(deletion({ [type]: [member] })))).toEqual([
            `${type} ${member}: ${message}`
        ]);
    });

    it('leaves profiles that every org has, and those of users', async () => {
        const { org } = bare;
        const profile = metadataXml('Profile', '<custom>true</custom>');
        await bare.deploy({ 'profiles/Admin.profile': profile, 'profiles/Night.profile': profile });
        const night = org.components.find('Profile', 'Night');
        const user = { Id: '005000000000009AAA', ProfileId: night?.id ?? null };
        org.records.transaction(() => org.records.put('User', user));
        expect(failuresOf(await bare.deploy(deletion({ Profile: ['Admin', 'Night'] })))).toEqual([
            "Profile Admin: The Profile called 'Admin' is standard and cannot be deleted",
            "Profile Night: The Profile called 'Night' is in use and cannot be deleted"
        ]);
        org.records.transaction(() => org.records.remove('User', user.Id));
        expect(failuresOf(await bare.deploy(deletion({ Profile: ['Night'] })))).toEqual([]);
        expect([...org.records.all('Profile')].map(({ Name }) => Name)).not.toContain('Night');
    });

    it('leaves queues that own records or get them by a rule', async () => {
        const { org } = bare;
        const queue = metadataXml('Queue', '<doesSendEmailToMembers>false</doesSendEmailToMembers><name>Q</name>');
        await bare.deploy({ 'queues/Fila_do_telefone.queue': queue, 'queues/Help.queue': queue });
        const [first] = [...org.records.all('Case')];
        const owned = { ...first, Id: String(first?.Id), OwnerId: org.components.find('Queue', 'Help')?.id ?? null };
        org.records.transaction(() => org.records.put('Case', owned));
        const outcome = await bare.deploy(deletion({ Queue: ['Fila_do_telefone', 'Help'] }));
        expect(outcome).toMatchObject({ status: 'Failed', componentErrors: 2 });
        org.records.transaction(() => org.records.put('Case', { ...owned, IsDeleted: true }));
        expect(failuresOf(await bare.deploy(deletion({ Queue: ['Help'] })))).toEqual([]);
    });
});
