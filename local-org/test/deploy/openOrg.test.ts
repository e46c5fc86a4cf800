import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findField } from '../../src/schema/objectDefinition.ts';
import { openOrg, type OpenedOrg } from '../../src/openOrg.ts';
import { deployPackage } from '../../src/metadata/deploy/deployPackage.ts';
import { ADMINISTRATOR_ID } from '../../src/seed/setupIds.ts';
import { manifestXml, metadataXml, packageOf } from '../metadata/packageOf.ts';

const FORCE_APP = join(import.meta.dirname, '../../../force-app/main/default');
const LEVEL = '<fullName>Level__c</fullName><label>Level</label><length>20</length><type>Text</type>';
const OPTIONS = {
    checkOnly: false,
    rollbackOnError: true,
    ignoreWarnings: false,
    singlePackage: true,
    allowMissingFiles: false,
    autoUpdatePackage: false,
    purgeOnDelete: false,
    testLevel: 'NoTestRun'
} as const;

describe('the start of an org', () => {
    let root: string;
    let opened: OpenedOrg | undefined;

    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), 'open-org-'));
        mkdirSync(join(root, 'source'));
    });
    afterEach(async () => {
        await opened?.close();
        opened = undefined;
        rmSync(root, { recursive: true });
    });

    const source = () => join(root, 'source');
    const data = () => join(root, 'data');

    async function start() {
        await opened?.close();
        opened = undefined;
        opened = await openOrg({
            metadataFolder: source(),
            dataDir: data(),
            clock: () => new Date('2026-05-04T12:00:00Z')
        });
        return opened.org;
    }

    function write(path: string, rootName: string, content: string): void {
        const file = join(source(), path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, metadataXml(rootName, content));
    }

    const writeLevel = (content = LEVEL) =>
        write('objects/Case/fields/Level__c.field-meta.xml', 'CustomField', content);

    it('deploys the folder, and tells all that a deploy has against it', async () => {
        writeLevel(`${LEVEL}<colour>red</colour>`);
        write(
            'permissionsets/Clerk.permissionset-meta.xml',
            'PermissionSet',
            '<label>Clerk</label><license>1</license><license>2</license>'
        );
        const failure = await start().catch((error: Error) => error.message);
        expect(failure).toContain(`${source()} can not be deployed:\n`);
        expect(failure).toMatch(
            /^objects\/Case\/fields\/Level__c\.field-meta\.xml:3:94 CustomField Case\.Level__c: Error parsing file: .*colour/m
        );
        expect(failure).toMatch(
            /^permissionsets\/Clerk\.permissionset-meta\.xml:3:50 PermissionSet Clerk: .*license is duplicated/m
        );
        expect(() => readFileSync(join(data(), 'journal.jsonl'), 'utf8')).not.toThrow();
        expect(readFileSync(join(data(), 'journal.jsonl'), 'utf8')).toBe('');
    });

    it('tells what is wrong by itself before what fails because of it', async () => {
        const granted = (field: string) =>
            `<fieldPermissions><editable>true</editable><field>Case.${field}</field><readable>true</readable></fieldPermissions>`;
        write(
            'permissionsets/Clerk.permissionset-meta.xml',
            'PermissionSet',
            `${granted('Level__c')}${granted('Lost__c')}<label>Clerk</label>`
        );
        writeLevel('<fullName>Level__c</fullName>\n<label>Level</label>\n<length>9000</length>\n<type>Text</type>');
        const failure = await start().catch((error: Error) => error.message);
        expect(String(failure).split('\n').slice(1)).toEqual([
            expect.stringMatching(
                /^objects\/Case\/fields\/Level__c\.field-meta\.xml:\d+:\d+ CustomField Case\.Level__c: /
            ),
            expect.stringMatching(/^permissionsets\/Clerk.*no CustomField named Case\.Lost__c found$/),
            expect.stringMatching(
                /^permissionsets\/Clerk.*no CustomField named Case\.Level__c found \(it failed, see above\)$/
            )
        ]);
    });

    it('finds what was deployed before, with its ids, prefixes and records', async () => {
        cpSync(join(FORCE_APP, 'objects'), join(source(), 'objects'), { recursive: true });
        const first = await start();
        const before = first.components.all;
        const contact = first.schema.find('Contact');
        expect(contact && findField(contact, 'Cpf__c')).toBeDefined();
        const again = await start();
        expect(again.components.all).toEqual(before);
        expect(again.schema.find('SoftphoneHandshake__c')?.keyPrefix).toBe('a00');
    });

    it('leaves what was deployed since alone as long as the folder stays the same', async () => {
        writeLevel();
        const files = packageOf({
            'package.xml': manifestXml({}),
            'destructiveChanges.xml': manifestXml({ CustomField: ['Case.Level__c'] }, null)
        });
        const hasLevel = (org: Awaited<ReturnType<typeof start>>) => org.schema.find('Case')?.fields.has('level__c');
        const org = await start();
        expect(hasLevel(org)).toBe(true);
        await deployPackage(org, files, OPTIONS, ADMINISTRATOR_ID);
        expect(hasLevel(await start())).toBe(false);
        writeLevel(`<description>again</description>${LEVEL}`);
        expect(hasLevel(await start())).toBe(true);
    });

    it('gives a permission set to the seed users who hold it, once', async () => {
        const agent = '<label>Agente</label>';
        write('permissionsets/SoftphoneAgent.permissionset-meta.xml', 'PermissionSet', agent);
        const org = await start();
        const assignments = [...org.records.all('PermissionSetAssignment')];
        expect(assignments).toHaveLength(3);
        const [first] = assignments;
        org.records.transaction(() => org.records.remove('PermissionSetAssignment', String(first?.Id)));
        write(
            'permissionsets/SoftphoneAgent.permissionset-meta.xml',
            'PermissionSet',
            `<description>new</description>${agent}`
        );
        const again = await start();
        expect([...again.records.all('PermissionSetAssignment')]).toHaveLength(2);
    });

    it('takes over the records of a version that kept no components', async () => {
        write('permissionsets/SoftphoneAgent.permissionset-meta.xml', 'PermissionSet', '<label>Agente</label>');
        const before = [...(await start()).records.all('PermissionSetAssignment')];
        await opened?.close();
        opened = undefined;
        const file = join(data(), 'journal.jsonl');
        const snapshot = JSON.parse(readFileSync(file, 'utf8').trim()) as { put: [string, object][] };
        const put = snapshot.put.filter(([table]) => !['MetadataComponent', 'DeployedFolder'].includes(table));
        writeFileSync(file, `${JSON.stringify({ ...snapshot, put })}\n`);
        expect([...(await start()).records.all('PermissionSetAssignment')]).toEqual(before);
    });

    it.each([
        ['no journal', 'not JSON\n'],
        [
            'a component of another shape',
            journalLine({ Type: 'CustomObject', FullName: 'A__c', KeyPrefix: 'a00', Content: '{"kind":"xml"}' })
        ],
        [
            'a field of an unknown type',
            journalLine({
                Type: 'CustomField',
                FullName: 'Case.A__c',
                Content: '{"kind":"xml","element":{"name":"fields","attributes":{},"text":"","children":[]}}'
            })
        ]
    ])('says what to do about data that cannot be read: %s', async (_, journal) => {
        mkdirSync(data(), { recursive: true });
        writeFileSync(join(data(), 'journal.jsonl'), journal);
        await expect(start()).rejects.toThrow(`cannot read its data in ${data()}`);
        expect(readFileSync(join(data(), 'journal.jsonl'), 'utf8')).toBe(journal);
    });
});

function journalLine(component: Record<string, string>): string {
    return `${JSON.stringify({ put: [['MetadataComponent', { Id: 'a', ...component }]], removed: [], counters: {} })}\n`;
}
