import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadObjects } from '../src/metadata/loadObjects.ts';
import { findField } from '../src/schema/objectDefinition.ts';
import { standardObjects } from '../src/schema/standard/standardObjects.ts';

describe('metadata in SFDX source format', () => {
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'objects-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    function write(path: string, root: string, content: string): void {
        const file = join(folder, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>${content}</${root}>\n`);
    }

    const writeField = (name: string, content: string) =>
        write(
            `Case/fields/${name}.field-meta.xml`,
            'CustomField',
            `<fullName>${name}</fullName><label>${name}</label>${content}`
        );

    function loadCaseField(name: string) {
        const caseObject = loadObjects(standardObjects, folder).find((object) => object.name === 'Case');
        return caseObject && findField(caseObject, name);
    }

    it('adds a field with its limits to a standard object', () => {
        writeField('Code__c', '<type>Text</type><length>64</length><unique>true</unique><externalId>true</externalId>');
        expect(loadCaseField('code__c')).toMatchObject({
            type: 'string',
            length: 64,
            unique: true,
            externalId: true,
            idLookup: true,
            custom: true,
            required: false
        });
    });

    it('reads one picklist value and several, the default and the restriction', () => {
        const value = (name: string, isDefault: boolean) =>
            `<value><fullName>${name}</fullName><default>${isDefault}</default><label>L ${name}</label></value>`;
        const valueSet = (values: string) =>
            `<valueSet><restricted>true</restricted><valueSetDefinition>${values}</valueSetDefinition></valueSet>`;
        writeField('One__c', `<type>Picklist</type>${valueSet(value('a', false))}`);
        writeField('Two__c', `<type>Picklist</type>${valueSet(value('a', false) + value('b', true))}`);
        expect(loadCaseField('One__c')?.picklist).toEqual([
            { value: 'a', label: 'L a', active: true, isDefault: false }
        ]);
        expect(loadCaseField('Two__c')).toMatchObject({ restrictedPicklist: true, defaultValue: 'b' });
    });

    it('reads numbers, checkboxes and lookups', () => {
        writeField('Amount__c', '<type>Number</type><precision>5</precision><scale>2</scale>');
        writeField('Flag__c', '<type>Checkbox</type><defaultValue>true</defaultValue>');
        writeField(
            'Boss__c',
            '<type>Lookup</type><referenceTo>User</referenceTo><relationshipName>Led</relationshipName>'
        );
        expect(loadCaseField('Amount__c')).toMatchObject({ type: 'double', precision: 5, scale: 2 });
        expect(loadCaseField('Flag__c')).toMatchObject({ type: 'boolean', defaultValue: true });
        expect(loadCaseField('Boss__c')).toMatchObject({
            referenceTo: ['User'],
            relationshipName: 'Boss__r',
            childRelationshipName: 'Led__r'
        });
    });

    it('makes a custom object with its sharing and its numbered name', () => {
        write(
            'Visit__c/Visit__c.object-meta.xml',
            'CustomObject',
            '<label>Visita</label><pluralLabel>Visitas</pluralLabel><sharingModel>Private</sharingModel>' +
                '<nameField><displayFormat>V-{000}</displayFormat><label>N</label><type>AutoNumber</type></nameField>'
        );
        const visit = loadObjects(standardObjects, folder).find((object) => object.name === 'Visit__c');
        expect(visit).toMatchObject({ label: 'Visita', sharingModel: 'Private', custom: true, keyPrefix: 'a00' });
        expect(visit && findField(visit, 'Name')).toMatchObject({ autoNumberFormat: 'V-{000}', createable: false });
        expect(visit && findField(visit, 'CreatedById')).toMatchObject({ createable: false });
    });

    it('names what it cannot read', () => {
        writeField('Odd__c', '<type>Hologram</type>');
        expect(() => loadObjects(standardObjects, folder)).toThrow('field type Hologram of Odd__c');
        rmSync(join(folder, 'Case'), { recursive: true });
        write('Gadget/fields/x.field-meta.xml', 'CustomField', '');
        expect(() => loadObjects(standardObjects, folder)).toThrow('no standard object Gadget');
        rmSync(join(folder, 'Gadget'), { recursive: true });
        write('Case/fields/y.field-meta.xml', 'SomethingElse', '');
        expect(() => loadObjects(standardObjects, folder)).toThrow('expected the root element <CustomField>');
    });
});
