import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

const values = (...names: string[]) =>
    '<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>' +
    names
        .map((name) => `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`)
        .join('') +
    '</valueSetDefinition></valueSet>';

const FIELDS: Record<string, string> = {
    Limit__c: '<type>Currency</type><precision>8</precision><scale>2</scale>',
    Share__c: '<type>Percent</type><precision>3</precision><scale>0</scale>',
    Days__c: `<type>MultiselectPicklist</type>${values('Mon', 'Tue', 'Wed')}<visibleLines>4</visibleLines>`,
    Opens__c: '<type>Time</type>',
    Secret__c: '<type>EncryptedText</type><length>11</length><maskChar>X</maskChar><maskType>lastFour</maskType>',
    Place__c: '<type>Location</type><scale>5</scale><displayLocationInDecimal>true</displayLocationInDecimal>',
    Double__c:
        '<type>Number</type><precision>18</precision><scale>2</scale><formula>Limit__c * 2</formula>' +
        '<formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs>',
    Code__c: '<type>AutoNumber</type><displayFormat>A-{0000}</displayFormat><startingNumber>500</startingNumber>'
};

function writeFields(folder: string): void {
    const fields = join(folder, 'objects/Account/fields');
    mkdirSync(fields, { recursive: true });
    for (const [name, content] of Object.entries(FIELDS)) {
        const label = name.replace('__c', '');
        const source =
            '<?xml version="1.0" encoding="UTF-8"?>\n<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">' +
            `<fullName>${name}</fullName><label>${label}</label>${content}</CustomField>\n`;
        writeFileSync(join(fields, `${name}.field-meta.xml`), source);
    }
}

describe('custom fields of every type', () => {
    let folder: string;
    let org: TestOrg;
    let admin: Connection;

    beforeAll(async () => {
        folder = mkdtempSync(join(tmpdir(), 'custom-fields-'));
        writeFields(folder);
        org = await startTestOrg({ metadataFolder: folder });
        admin = await org.connect('admin@local.org');
    });
    afterAll(async () => {
        await org.close();
        rmSync(folder, { recursive: true });
    });

    async function saved(given: object) {
        const { id } = await admin.sobject('Account').create({ Name: 'Padaria', ...given });
        return admin.sobject('Account').retrieve(String(id));
    }

    it('keep amounts, times and several values as Salesforce writes them', async () => {
        expect(
            await saved({
                Limit__c: 10.005,
                Share__c: '40',
                Days__c: 'wed;Mon',
                Opens__c: '08:30',
                Place__Latitude__s: -23.5
            })
        ).toMatchObject({
            Limit__c: 10.01,
            Share__c: 40,
            Days__c: 'Mon;Wed',
            Opens__c: '08:30:00.000Z',
            Place__Latitude__s: -23.5,
            Place__Longitude__s: null
        });
    });

    it('hide what is encrypted and count from where the field says', async () => {
        const first = await saved({ Secret__c: '52998224725' });
        const second = await saved({});
        expect(first).toMatchObject({ Secret__c: 'XXXXXXX4725' });
        const numberOf = (code: unknown) => Number(String(code).slice(2));
        expect(numberOf(first.Code__c)).toBeGreaterThanOrEqual(500);
        expect(numberOf(second.Code__c)).toBe(numberOf(first.Code__c) + 1);
    });

    it.each([
        [{ Limit__c: 1_000_000 }, 'NUMBER_OUTSIDE_VALID_RANGE', 'Limit: value outside of valid range'],
        [
            { Days__c: 'Mon;Sun' },
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
            'bad value for restricted picklist field: Sun'
        ],
        [{ Opens__c: 'noon' }, 'JSON_PARSER_ERROR', 'instance of time'],
        [{ Secret__c: '529982247250' }, 'STRING_TOO_LONG', '(max length=11)'],
        [{ Place__Longitude__s: 181 }, 'NUMBER_OUTSIDE_VALID_RANGE', 'value outside of valid range'],
        [{ Double__c: 2 }, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'Double__c'],
        [{ Code__c: 'A-1' }, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'Code__c']
    ])('refuse %j with %s', async (given, errorCode, message) => {
        const refusal = await refusalOf(admin.sobject('Account').create({ Name: 'Padaria', ...given }));
        expect(refusal).toEqual({ errorCode, message: expect.stringContaining(message) });
    });

    it('are described with their types, and formulas as calculated', async () => {
        const { fields } = await admin.sobject('Account').describe();
        const described = (name: string) => fields.find((field) => field.name === name);
        expect(described('Limit__c')).toMatchObject({
            type: 'currency',
            soapType: 'xsd:double',
            precision: 8,
            scale: 2
        });
        expect(described('Days__c')).toMatchObject({ type: 'multipicklist', length: 4099, restrictedPicklist: true });
        expect(described('Opens__c')).toMatchObject({ type: 'time', soapType: 'xsd:time' });
        expect(described('Secret__c')).toMatchObject({
            type: 'encryptedstring',
            encrypted: true,
            mask: 'X',
            maskType: 'lastFour',
            filterable: false
        });
        expect(described('Double__c')).toMatchObject({
            calculated: true,
            calculatedFormula: 'Limit__c * 2',
            createable: false,
            updateable: false
        });
        expect(described('Code__c')).toMatchObject({ autoNumber: true, createable: false });
    });

    it('are found by one value among several', async () => {
        await saved({ Name: 'Só às terças', Days__c: 'Tue' });
        const { records } = await admin.query("SELECT Name FROM Account WHERE Days__c INCLUDES ('Tue')");
        expect(records.map(({ Name }) => Name)).toEqual(['Só às terças']);
    });

    it('read as null where the platform would compute them, and can not be asked about', async () => {
        expect(await saved({ Limit__c: 2 })).toMatchObject({ Double__c: null });
        const refusal = await refusalOf(admin.query('SELECT Id FROM Account WHERE Double__c > 1'));
        expect(refusal.errorCode).toBe('NOT_EMULATED');
    });
});
