import { readComponents } from '../../src/metadata/components/readComponents.ts';
import { readManifest } from '../../src/metadata/package/readManifest.ts';
import { selectComponents } from '../../src/metadata/package/selectComponents.ts';
import { manifestXml, metadataXml, packageOf } from './packageOf.ts';

const caseFields = metadataXml(
    'CustomObject',
    '<fields><fullName>A__c</fullName></fields><fields><fullName>B__c</fullName></fields>'
);
const contents = { 'objects/Case.object': caseFields, 'layouts/Case-L.layout': metadataXml('Layout', '') };

function select(
    types: Record<string, string[]>,
    packageContents: Record<string, string> = contents,
    options: { allowMissingFiles?: boolean; autoUpdatePackage?: boolean } = {}
) {
    const files = packageOf({ ...packageContents, 'package.xml': manifestXml(types) });
    const { components, problems } = selectComponents(readManifest(files).manifest, readComponents(files), {
        allowMissingFiles: false,
        autoUpdatePackage: false,
        ...options
    });
    return {
        selected: components.map(({ type, fullName }) => `${type} ${fullName}`),
        problems: problems.map(({ fileName, fullName, message }) => `${fileName} ${fullName}: ${message}`)
    };
}

describe('a manifest', () => {
    it('names components one by one', () => {
        expect(select({ CustomField: ['Case.A__c', 'Case.B__c'], Layout: ['Case-L'] })).toEqual({
            selected: ['Layout Case-L', 'CustomField Case.A__c', 'CustomField Case.B__c'],
            problems: []
        });
    });

    it('names what lies inside a component with it', () => {
        expect(select({ CustomObject: ['Case'], Layout: ['*'] })).toEqual({
            selected: ['Layout Case-L', 'CustomObject Case', 'CustomField Case.A__c', 'CustomField Case.B__c'],
            problems: []
        });
    });

    it('names custom objects with a wildcard, standard objects only by name', () => {
        const objects = { 'objects/Case.object': caseFields, 'objects/O__c.object': caseFields };
        expect(select({ CustomObject: ['*'] }, objects)).toEqual({
            selected: ['CustomObject O__c', 'CustomField O__c.A__c', 'CustomField O__c.B__c'],
            problems: [
                'objects/Case.object Case.A__c: Not in package.xml',
                'objects/Case.object Case.B__c: Not in package.xml'
            ]
        });
        expect(select({ CustomObject: ['*', 'Case'] }, objects).problems).toEqual([]);
    });

    it('names all that is deployed, or the rest is refused', () => {
        expect(select({ CustomField: ['Case.A__c'] })).toEqual({
            selected: ['CustomField Case.A__c'],
            problems: [
                'layouts/Case-L.layout Case-L: Not in package.xml',
                'objects/Case.object Case.B__c: Not in package.xml'
            ]
        });
    });

    it('may leave out what the deploy is told to add', () => {
        const { selected, problems } = select({ CustomField: ['Case.A__c'] }, contents, { autoUpdatePackage: true });
        expect(selected.sort()).toEqual(['CustomField Case.A__c', 'CustomField Case.B__c', 'Layout Case-L']);
        expect(problems).toEqual([]);
    });

    it('names what is there, or is refused unless files may be missing', () => {
        const types = { CustomField: ['Case.*', 'Case.a__c'], CustomObject: ['Case'], Layout: ['Case-L'] };
        expect(select(types).problems).toEqual([
            "package.xml Case.*: An object 'Case.*' of type CustomField was named in package.xml, but was not found in zipped directory",
            "package.xml Case.a__c: An object 'Case.a__c' of type CustomField was named in package.xml, but was not found in zipped directory"
        ]);
        expect(select(types, contents, { allowMissingFiles: true }).problems).toEqual([]);
    });

    it('does not miss what is there and cannot be read, nor what it holds', () => {
        const broken = { 'objects/Case.object': '<CustomObject>' };
        expect(select({ CustomObject: ['Case'], CustomField: ['Case.A__c'] }, broken).problems).toEqual([]);
    });

    it('may write a folder with a slash and a document without its ending, as the Salesforce CLI does', () => {
        expect(
            select(
                { Report: ['Calls/'], Document: ['Pics/Logo'] },
                {
                    'reports/Calls-meta.xml': metadataXml('ReportFolder', ''),
                    'documents/Pics/Logo.png': '',
                    'documents/Pics/Logo.png-meta.xml': metadataXml('Document', '')
                }
            )
        ).toEqual({ selected: ['Document Pics/Logo.png', 'Report Calls'], problems: [] });
    });
});
