import { fieldsOf } from '../../src/metadata/derive/customField.ts';
import { parseXml } from '../../src/metadata/xml/parseXml.ts';
import type { FieldDefinition, PicklistEntry } from '../../src/schema/fieldDefinition.ts';

const levels: PicklistEntry[] = [{ value: 'High', label: 'Alta', active: true, isDefault: true }];

function readFields(content: string): FieldDefinition[] {
    const source = `<CustomField><fullName>Thing__c</fullName><label>Thing</label>${content}</CustomField>`;
    return fieldsOf(parseXml(source), 'Visit__c', (name) => (name === 'Levels' ? levels : undefined));
}

describe('a custom field as the org enforces it', () => {
    it.each<[string, Partial<FieldDefinition>]>([
        ['<type>Text</type><length>64</length><unique>true</unique>', { type: 'string', length: 64, unique: true }],
        ['<type>Text</type><length>9</length><externalId>true</externalId>', { externalId: true, idLookup: true }],
        ['<type>Text</type><length>9</length><required>true</required>', { required: true, permissionable: false }],
        ['<type>Text</type><length>9</length><defaultValue>"a\\"b"</defaultValue>', { defaultValue: 'a"b' }],
        [
            '<type>Currency</type><precision>16</precision><scale>2</scale>',
            { type: 'currency', precision: 16, scale: 2 }
        ],
        ['<type>Percent</type><precision>5</precision><scale>1</scale>', { type: 'percent', precision: 5, scale: 1 }],
        [
            '<type>Number</type><precision>5</precision><scale>0</scale><defaultValue>7</defaultValue>',
            { defaultValue: 7 }
        ],
        [
            '<type>Number</type><precision>5</precision><scale>0</scale><defaultValue>1 + 1</defaultValue>',
            { defaultValue: null }
        ],
        [
            '<type>Checkbox</type><defaultValue>true</defaultValue>',
            { type: 'boolean', defaultValue: true, permissionable: true }
        ],
        ['<type>Time</type>', { type: 'time' }],
        [
            '<type>Html</type><length>32768</length><visibleLines>25</visibleLines>',
            { richText: true, filterable: false }
        ],
        [
            '<type>AutoNumber</type><displayFormat>P-{0000}</displayFormat><startingNumber>100</startingNumber>',
            {
                autoNumberFormat: 'P-{0000}',
                autoNumberStart: 100,
                createable: false,
                required: true
            }
        ],
        [
            '<type>EncryptedText</type><length>9</length><maskChar>X</maskChar><maskType>lastFour</maskType>',
            {
                type: 'encryptedstring',
                filterable: false,
                mask: { character: 'X', kind: 'lastFour' }
            }
        ],
        [
            '<type>Lookup</type><referenceTo>User</referenceTo><relationshipName>Led</relationshipName>',
            {
                referenceTo: ['User'],
                relationshipName: 'Thing__r',
                childRelationshipName: 'Led__r',
                deleteBehaviour: 'clearLookup'
            }
        ],
        [
            '<type>Lookup</type><referenceTo>User</referenceTo><deleteConstraint>Restrict</deleteConstraint>',
            {
                childRelationshipName: null,
                deleteBehaviour: 'refuseDelete'
            }
        ],
        ['<type>Hierarchy</type><relationshipName>Led</relationshipName>', { referenceTo: ['Visit__c'] }],
        [
            '<type>MasterDetail</type><referenceTo>Account</referenceTo><relationshipName>Visits</relationshipName>',
            {
                required: true,
                updateable: false,
                permissionable: false,
                deleteBehaviour: 'deleteToo',
                masterDetail: { order: 0, writeNeedsMasterRead: false }
            }
        ],
        [
            '<type>MasterDetail</type><referenceTo>Account</referenceTo><relationshipName>Visits</relationshipName><reparentableMasterDetail>true</reparentableMasterDetail>',
            {
                updateable: true
            }
        ],
        [
            '<type>Number</type><precision>5</precision><scale>1</scale><formula>1 + 1</formula>',
            {
                type: 'double',
                createable: false,
                updateable: false,
                uncomputed: { kind: 'formula', formula: '1 + 1' }
            }
        ],
        [
            '<type>Summary</type><summaryOperation>count</summaryOperation>',
            { createable: false, scale: 0, uncomputed: { kind: 'summary' } }
        ]
    ])('reads %s', (content, expected) => {
        expect(readFields(content)).toEqual([expect.objectContaining({ name: 'Thing__c', custom: true, ...expected })]);
    });

    it('reads the values of a picklist, the default, the restriction and what controls it', () => {
        const value = (name: string, more: string) =>
            `<value><fullName>${name}</fullName>${more}<label>L ${name}</label></value>`;
        const [field] = readFields(
            '<type>MultiselectPicklist</type><valueSet><controllingField>Kind__c</controllingField><restricted>true</restricted>' +
                `<valueSetDefinition>${value('a', '<default>true</default>')}${value('b', '<isActive>false</isActive>')}</valueSetDefinition></valueSet>`
        );
        expect(field).toMatchObject({
            type: 'multipicklist',
            restrictedPicklist: true,
            controllingField: 'Kind__c',
            defaultValue: 'a',
            picklist: [
                { value: 'a', label: 'L a', active: true, isDefault: true },
                { value: 'b', label: 'L b', active: false, isDefault: false }
            ]
        });
    });

    it('takes the values of a value set, which restrict it', () => {
        const picklist = (name: string) =>
            `<type>Picklist</type><valueSet><valueSetName>${name}</valueSetName></valueSet>`;
        expect(readFields(picklist('Levels'))).toEqual([
            expect.objectContaining({ picklist: levels, restrictedPicklist: true, defaultValue: 'High' })
        ]);
        expect(readFields(picklist('Nope'))).toEqual([expect.objectContaining({ picklist: [] })]);
    });

    it('makes a latitude and a longitude of a geolocation', () => {
        expect(readFields('<type>Location</type><scale>6</scale>')).toEqual([
            expect.objectContaining({ name: 'Thing__Latitude__s', type: 'double', scale: 6, furthestFromZero: 90 }),
            expect.objectContaining({ name: 'Thing__Longitude__s', type: 'double', scale: 6, furthestFromZero: 180 })
        ]);
    });
});
