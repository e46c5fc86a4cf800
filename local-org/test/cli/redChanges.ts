/** One way to break the project, and what the deploy must say about it. */
export interface RedChange {
    readonly title: string;
    readonly file: string;
    readonly part: string | RegExp;
    readonly replacement: string;
    readonly refusal: {
        readonly fileName: string;
        /** In the file that is deployed, which for parts of an object is the object's; the platform may name none. */
        readonly line: number | 'named' | 'unnamed';
        /** Part of the message. */
        readonly problem: string;
    };
}

const METADATA = 'force-app/main/default';

export const redChanges: readonly RedChange[] = [
    {
        title: 'an LWC that is no JavaScript',
        file: `${METADATA}/lwc/copyButton/copyButton.js`,
        part: 'export default class',
        replacement: 'export default clas',
        refusal: { fileName: 'lwc/copyButton/copyButton.js', line: 6, problem: 'LWC1503' }
    },
    {
        title: 'a template with a tag that is not closed',
        file: `${METADATA}/lwc/emptyState/emptyState.html`,
        part: '</template>',
        replacement: '<div></template>',
        refusal: { fileName: 'lwc/emptyState/emptyState.html', line: 9, problem: 'LWC1058' }
    },
    {
        title: 'an element that the Metadata API does not know',
        file: `${METADATA}/objects/Case/fields/CallProtocol__c.field-meta.xml`,
        part: '<unique>true</unique>',
        replacement: '<unique>true</unique><beautiful>true</beautiful>',
        refusal: { fileName: 'objects/Case.object', line: 'named', problem: 'beautiful invalid at this location' }
    },
    {
        title: 'a field type that does not exist',
        file: `${METADATA}/objects/Case/fields/CallProtocol__c.field-meta.xml`,
        part: '<type>Text</type>',
        replacement: '<type>Texto</type>',
        refusal: { fileName: 'objects/Case.object', line: 'named', problem: "'Texto' is not a valid value" }
    },
    {
        title: 'a permission set that grants a field which does not exist',
        file: `${METADATA}/permissionsets/SoftphoneAgent.permissionset-meta.xml`,
        part: 'Case.CallProtocol__c',
        replacement: 'Case.CallRecord__c',
        refusal: {
            fileName: 'permissionsets/SoftphoneAgent.permissionset',
            line: 'unnamed',
            problem: 'Case.CallRecord__c'
        }
    },
    {
        title: 'a label that is used and not defined',
        file: `${METADATA}/lwc/callCard/labels.js`,
        part: /@salesforce\/label\/c\.\w+/,
        replacement: '@salesforce/label/c.Softphone_Nobody_Defined',
        refusal: {
            fileName: 'lwc/callCard/labels.js',
            line: 'named',
            problem: 'Invalid reference c.Softphone_Nobody_Defined of type label'
        }
    },
    {
        title: 'a platform module that does not exist',
        file: `${METADATA}/lwc/softphone/softphone.js`,
        part: "'lightning/navigation'",
        replacement: "'lightning/telepathy'",
        refusal: { fileName: 'lwc/softphone/softphone.js', line: 'unnamed', problem: 'lightning' }
    },
    {
        title: 'a utility bar with a component that does not exist',
        file: `${METADATA}/flexipages/Softphone_UtilityBar.flexipage-meta.xml`,
        part: 'c:softphone',
        replacement: 'c:megaphone',
        refusal: { fileName: 'flexipages/Softphone_UtilityBar.flexipage', line: 'unnamed', problem: 'c:megaphone' }
    },
    {
        title: 'a quick action that runs a component made for record pages',
        file: `${METADATA}/quickActions/Contact.Softphone_Dial.quickAction-meta.xml`,
        part: 'clickToDialAction',
        replacement: 'clickToDial',
        refusal: {
            fileName: 'quickActions/Contact.Softphone_Dial.quickAction',
            line: 'named',
            problem: 'lightning__RecordAction'
        }
    },
    {
        title: 'XML that is not well-formed',
        file: `${METADATA}/cspTrustedSites/SoftphoneBridge.cspTrustedSite-meta.xml`,
        part: '</CspTrustedSite>',
        replacement: '',
        refusal: { fileName: 'SoftphoneBridge.cspTrustedSite', line: 'named', problem: 'Error parsing file' }
    },
    {
        title: 'a text field without a length',
        file: `${METADATA}/objects/Case/fields/CallerTaxId__c.field-meta.xml`,
        part: /<length>\d+<\/length>/,
        replacement: '',
        refusal: { fileName: 'objects/Case.object', line: 'unnamed', problem: 'length' }
    }
];
