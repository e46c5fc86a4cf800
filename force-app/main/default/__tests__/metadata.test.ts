import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const metadata = resolve(__dirname, '..');
const translations = resolve(metadata, '../../../force-app-translations/main/default');

const metadataFilesIn = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('-meta.xml'));

const files = metadataFilesIn(metadata);

const parse = (file: string): Document =>
    new DOMParser().parseFromString(readFileSync(resolve(metadata, file), 'utf8'), 'text/xml');

const textsOf = (xml: Document, selector: string): string[] =>
    [...xml.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');

describe('metadata', () => {
    it.each([...files, ...metadataFilesIn(translations).map((file) => resolve(translations, file))])(
        '%s is well-formed and in the namespace of the Metadata API',
        (file) => {
            const { documentElement } = parse(file);

            expect(documentElement.querySelector('parsererror')).toBeNull();
            expect(documentElement.namespaceURI).toBe('http://soap.sforce.com/2006/04/metadata');
        }
    );

    it('needs no language that an org may not have: translations are a package directory of their own', () => {
        expect(files.filter((file) => /translation-meta\.xml$/i.test(file))).toEqual([]);
    });

    // the local org refuses to start when a permission set grants a standard field that does not exist or needs no grant
    it.each(files.filter((file) => file.startsWith('permissionsets')))('%s grants what is deployed', (file) => {
        const permissionSet = parse(file);
        const fields = textsOf(permissionSet, 'fieldPermissions > field')
            .filter((name) => name.endsWith('__c'))
            .map((name) => name.split('.'));
        const customObjects = textsOf(permissionSet, 'objectPermissions > object').filter((name) =>
            name.endsWith('__c')
        );
        const applications = textsOf(permissionSet, 'applicationVisibilities > application');
        const expected = [
            ...fields.map(([object, field]) => `objects/${object}/fields/${field}.field-meta.xml`),
            ...customObjects.map((object) => `objects/${object}/${object}.object-meta.xml`),
            ...applications.map((application) => `applications/${application}.app-meta.xml`)
        ];

        expect(expected.filter((path) => !existsSync(resolve(metadata, path)))).toEqual([]);
    });

    it.each(files.filter((file) => file.startsWith('permissionsets')))('%s grants no required field', (file) => {
        const required = files.filter(
            (each) => each.endsWith('.field-meta.xml') && textsOf(parse(each), 'required')[0] === 'true'
        );
        const names = required.map((each) => each.replace(/^objects\/(\w+)\/fields\/(\w+)\..*$/, '$1.$2'));
        const granted = textsOf(parse(file), 'fieldPermissions > field');

        expect(names).not.toEqual([]);
        expect(granted.filter((name) => names.includes(name))).toEqual([]);
    });

    it('puts the softphone, started with the console, into the utility bar of the app', () => {
        const [utilityBar] = textsOf(parse('applications/Softphone_Atendimento.app-meta.xml'), 'utilityBar');
        const flexiPage = parse(`flexipages/${utilityBar}.flexipage-meta.xml`);
        const properties = Object.fromEntries(
            [...flexiPage.querySelectorAll('componentInstanceProperties')].map((property) => [
                property.querySelector('name')?.textContent,
                property.querySelector('value')?.textContent
            ])
        );
        const [trustedSite] = textsOf(parse('cspTrustedSites/SoftphoneBridge.cspTrustedSite-meta.xml'), 'endpointUrl');

        expect(textsOf(flexiPage, 'componentName')).toEqual(['c:softphone']);
        expect(properties).toMatchObject({ eager: 'true', bridgeUrl: trustedSite });
    });
});
