import { join } from 'node:path';
import fc from 'fast-check';
import { composeFiles } from '../../src/metadata/components/composeFiles.ts';
import { readComponents } from '../../src/metadata/components/readComponents.ts';
import { childTypesOf } from '../../src/metadata/components/childTypes.ts';
import type { PackageFiles } from '../../src/metadata/package/packageFiles.ts';
import { readSourceFolder } from '../../src/metadata/package/readSourceFolder.ts';
import { meaningOf } from './meaningOf.ts';
import { metadataXml, packageOf } from './packageOf.ts';

const project = join(__dirname, '../../..');

function expectSameAfterwards(files: PackageFiles): void {
    const { components, problems } = readComponents(files);
    expect(problems).toEqual([]);
    const composed = composeFiles(components);
    expect(meaningOf(composed)).toEqual(meaningOf(files));
    const again = readComponents(composed).components.map(({ type, fullName }) => `${type} ${fullName}`);
    expect(again.sort()).toEqual(components.map(({ type, fullName }) => `${type} ${fullName}`).sort());
}

function withoutManifest(files: PackageFiles): PackageFiles {
    return new Map([...files].filter(([path]) => path !== 'package.xml'));
}

describe('composing the files of components', () => {
    it.each(['force-app', 'force-app-translations'])('gives back what was read of %s', (folder) => {
        expectSameAfterwards(withoutManifest(readSourceFolder(join(project, folder)).files));
    });

    it('gives back folders, documents, resources and settings', () => {
        expectSameAfterwards(
            packageOf({
                'reports/Calls-meta.xml': metadataXml('ReportFolder', '<name>Calls</name>'),
                'reports/Calls/Missed.report': metadataXml('Report', '<name>Missed</name>'),
                'documents/Pics-meta.xml': metadataXml('DocumentFolder', '<name>Pics</name>'),
                'documents/Pics/Logo.png': 'PNG',
                'documents/Pics/Logo.png-meta.xml': metadataXml('Document', '<name>Logo</name>'),
                'staticresources/Tone.resource': 'beep',
                'staticresources/Tone.resource-meta.xml': metadataXml('StaticResource', ''),
                'customMetadata/Route.Sales.md': metadataXml('CustomMetadata', '<label>Sales</label>'),
                'settings/Case.settings': metadataXml('CaseSettings', '<emailActionDefaultsHandlerClass/>')
            })
        );
    });

    it('gives back any object, whatever it holds', () => {
        const name = fc.stringMatching(/^[A-Z][a-z]{1,6}__c$/);
        const label = fc
            .string({ minLength: 1, unit: 'grapheme' })
            .filter((text) => /^[^\s\p{C}\ufffe\uffff<&]+$/u.test(text));
        const row = (element: string) =>
            fc
                .uniqueArray(fc.record({ name, label }), { selector: (each) => each.name })
                .map((each) =>
                    each
                        .map(
                            (one) =>
                                `<${element}><fullName>${one.name}</fullName><label>${one.label}</label></${element}>`
                        )
                        .join('\n')
                );
        const elements = childTypesOf('CustomObject').map(({ element }) => element);
        const rows = fc.shuffledSubarray(elements).chain((some) => fc.tuple(...some.map(row)));
        fc.assert(
            fc.property(name, label, rows, (object, own, children) => {
                const content = [`<label>${own}</label>`, ...children].join('\n');
                expectSameAfterwards(packageOf({ [`objects/${object}.object`]: metadataXml('CustomObject', content) }));
            })
        );
    });

    it('sorts the elements of an object, and its fields by name', () => {
        const file = metadataXml(
            'CustomObject',
            '<label>O</label><fields><fullName>B__c</fullName></fields><fields><fullName>A__c</fullName></fields><enableFeeds>true</enableFeeds>'
        );
        const { components } = readComponents(packageOf({ 'objects/O__c.object': file }));
        const text = composeFiles(components).get('objects/O__c.object')?.toString() ?? '';
        expect(text.match(/<(enableFeeds|label|fullName)>\w+/g)).toEqual([
            '<enableFeeds>true',
            '<fullName>A__c',
            '<fullName>B__c',
            '<label>O'
        ]);
    });

    it('writes some of the fields of an object alone, as a retrieve of them does', () => {
        const file = metadataXml('CustomObject', '<label>O</label><fields><fullName>B__c</fullName></fields>');
        const { components } = readComponents(packageOf({ 'objects/O__c.object': file }));
        const fields = components.filter(({ type }) => type === 'CustomField');
        expect(meaningOf(composeFiles(fields))).toEqual({
            'objects/O__c.object': '<CustomObject><fields><fullName>B__c</></></>'
        });
    });
});
