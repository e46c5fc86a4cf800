import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkBuiltBundles } from '../../../scripts/checkBuiltBundles.ts';
import { metadataXml } from '../metadata/packageOf.ts';

const FORCE_APP = join(import.meta.dirname, '../../../force-app/main/default');
const BUNDLE = `<apiVersion>66.0</apiVersion><isExposed>false</isExposed>`;

describe('what is looked at before force-app is deployed', () => {
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'built-'));
        for (const part of ['objects', 'permissionsets']) {
            cpSync(join(FORCE_APP, part), join(folder, part), { recursive: true });
        }
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    function write(path: string, content: string): void {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
    }

    it('lets permission sets grant a field that only the org has', async () => {
        rmSync(join(folder, 'objects/Contact/fields/Cpf__c.field-meta.xml'));
        for (const name of ['SoftphoneAgent', 'SoftphoneIntegration']) {
            const file = `permissionsets/${name}.permissionset-meta.xml`;
            write(file, readFileSync(join(folder, file), 'utf8').replaceAll('Contact.Cpf__c', 'Contact.Meu_CPF__c'));
        }
        expect(await checkBuiltBundles(folder)).toEqual([]);
    });

    it('judges the JavaScript that was built, in its place', async () => {
        write(
            'lwc/one/one.ts',
            "import { LightningElement } from 'lwc';\nexport default class One extends LightningElement {}"
        );
        write('lwc/one/one.js', "import gone from 'c/gone';\nexport default gone;");
        write('lwc/one/one.js-meta.xml', metadataXml('LightningComponentBundle', BUNDLE));
        expect(await checkBuiltBundles(folder)).toEqual([
            expect.stringMatching(/^lwc\/one\/one\.js\S* LightningComponentBundle one: .*c.gone/)
        ]);
    });

    it('names the source of what is wrong anywhere, and nothing that follows from it', async () => {
        const file = 'objects/Case/fields/CallProtocol__c.field-meta.xml';
        const field = readFileSync(join(folder, file), 'utf8');
        write(file, field.replace(/<length>\d+/, '<length>9000'));
        const line = field.slice(0, field.indexOf('<CustomField')).split('\n').length;
        expect(await checkBuiltBundles(folder)).toEqual([
            expect.stringMatching(new RegExp(`^${file}:${line}:\\d+ CustomField Case.CallProtocol__c: `))
        ]);
    });
});
