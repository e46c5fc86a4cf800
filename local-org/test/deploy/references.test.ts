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

const field = (name: string) =>
    `<fieldPermissions><editable>false</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;
const lookup = (name: string, target: string) =>
    `<fields><fullName>${name}</fullName><label>L</label><referenceTo>${target}</referenceTo><relationshipName>Ls</relationshipName><type>Lookup</type></fields>`;
const clerk = (content: string) => ({ 'permissionsets/Clerk.permissionset': permissionSet(content) });
const layout = (fieldName: string) =>
    metadataXml(
        'Layout',
        `<layoutSections><customLabel>false</customLabel><detailHeading>false</detailHeading><editHeading>false</editHeading>
            <layoutColumns><layoutItems><behavior>Edit</behavior><field>${fieldName}</field></layoutItems></layoutColumns>
            <style>OneColumn</style></layoutSections>`
    );
const page = (componentName: string) =>
    metadataXml(
        'FlexiPage',
        `<flexiPageRegions><itemInstances><componentInstance><componentName>${componentName}</componentName>
            <identifier>one</identifier></componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions>
            <masterLabel>Page</masterLabel><template><name>flexipage:defaultAppHomeTemplate</name></template><type>AppPage</type>`
    );
const application = (content: string) =>
    metadataXml(
        'CustomApplication',
        `<formFactors>Large</formFactors><label>Desk</label><navType>Console</navType>${content}`
    );
const validationRule = (formula: string) =>
    `<validationRules><fullName>Rule</fullName><active>true</active>
        <errorConditionFormula>${formula}</errorConditionFormula><errorMessage>No</errorMessage></validationRules>`;

describe('a component that names another', () => {
    let bare: BareOrg;

    beforeEach(async () => {
        bare = await openBareOrg();
    });
    afterEach(() => bare.close());

    it.each<[string, Record<string, string>, string]>([
        ['a field', clerk(field('Case.X__c')), 'In field: field - no CustomField named Case.X__c found'],
        [
            'an object',
            clerk('<objectPermissions><allowRead>true</allowRead><object>Gadget</object></objectPermissions>'),
            'In field: object - no CustomObject named Gadget found'
        ],
        [
            'an application',
            clerk(
                '<applicationVisibilities><application>Desk</application><visible>true</visible></applicationVisibilities>'
            ),
            'In field: application - no CustomApplication named Desk found'
        ],
        [
            'a custom permission',
            clerk('<customPermissions><enabled>true</enabled><name>May</name></customPermissions>'),
            'In field: name - no CustomPermission named May found'
        ],
        [
            'a tab',
            clerk('<tabSettings><tab>Visit__c</tab><visibility>Visible</visibility></tabSettings>'),
            'In field: tab - no CustomTab named Visit__c found'
        ],
        [
            'an Apex class',
            clerk('<classAccesses><apexClass>Controller</apexClass><enabled>true</enabled></classAccesses>'),
            'In field: apexClass - no ApexClass named Controller found'
        ],
        [
            'a Lightning component',
            { 'flexipages/Page.flexipage': page('c:panel') },
            "We couldn't retrieve the design time component information for component c:panel."
        ],
        [
            'a utility bar',
            { 'applications/Desk.app': application('<utilityBar>Bar</utilityBar>') },
            'In field: utilityBar - no FlexiPage named Bar found'
        ],
        [
            'a tab of an application',
            { 'applications/Desk.app': application('<tabs>Visit__c</tabs>') },
            'In field: tab - no CustomTab named Visit__c found'
        ],
        [
            'a field on a layout',
            { 'layouts/Case-Case Layout.layout': layout('X__c') },
            'In field: field - no CustomField named Case.X__c found'
        ],
        [
            'the target of a lookup',
            caseWith(lookup('Visit__c', 'Visit__c')),
            "referenceTo value of 'Visit__c' does not resolve to a valid sObject type"
        ],
        [
            'the object that it is part of',
            { 'objects/Visit__c.object': metadataXml('CustomObject', textField('A__c')) },
            'Entity Enumeration Or ID: bad value for restricted picklist field: Visit__c'
        ],
        [
            'a field in a formula',
            caseWith(validationRule('ISBLANK( X__c )')),
            'Field X__c does not exist. Check spelling.'
        ],
        [
            'a field in a list view',
            caseWith(
                '<listViews><fullName>Mine</fullName><columns>X__c</columns><filterScope>Everything</filterScope><label>M</label></listViews>'
            ),
            'Could not resolve list view column: X__c'
        ],
        [
            'a label in a translation',
            {
                'translations/es.translation': metadataXml(
                    'Translations',
                    '<customLabels><label>L</label><name>Hi</name></customLabels>'
                )
            },
            'In field: name - no CustomLabel named Hi found'
        ],
        [
            'a page that a tab shows',
            {
                'tabs/Home.tab': metadataXml(
                    'CustomTab',
                    '<flexiPage>Home</flexiPage><label>Home</label><motif>Custom1: Heart</motif>'
                )
            },
            'In field: flexiPage - no FlexiPage named Home found'
        ],
        [
            'the type of a custom metadata record',
            {
                'customMetadata/Level.Gold.md': metadataXml(
                    'CustomMetadata',
                    '<label>Gold</label><protected>false</protected>'
                )
            },
            'Custom metadata type Level__mdt is not available in this organization.'
        ],
        [
            'the type of a custom metadata record, whatever its values',
            {
                'customMetadata/Level.Gold.md': metadataXml(
                    'CustomMetadata',
                    '<label>Gold</label><protected>false</protected><values><field>A__c</field><value>1</value></values>'
                )
            },
            'Custom metadata type Level__mdt is not available in this organization.'
        ],
        [
            'a global value set',
            caseWith(
                '<fields><fullName>P__c</fullName><label>P</label><type>Picklist</type><valueSet><valueSetName>Set</valueSetName></valueSet></fields>'
            ),
            'In field: valueSetName - no GlobalValueSet named Set found'
        ]
    ])('is refused when there is none: %s', async (_, contents, message) => {
        const outcome = await bare.deploy(contents);
        expect(outcome.messages.filter(({ success }) => !success).map(({ problem }) => problem)).toEqual([message]);
    });

    it.each<[string, Record<string, string>]>([
        [
            'of the platform that this org does not have',
            {
                'layouts/Opportunity-Sales.layout': layout('StageName'),
                'layouts/Global-Global Layout.layout': metadataXml('Layout', ''),
                ...clerk(field('Opportunity.Amount') + field('Case.EntitlementId')),
                'applications/Desk.app': application('<tabs>standard-Opportunity</tabs>')
            }
        ],
        [
            'that the package brings with it, in any order',
            {
                ...caseWith(
                    lookup('Visit__c', 'Visit__c'),
                    validationRule('Visit__r.Level__c = &quot;X__c&quot; /* Y__c */')
                ),
                'objects/Visit__c.object': customObject('Visit', textField('Level__c')),
                'tabs/Visit__c.tab': metadataXml(
                    'CustomTab',
                    '<customObject>true</customObject><motif>Custom1: Heart</motif>'
                ),
                'layouts/Visit__c-Visit Layout.layout': layout('Level__c'),
                ...clerk(
                    `${field('Visit__c.Level__c')}<tabSettings><tab>Visit__c</tab><visibility>Visible</visibility></tabSettings>`
                )
            }
        ],
        [
            'of activities, on tasks',
            {
                'objects/Activity.object': metadataXml('CustomObject', textField('Level__c')),
                'layouts/Task-Task Layout.layout': layout('Level__c'),
                ...clerk(field('Task.Level__c'))
            }
        ],
        [
            'a field of an object that this org does not have',
            {
                'objects/Opportunity.object': metadataXml('CustomObject', textField('A__c')),
                ...clerk(field('Opportunity.A__c'))
            }
        ]
    ])('is taken when it is one %s', async (_, contents) => {
        expect(failuresOf(await bare.deploy(contents))).toEqual([]);
    });

    it('that failed in the same package is told what failed: its parent', async () => {
        const outcome = await bare.deploy({
            'objects/Visit__c.object': metadataXml('CustomObject', `<label>Visit</label>${textField('A__c')}`),
            'layouts/Visit__c-Visit Layout.layout': layout('A__c')
        });
        expect(failuresOf(outcome)).toEqual([
            'CustomObject Visit__c: Must specify a non-empty plural label for the CustomObject',
            'CustomObject Visit__c: Must specify a nameField of type Text or AutoNumber',
            'Layout Visit__c-Visit Layout: Parent entity failed to deploy',
            'CustomField Visit__c.A__c: Parent entity failed to deploy'
        ]);
    });
});
