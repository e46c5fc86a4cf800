import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readComponents } from '../../src/metadata/components/readComponents.ts';
import { readManifest } from '../../src/metadata/package/readManifest.ts';
import { readSourceFolder } from '../../src/metadata/package/readSourceFolder.ts';
import { selectComponents } from '../../src/metadata/package/selectComponents.ts';
import { meaningOf } from './meaningOf.ts';
import { metadataXml } from './packageOf.ts';

const project = join(__dirname, '../../..');

describe('an SFDX source folder', () => {
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'source-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    function write(path: string, content = ''): void {
        const file = join(folder, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
    }

    const read = () => readSourceFolder(join(folder, 'force-app')).files;
    const pathsOf = () => [...read().keys()].filter((path) => path !== 'package.xml').sort();
    function membersOf(): string[] {
        return readManifest(read()).manifest.members.map(({ type, member }) => `${type} ${member}`);
    }

    it('makes one object of its parts, those of its own file first', () => {
        const objects = 'force-app/main/default/objects';
        write(`${objects}/O__c/O__c.object-meta.xml`, metadataXml('CustomObject', '<label>O</label>'));
        for (const [directory, root] of [
            ['fields/X__c.field', 'CustomField'],
            ['listViews/All.listView', 'ListView'],
            ['indexes/I.index', 'Index'],
            ['webLinks/W.webLink', 'WebLink']
        ] as const) {
            const name = directory.replace(/^\w+\/(\w+)\.\w+$/, '$1');
            write(`${objects}/O__c/${directory}-meta.xml`, metadataXml(root, `<fullName>${name}</fullName>`));
        }
        write(`${objects}/Case/fields/Y__c.field-meta.xml`, metadataXml('CustomField', '<fullName>Y__c</fullName>'));
        const { 'package.xml': _, ...meaning } = meaningOf(read());
        expect(meaning).toEqual({
            'objects/Case.object': '<CustomObject><fields><fullName>Y__c</></></>',
            'objects/O__c.object':
                '<CustomObject><fields><fullName>X__c</></><indexes><fullName>I</></><label>O</>' +
                '<listViews><fullName>All</></><webLinks><fullName>W</></></>'
        });
        expect(membersOf()).toEqual([
            'CustomField Case.Y__c',
            'CustomField O__c.X__c',
            'CustomObject O__c',
            'Index O__c.I',
            'ListView O__c.All',
            'WebLink O__c.W'
        ]);
    });

    it('makes one translation of an object of its parts, and one bot of its versions', () => {
        const translation = 'force-app/main/default/objectTranslations/Case-es';
        write(
            `${translation}/Case-es.objectTranslation-meta.xml`,
            metadataXml('CustomObjectTranslation', '<nameFieldLabel>Caso</nameFieldLabel>')
        );
        write(
            `${translation}/X__c.fieldTranslation-meta.xml`,
            metadataXml('CustomFieldTranslation', '<name>X__c</name>')
        );
        write('force-app/bots/B/B.bot-meta.xml', metadataXml('Bot', '<label>B</label>'));
        write('force-app/bots/B/v1.botVersion-meta.xml', metadataXml('BotVersion', '<fullName>v1</fullName>'));
        const { 'package.xml': _, ...meaning } = meaningOf(read());
        expect(meaning).toEqual({
            'bots/B.bot': '<Bot><botVersions><fullName>v1</></><label>B</></>',
            'objectTranslations/Case-es.objectTranslation':
                '<CustomObjectTranslation><fields><name>X__c</></><nameFieldLabel>Caso</></>'
        });
        expect(membersOf()).toEqual(['Bot B', 'BotVersion B.v1', 'CustomObjectTranslation Case-es']);
    });

    it.each([
        [['layouts/deep/Case-L.layout-meta.xml'], ['layouts/Case-L.layout']],
        [
            ['classes/deep/A.cls', 'classes/deep/A.cls-meta.xml'],
            ['classes/A.cls', 'classes/A.cls-meta.xml']
        ],
        [
            ['staticresources/data.json', 'staticresources/data.resource-meta.xml'],
            ['staticresources/data.resource', 'staticresources/data.resource-meta.xml']
        ],
        [
            ['documents/P.documentFolder-meta.xml', 'documents/P/Logo.png', 'documents/P/Logo.document-meta.xml'],
            ['documents/P-meta.xml', 'documents/P/Logo.png', 'documents/P/Logo.png-meta.xml']
        ],
        [
            [
                'reports/My.reportFolder-meta.xml',
                'reports/My/Sub.reportFolder-meta.xml',
                'reports/My/Sub/R.report-meta.xml'
            ],
            ['reports/My-meta.xml', 'reports/My/Sub-meta.xml', 'reports/My/Sub/R.report']
        ],
        [
            ['email/L.emailFolder-meta.xml', 'email/L/Hi.email', 'email/L/Hi.email-meta.xml'],
            ['email/L-meta.xml', 'email/L/Hi.email', 'email/L/Hi.email-meta.xml']
        ],
        [['customMetadata/T.R.md-meta.xml'], ['customMetadata/T.R.md']],
        [
            ['lwc/one/one.js', 'lwc/one/sub/part.html', 'lwc/jsconfig.json'],
            ['lwc/one/one.js', 'lwc/one/sub/part.html']
        ],
        [
            ['service/deep/A.cls', 'service/deep/A.cls-meta.xml', 'service/README.md'],
            ['classes/A.cls', 'classes/A.cls-meta.xml']
        ],
        [['settings/layouts/Case-L.layout-meta.xml'], ['layouts/Case-L.layout']]
    ])('names the files %j as the Salesforce CLI does', (sources, packaged) => {
        for (const path of sources) write(`force-app/main/default/${path}`, metadataXml('Any', ''));
        expect(pathsOf()).toEqual(packaged);
    });

    it('leaves out tests, declarations, dotfiles and what .forceignore lists', () => {
        write('.forceignore', '# a comment\n**/secret*\nforce-app/main/default/layouts/\n!**/secretPublic.js\n');
        for (const path of [
            'lwc/one/one.js',
            'lwc/one/__tests__/one.test.js',
            'lwc/one/types.d.ts',
            'lwc/one/.eslintrc',
            'lwc/one/secret.js',
            'lwc/one/secretPublic.js',
            'layouts/Case-L.layout-meta.xml'
        ]) {
            write(`force-app/main/default/${path}`);
        }
        expect(pathsOf()).toEqual(['lwc/one/one.js', 'lwc/one/secretPublic.js']);
    });

    it('builds the TypeScript of a component, keeping its decorators and lines, whatever a build left there', () => {
        write('.forceignore', '**/*.ts\n');
        const source = [
            "import { api, LightningElement } from 'lwc';",
            "import type { Call } from 'c/calls';",
            'export default class One extends LightningElement {',
            '    @api call: Call | undefined;',
            '    #count: number = 1;',
            '}'
        ];
        write('force-app/main/default/lwc/one/one.ts', source.join('\n'));
        write('force-app/main/default/lwc/one/one.js', 'stale');
        const built = read().get('lwc/one/one.js')?.toString().split('\n') ?? [];
        expect(built.map((line) => line.trimEnd().replace(/ +([;=])/, '$1'))).toEqual([
            source[0],
            '',
            source[2],
            '    @api call;',
            '    #count= 1;',
            '}'
        ]);
        expect(pathsOf()).toEqual(['lwc/one/one.js']);
    });

    it.each([
        ['lwc/one/one.ts', 'export const a: = 1;', /one\.ts: /],
        ['lwc/one/one.ts', 'export enum Colour { Red }', /one\.ts: /],
        ['objects/Case/fields/A__c.field-meta.xml', '<CustomField>', /A__c\.field-meta\.xml:1:14: Error parsing file/],
        [
            'objects/Case/layouts/A.layout-meta.xml',
            metadataXml('Layout', ''),
            /A\.layout-meta\.xml: a Layout does not belong/
        ],
        ['staticresources/kit/a.css', 'a{}', /a\.css: the local org reads no static resource that is a folder/]
    ])('cannot be read with %s like %j, and the error names the file', (path, content, message) => {
        write(`force-app/main/default/${path}`, content);
        expect(read).toThrow(message);
    });

    it('gives the JavaScript that a build left, when asked for it', () => {
        write('force-app/main/default/lwc/one/one.ts', 'export const a: number = 1;');
        write('force-app/main/default/lwc/one/one.js', 'export const a = 1;');
        const { files, sources } = readSourceFolder(join(folder, 'force-app'), 'build');
        expect(files.get('lwc/one/one.js')?.toString()).toBe('export const a = 1;');
        expect(sources.locate('lwc/one/one.js', 1, 8)).toBe('main/default/lwc/one/one.js:1:8');
        expect(sources.locate('lwc/one')).toBe('main/default/lwc/one');
    });

    it('knows the line of a source from that of the file that it was merged into', () => {
        const objects = 'force-app/main/default/objects/O__c';
        write(`${objects}/O__c.object-meta.xml`, '<CustomObject>\n<!-- why -->\n<label>O</label>\n</CustomObject>');
        write(
            `${objects}/fields/X__c.field-meta.xml`,
            '<CustomField>\n\n\n<fullName>X__c</fullName><valueSet>\n<restricted>true</restricted></valueSet></CustomField>'
        );
        const { files, sources } = readSourceFolder(join(folder, 'force-app'));
        const merged = files.get('objects/O__c.object')?.toString().split('\n') ?? [];
        const sourceOf = (element: string) => {
            const line = merged.findIndex((text) => text.includes(`<${element}>`));
            return sources.locate('objects/O__c.object', line + 1, (merged[line] ?? '').indexOf('>') + 2);
        };
        expect(sourceOf('label')).toBe('main/default/objects/O__c/O__c.object-meta.xml:3:8');
        expect(sourceOf('restricted')).toBe('main/default/objects/O__c/fields/X__c.field-meta.xml:5:13');
        expect(sourceOf('fields')).toBe('main/default/objects/O__c/fields/X__c.field-meta.xml:1:14');
        expect(sources.locate('package.xml', 2, 1)).toBe('package.xml:2:1');
    });

    it('cannot be read with two files for one object', () => {
        for (const part of ['one', 'two']) {
            write(`force-app/${part}/objects/O__c/O__c.object-meta.xml`, metadataXml('CustomObject', ''));
        }
        expect(read).toThrow(/two\/objects.*: .*one\/objects.* describes the same CustomObject/);
    });

    it('is written in the version of its project', () => {
        write('sfdx-project.json', JSON.stringify({ sourceApiVersion: '64.0' }));
        write('force-app/layouts/Case-L.layout-meta.xml', metadataXml('Layout', ''));
        expect(readManifest(read()).manifest.version).toBe('64.0');
    });
});

describe('the project itself', () => {
    it.each(['force-app', 'force-app-translations'])('has in %s a package that names all it brings', (folder) => {
        const { files } = readSourceFolder(join(project, folder));
        const { manifest, problems } = readManifest(files);
        const reading = readComponents(files);
        expect([...problems, ...reading.problems]).toEqual([]);
        const selection = selectComponents(manifest, reading, { allowMissingFiles: false, autoUpdatePackage: false });
        expect(selection.problems).toEqual([]);
        expect(selection.components.length).toBeGreaterThan(0);
    });

    it('has a built file for every TypeScript source of a component', () => {
        const sources = globSync('*/*.ts', { cwd: join(project, 'force-app/main/default/lwc') });
        const packaged = [...readSourceFolder(join(project, 'force-app')).files.keys()];
        expect(packaged).toEqual(
            expect.arrayContaining(sources.map((source) => `lwc/${source.replace(/\.ts$/, '.js')}`))
        );
        expect(packaged.filter((path) => /__tests__|\.ts$|tsconfig/.test(path))).toEqual([]);
    });
});
