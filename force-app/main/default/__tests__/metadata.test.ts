import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const metadata = resolve(__dirname, '..');
const files = readdirSync(metadata, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('-meta.xml'));

const parse = (file: string): Document =>
    new DOMParser().parseFromString(readFileSync(resolve(metadata, file), 'utf8'), 'text/xml');

const textsOf = (xml: Document, selector: string): string[] =>
    [...xml.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');

describe('metadata', () => {
    it.each(files)('%s is well-formed and in the namespace of the Metadata API', (file) => {
        const { documentElement } = parse(file);

        expect(documentElement.querySelector('parsererror')).toBeNull();
        expect(documentElement.namespaceURI).toBe('http://soap.sforce.com/2006/04/metadata');
    });

    it.each(files.filter((file) => file.startsWith('permissionsets')))('%s grants what exists', (file) => {
        const permissionSet = parse(file);
        const fields = textsOf(permissionSet, 'fieldPermissions > field').map((name) => name.split('.'));
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

    it('puts the softphone, started with the console, into the utility bar of the app', () => {
        const [utilityBar] = textsOf(parse('applications/Atendimento.app-meta.xml'), 'utilityBar');
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
