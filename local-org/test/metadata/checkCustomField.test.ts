import { checkCustomField } from '../../src/metadata/checks/customField/checkCustomField.ts';
import { parseXml } from '../../src/metadata/xml/parseXml.ts';

function messagesOf(content: string, name = 'Field__c', label = '<label>Field</label>'): string[] {
    const source = `<CustomField><fullName>${name}</fullName>${label}${content}</CustomField>`;
    return checkCustomField(parseXml(source)).map(({ message }) => message);
}

const value = (name: string) =>
    `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`;
const valueSet = (...names: string[]) =>
    `<valueSet><valueSetDefinition><sorted>false</sorted>${names.map(value).join('')}</valueSetDefinition></valueSet>`;
const lookup = '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Fields</relationshipName>';

describe('checking a custom field', () => {
    it.each([
        ['AutoNumber', '<displayFormat>P-{0000}</displayFormat><externalId>true</externalId>'],
        ['Checkbox', '<defaultValue>false</defaultValue><externalId>false</externalId>'],
        ['Currency', '<precision>18</precision><scale>2</scale><required>false</required>'],
        ['Date', '<required>true</required>'],
        ['DateTime', ''],
        ['Email', '<unique>true</unique><externalId>true</externalId>'],
        ['EncryptedText', '<length>20</length><maskChar>X</maskChar><maskType>lastFour</maskType>'],
        ['Hierarchy', '<relationshipName>Reports</relationshipName>'],
        ['Html', '<length>32768</length><visibleLines>25</visibleLines>'],
        ['Location', '<scale>6</scale><displayLocationInDecimal>true</displayLocationInDecimal>'],
        ['LongTextArea', '<length>131072</length><visibleLines>3</visibleLines>'],
        ['Lookup', '<referenceTo>Account</referenceTo>'],
        ['MultiselectPicklist', `${valueSet('a', 'b')}<visibleLines>4</visibleLines>`],
        ['Number', '<precision>18</precision><scale>18</scale><unique>true</unique><externalId>true</externalId>'],
        ['Percent', '<precision>5</precision><scale>0</scale>'],
        ['Phone', '<required>false</required>'],
        ['Picklist', valueSet('a')],
        ['Picklist', '<valueSet><valueSetName>Industry</valueSetName></valueSet>'],
        ['Text', '<length>255</length><unique>false</unique><caseSensitive>false</caseSensitive>'],
        ['Text', '<formula>Name</formula><required>false</required><unique>false</unique>'],
        ['TextArea', '<required>false</required>'],
        ['Time', ''],
        ['Url', '<required>false</required>'],
        ['Summary', '<summaryForeignKey>A__c.B__c</summaryForeignKey><summaryOperation>count</summaryOperation>'],
        [
            'MasterDetail',
            '<referenceTo>Account</referenceTo><relationshipName>Fields</relationshipName>' +
                '<relationshipOrder>0</relationshipOrder><writeRequiresMasterRead>false</writeRequiresMasterRead>'
        ]
    ])('takes a field of type %s with %s', (type, content) => {
        expect(messagesOf(`<type>${type}</type>${content}`)).toEqual([]);
    });

    it.each([
        ['Text', '', 'length'],
        ['LongTextArea', '<length>1000</length>', 'visibleLines'],
        ['Html', '<visibleLines>25</visibleLines>', 'length'],
        ['Number', '<precision>5</precision>', 'scale'],
        ['Currency', '<scale>2</scale>', 'precision'],
        ['Currency', '<scale>2</scale><formula>1</formula>', 'precision'],
        ['Checkbox', '', 'defaultValue'],
        ['Lookup', '', 'referenceTo'],
        ['MasterDetail', '<referenceTo>Account</referenceTo>', 'relationshipName'],
        ['MultiselectPicklist', valueSet('a'), 'visibleLines'],
        ['Picklist', '', 'valueSet'],
        ['EncryptedText', '<length>9</length><maskChar>X</maskChar>', 'maskType'],
        ['Location', '', 'scale'],
        ['Summary', '<summaryOperation>count</summaryOperation>', 'summaryForeignKey'],
        [
            'Summary',
            '<summaryForeignKey>A__c.B__c</summaryForeignKey><summaryOperation>sum</summaryOperation>',
            'summarizedField'
        ]
    ])('asks of type %s with %s for %s', (type, content, missing) => {
        expect(messagesOf(`<type>${type}</type>${content}`)).toEqual([
            `Must specify '${missing}' for a CustomField of type ${type}`
        ]);
    });

    it.each([
        ['Url', '<length>255</length>', 'length'],
        ['TextArea', '<length>255</length>', 'length'],
        ['Checkbox', '<defaultValue>true</defaultValue><required>false</required>', 'required'],
        ['LongTextArea', '<length>300</length><visibleLines>3</visibleLines><required>true</required>', 'required'],
        ['Lookup', '<referenceTo>Account</referenceTo><unique>true</unique>', 'unique'],
        ['Lookup', '<referenceTo>Account</referenceTo><relationshipOrder>0</relationshipOrder>', 'relationshipOrder'],
        ['Hierarchy', '<referenceTo>User</referenceTo>', 'referenceTo'],
        ['Picklist', `${valueSet('a')}<externalId>true</externalId>`, 'externalId'],
        [
            'MasterDetail',
            '<referenceTo>Account</referenceTo><relationshipName>F</relationshipName>' +
                '<deleteConstraint>Cascade</deleteConstraint>',
            'deleteConstraint'
        ],
        [
            'Summary',
            '<summaryForeignKey>A__c.B__c</summaryForeignKey><summaryOperation>count</summaryOperation>' +
                '<precision>18</precision>',
            'precision'
        ],
        ['Phone', '<formula>1</formula>', 'formula']
    ])('does not let type %s have %s', (type, content, superfluous) => {
        expect(messagesOf(`<type>${type}</type>${content}`)).toEqual([
            `Can not specify '${superfluous}' for a CustomField of type ${type}`
        ]);
    });

    it.each([
        ['<type>Text</type><length>256</length>', 'length must be between 1 and 255'],
        ['<type>LongTextArea</type><length>255</length><visibleLines>3</visibleLines>', 'length must be between 256'],
        ['<type>Number</type><precision>19</precision><scale>0</scale>', 'precision must be between 1 and 18'],
        ['<type>Number</type><precision>3</precision><scale>4</scale>', 'scale must be between 0 and 3'],
        [`<type>MultiselectPicklist</type>${valueSet('a')}<visibleLines>11</visibleLines>`, 'visibleLines must be'],
        ['<type>Text</type><length>9</length><formula>Name</formula>', 'Can not specify a length for CustomFields'],
        [`<type>Picklist</type>${valueSet('a', 'b', 'a')}`, 'duplicate value found: a is defined multiple times'],
        [`<type>Picklist</type>${valueSet()}`, 'Must specify at least one picklist value'],
        [
            '<type>Picklist</type><valueSet><valueSetName>S</valueSetName><valueSetDefinition/></valueSet>',
            'Value set must reference a value set name or define a value set, but not both.'
        ],
        [`${lookup}<required>true</required>`, 'must specify either cascade delete or restrict delete'],
        [
            '<type>Summary</type><summaryForeignKey>Order__c</summaryForeignKey><summaryOperation>count</summaryOperation>',
            'Must specify the name in the CustomObject.CustomField format'
        ],
        ['<type>ExternalLookup</type>', 'does not emulate custom fields of type ExternalLookup'],
        ['', 'Required field is missing: type']
    ])('refuses %s', (content, message) => {
        expect(messagesOf(content)).toEqual([expect.stringContaining(message)]);
    });

    it.each(['Two__Underscores__Here__c', '1st__c', 'Trailing___c', 'With Space__c', 'Ação__c'])(
        'refuses the name %s',
        (name) => {
            expect(messagesOf('<type>Date</type>', name)).toEqual([
                expect.stringContaining('can only contain underscores and alphanumeric characters')
            ]);
        }
    );

    it.each(['A__c', 'ns__Amount_Due__c', 'x2__C'])('takes the name %s', (name) => {
        expect(messagesOf('<type>Date</type>', name)).toEqual([]);
    });

    it('refuses other suffixes, long names, and missing or long labels', () => {
        const date = '<type>Date</type>';
        expect(messagesOf(date, 'Rate__x')).toEqual([expect.stringContaining('fullName must end with: __c')]);
        expect(messagesOf(date, `${'a'.repeat(41)}__c`)).toEqual([expect.stringContaining('DeveloperName')]);
        expect(messagesOf(date, 'A__c', '')).toEqual(['Must specify a non-empty label for the CustomField']);
        expect(messagesOf(date, 'A__c', `<label>${'x'.repeat(41)}</label>`)).toEqual([
            expect.stringContaining('maximum length is:40')
        ]);
    });

    it('leaves standard fields to the check of their existence', () => {
        expect(messagesOf('<trackHistory>true</trackHistory>', 'Origin', '')).toEqual([]);
    });
});
