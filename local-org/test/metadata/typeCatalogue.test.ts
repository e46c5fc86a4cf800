import { TypeCatalogue, typeCatalogue } from '../../src/metadata/types/typeCatalogue.ts';

const SOURCE = [
    "export type Kind = 'One' | 'Two';",
    'export type Loose = string;',
    'export type Base = {',
    '    fullName?: string;',
    '};',
    'export type Child = Base & {',
    '    kind: Kind;',
    '    parts: Part[];',
    '};',
    'export type Heir = Child;',
    ''
].join('\n');

describe('the catalogue of metadata types', () => {
    const catalogue = new TypeCatalogue(SOURCE);

    it('reads enumerations, texts and records', () => {
        expect(catalogue.find('Kind')).toEqual({ kind: 'enumeration', name: 'Kind', values: new Set(['One', 'Two']) });
        expect(catalogue.find('Loose')).toEqual({ kind: 'text', name: 'Loose' });
        expect(catalogue.find('Child')).toMatchObject({ kind: 'record', baseName: 'Base' });
        expect(catalogue.find('Nope')).toBeUndefined();
    });

    it('finds members along the chain of bases, lists never required', () => {
        expect(catalogue.membersOf('Heir').map(({ name, required, repeated }) => [name, required, repeated])).toEqual([
            ['fullName', false, false],
            ['kind', true, false],
            ['parts', false, true]
        ]);
        expect(catalogue.findMember('Heir', 'kind')?.typeName).toBe('Kind');
        expect(catalogue.findMember('Heir', 'nope')).toBeUndefined();
        expect(catalogue.findMember('Kind', 'nope')).toBeUndefined();
    });

    it('holds the types that Salesforce publishes, and reads them once', () => {
        expect(typeCatalogue()).toBe(typeCatalogue());
        const fieldType = typeCatalogue().find('FieldType');
        expect(fieldType?.kind === 'enumeration' && fieldType.values.has('MasterDetail')).toBe(true);
    });
});
