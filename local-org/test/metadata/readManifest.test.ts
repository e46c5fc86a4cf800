import { readDestructiveChanges } from '../../src/metadata/package/readDestructiveChanges.ts';
import { readManifest } from '../../src/metadata/package/readManifest.ts';
import { manifestXml, metadataXml, packageOf } from './packageOf.ts';

const read = (manifest: string) => readManifest(packageOf({ 'package.xml': manifest }));
const messagesOf = (manifest: string) => read(manifest).problems.map(({ message }) => message);

describe('package.xml', () => {
    it('names components by type, and the version they are written in', () => {
        const { manifest, problems } = read(manifestXml({ CustomField: ['Case.A__c', 'Case.B__c'], Settings: ['*'] }));
        expect(problems).toEqual([]);
        expect(manifest.version).toBe('66.0');
        expect(manifest.members.map(({ type, member }) => `${type} ${member}`)).toEqual([
            'CustomField Case.A__c',
            'CustomField Case.B__c',
            'Settings *'
        ]);
    });

    it('may name a component twice and a type in two places', () => {
        const types = '<types><members>A</members><members>A</members><name>Queue</name></types>';
        const { manifest, problems } = read(metadataXml('Package', `${types}${types}<version>66.0</version>`));
        expect(problems).toEqual([]);
        expect(manifest.members).toHaveLength(1);
    });

    it('is missed', () => {
        expect(readManifest(packageOf({})).problems).toEqual([
            {
                message: 'No package.xml found',
                severity: 'error',
                fileName: 'package.xml',
                fullName: 'package.xml',
                componentType: ''
            }
        ]);
    });

    it('is refused where it names a type that is none', () => {
        const { problems } = read(
            metadataXml(
                'Package',
                '<types>\n<members>x</members>\n<name>duplicateRules</name>\n</types><version>66.0</version>'
            )
        );
        expect(problems).toEqual([
            {
                message: "Unknown type name 'duplicateRules' specified in package.xml",
                severity: 'error',
                fileName: 'package.xml',
                fullName: 'package.xml',
                componentType: '',
                line: 5,
                column: 7
            }
        ]);
    });

    it.each(['69.0', '30.0', 'sixty'])('is refused in version %s', (version) => {
        expect(messagesOf(manifestXml({}, version))).toContain(`Invalid version specified:${version}`);
    });

    it('is refused without a version', () => {
        expect(messagesOf(manifestXml({}, null))).toEqual(['Required field is missing: version']);
    });

    it('is refused with an element that a manifest does not have', () => {
        expect(messagesOf(metadataXml('Package', '<type/><version>66.0</version>'))).toEqual([
            'Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}type invalid at this location in type Package'
        ]);
    });

    it('is refused with another root', () => {
        expect(messagesOf(metadataXml('Packages', ''))).toEqual([
            'Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}Packages invalid at this location'
        ]);
    });

    it('is refused when it is no XML, saying where', () => {
        const [problem] = read('<Package>\n<version>66.0</versio>\n</Package>').problems;
        expect(problem).toMatchObject({ line: 2, severity: 'error', fileName: 'package.xml' });
        expect(problem?.message).toMatch(/^Error parsing file: /);
    });
});

describe('destructive changes', () => {
    it('go before the components, or after them when the file says so', () => {
        const { before, after, problems } = readDestructiveChanges(
            packageOf({
                'destructiveChanges.xml': manifestXml({ CustomField: ['Case.Old__c'] }, null),
                'destructiveChangesPre.xml': manifestXml({ Layout: ['Case-Old'] }),
                'destructiveChangesPost.xml': manifestXml({ CustomObject: ['Old__c'] })
            })
        );
        expect(problems).toEqual([]);
        expect(before.map(({ fileName, member }) => [fileName, member])).toEqual([
            ['destructiveChangesPre.xml', 'Case-Old'],
            ['destructiveChanges.xml', 'Case.Old__c']
        ]);
        expect(after.map(({ fileName, type }) => [fileName, type])).toEqual([
            ['destructiveChangesPost.xml', 'CustomObject']
        ]);
    });

    it('are none in a package that has none', () => {
        expect(readDestructiveChanges(packageOf({}))).toEqual({ before: [], after: [], problems: [] });
    });

    it('are refused where they name a type that is none', () => {
        const { problems } = readDestructiveChanges(
            packageOf({ 'destructiveChangesPost.xml': manifestXml({ Field: ['Case.Old__c'] }) })
        );
        expect(problems).toMatchObject([{ fileName: 'destructiveChangesPost.xml', componentType: '' }]);
    });
});
