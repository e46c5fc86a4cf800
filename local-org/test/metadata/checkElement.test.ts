import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkElement } from '../../src/metadata/types/checkElement.ts';
import { isMetadataType } from '../../src/metadata/types/isMetadataType.ts';
import { parseXml } from '../../src/metadata/xml/parseXml.ts';

const ROOT = join(import.meta.dirname, '../../..');
const INVALID = 'Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}';

function messagesOf(source: string): string[] {
    const root = parseXml(source);
    return checkElement(root, root.name).map(({ message }) => message);
}

describe('checking elements against the types of the Metadata API', () => {
    it.each([
        [
            'an unknown element',
            '<CustomField><foo/></CustomField>',
            `${INVALID}foo invalid at this location in type CustomField`
        ],
        [
            'an unknown element further in, once',
            '<CustomField><valueSet><values><x/></values></valueSet></CustomField>',
            `${INVALID}values invalid at this location in type ValueSet`
        ],
        [
            'a value that the enumeration lacks',
            '<CustomField><type>hat</type></CustomField>',
            "Error parsing file: 'hat' is not a valid value for the enum 'FieldType'"
        ],
        [
            'a flag that is none',
            '<CustomField><unique>yes</unique></CustomField>',
            "Error parsing file: 'yes' is not a valid value for the type xsd:boolean"
        ],
        [
            'a whole number with a fraction',
            '<CustomField><length>2.5</length></CustomField>',
            "Error parsing file: '2.5' is not a valid value for the type xsd:int"
        ],
        [
            'a whole number beyond 32 bits',
            '<CustomField><length>3000000000</length></CustomField>',
            "Error parsing file: '3000000000' is not a valid value for the type xsd:int"
        ],
        [
            'a decimal that is none',
            '<LightningComponentBundle><apiVersion>latest</apiVersion></LightningComponentBundle>',
            "Error parsing file: 'latest' is not a valid value for the type xsd:double"
        ],
        [
            'a typed value of custom metadata',
            '<CustomMetadata xmlns:xsi="urn:i"><values><field>A__c</field><value xsi:type="xsd:date">May</value></values></CustomMetadata>',
            "Error parsing file: 'May' is not a valid value for the type xsd:date"
        ],
        [
            'an element that stands twice',
            '<CustomField><label>a</label><label>b</label></CustomField>',
            'Error parsing file: Element label is duplicated at this location in type CustomField'
        ],
        [
            'a repeated element away from the others',
            '<PermissionSet><label>x</label><tabSettings><tab>a</tab><visibility>Visible</visibility></tabSettings>' +
                '<description>d</description><tabSettings><tab>b</tab><visibility>None</visibility></tabSettings></PermissionSet>',
            'Error parsing file: Element tabSettings is duplicated at this location in type PermissionSet'
        ],
        ['a required element that is missing', '<PermissionSet/>', 'Required field is missing: label'],
        [
            'a required element that is nil',
            '<PermissionSet xmlns:xsi="urn:i"><label xsi:nil="true"/></PermissionSet>',
            'Required field is missing: label'
        ],
        [
            'a required element of a base type',
            '<SharingRules><sharingOwnerRules><fullName>a</fullName><label>a</label><sharedTo/><sharedFrom/></sharingOwnerRules></SharingRules>',
            'Required field is missing: accessLevel'
        ],
        [
            'elements inside a text',
            '<CustomField><description><b>x</b></description></CustomField>',
            `${INVALID}b invalid at this location in type string`
        ]
    ])('refuses %s', (_, source, message) => {
        expect(messagesOf(source)).toEqual([message]);
    });

    it('names every problem, with the line and column at which the opening tag ends', () => {
        const root = parseXml('<CustomField>\n    <foo/>\n    <type>hat</type>\n</CustomField>');
        expect(checkElement(root, 'CustomField')).toEqual([
            { severity: 'error', line: 2, column: 11, message: expect.stringContaining('foo') },
            { severity: 'error', line: 3, column: 11, message: expect.stringContaining('hat') }
        ]);
    });

    it.each([
        ['inherited elements', '<CustomField><fullName>A__c</fullName></CustomField>'],
        ['what a type takes from its base alone', '<ReportFolder><name>Sales</name></ReportFolder>'],
        [
            'free XML in targetConfigs',
            '<LightningComponentBundle><targetConfigs><targetConfig targets="x"><property name="label" type="String"/></targetConfig></targetConfigs></LightningComponentBundle>'
        ],
        [
            'nil values',
            '<CustomMetadata xmlns:xsi="urn:i"><values><field>A__c</field><value xsi:nil="true"/></values></CustomMetadata>'
        ],
        [
            'flags with a capital',
            '<PermissionSet><label>x</label><hasActivationRequired>False</hasActivationRequired></PermissionSet>'
        ],
        [
            'empty enumerations, as translations have them',
            '<CustomObjectTranslation><gender/></CustomObjectTranslation>'
        ],
        [
            'settings under their own name',
            '<CaseSettings><caseCreateNotificationTemplate>x</caseCreateNotificationTemplate></CaseSettings>'
        ],
        [
            'flags that came with a later version missing',
            '<SharingRules><sharingCriteriaRules><fullName>a</fullName><accessLevel>Read</accessLevel><label>a</label><sharedTo><allInternalUsers/></sharedTo></sharingCriteriaRules></SharingRules>'
        ],
        [
            'documented elements that the generated types lack',
            '<CustomField><displayLocationInDecimal>true</displayLocationInDecimal></CustomField>'
        ],
        [
            'times of day',
            '<Flow><label>x</label><start><schedule><startTime>09:22:00.000Z</startTime></schedule></start></Flow>'
        ]
    ])('takes %s', (_, source) => {
        expect(messagesOf(source)).toEqual([]);
    });

    it('takes all metadata of this product', () => {
        const files = ['force-app', 'force-app-translations'].flatMap((folder) =>
            readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
                .filter((path) => path.endsWith('-meta.xml'))
                .map((path) => join(ROOT, folder, path))
        );
        expect(files.length).toBeGreaterThan(20);
        for (const file of files) expect([file, ...messagesOf(readFileSync(file, 'utf8'))]).toEqual([file]);
    });

    it('tells components from the types of their parts', () => {
        const names = [
            'CustomField',
            'CaseSettings',
            'StaticResource',
            'ReportFolder',
            'ValueSet',
            'FieldType',
            'Nope'
        ];
        expect(names.filter(isMetadataType)).toEqual(['CustomField', 'CaseSettings', 'StaticResource', 'ReportFolder']);
    });

    it('does not know types that the Metadata API does not have', () => {
        expect(() => checkElement(parseXml('<Hologram/>'), 'Hologram')).toThrow('no type Hologram');
    });
});
