import { elementsToCheck } from '../../src/metadata/components/elementsToCheck.ts';
import { readComponents } from '../../src/metadata/components/readComponents.ts';
import { metadataXml, packageOf } from './packageOf.ts';

const read = (contents: Record<string, string>) => readComponents(packageOf(contents));
const namesOf = (contents: Record<string, string>) =>
    read(contents).components.map(({ type, fullName, fileName }) => `${type} ${fullName} in ${fileName}`);
const named = (element: string, ...names: string[]) =>
    names.map((name) => `<${element}><fullName>${name}</fullName></${element}>`).join('\n');

describe('the components of a package', () => {
    it('are an object and each of those inside it, with the lines they stand on', () => {
        const file = metadataXml(
            'CustomObject',
            [
                '<label>O</label>',
                named('fields', 'A__c', 'B__c'),
                named('recordTypes', 'R'),
                named('indexes', 'I')
            ].join('\n')
        );
        const { components, problems } = read({ 'objects/O__c.object': file });
        expect(problems).toEqual([]);
        expect(components.map(({ type, fullName }) => `${type} ${fullName}`)).toEqual([
            'CustomObject O__c',
            'CustomField O__c.A__c',
            'CustomField O__c.B__c',
            'RecordType O__c.R',
            'Index O__c.I'
        ]);
        const [object, field] = components.flatMap(elementsToCheck);
        expect(object?.element.children.map(({ name }) => name)).toEqual(['label']);
        expect(object?.typeName).toBe('CustomObject');
        expect(field).toMatchObject({ typeName: 'CustomField', fileName: 'objects/O__c.object' });
        expect(field?.element.line).toBe(4);
    });

    it('are labels, named without the file they lie in', () => {
        expect(namesOf({ 'labels/Others.labels': metadataXml('CustomLabels', named('labels', 'One', 'Two')) })).toEqual(
            [
                'CustomLabels CustomLabels in labels/Others.labels',
                'CustomLabel One in labels/Others.labels',
                'CustomLabel Two in labels/Others.labels'
            ]
        );
    });

    it.each([
        ['workflows/Case.workflow', 'Workflow', 'alerts', 'WorkflowAlert'],
        ['workflows/Case.workflow', 'Workflow', 'rules', 'WorkflowRule'],
        ['sharingRules/Case.sharingRules', 'SharingRules', 'sharingOwnerRules', 'SharingOwnerRule'],
        ['assignmentRules/Case.assignmentRules', 'AssignmentRules', 'assignmentRule', 'AssignmentRule'],
        ['matchingRules/Case.matchingRule', 'MatchingRules', 'matchingRules', 'MatchingRule']
    ])('are those inside %s', (path, root, element, type) => {
        expect(namesOf({ [path]: metadataXml(root, named(element, 'X')) })).toEqual([
            `${root} Case in ${path}`,
            `${type} Case.X in ${path}`
        ]);
    });

    it('are folders, of the type of what lies in them', () => {
        const reading = read({
            'reports/Calls-meta.xml': metadataXml('ReportFolder', '<name>Calls</name>'),
            'reports/Calls/Missed.report': metadataXml('Report', '<name>Missed</name>'),
            'email/Letters-meta.xml': metadataXml('EmailFolder', '<name>Letters</name>'),
            'email/Letters/Hi.email': 'Hello',
            'email/Letters/Hi.email-meta.xml': metadataXml('EmailTemplate', '<name>Hi</name>')
        });
        expect(reading.problems).toEqual([]);
        expect(reading.components.map(({ type, fullName }) => `${type} ${fullName}`)).toEqual([
            'EmailTemplate Letters',
            'EmailTemplate Letters/Hi',
            'Report Calls',
            'Report Calls/Missed'
        ]);
        expect(reading.components.flatMap(elementsToCheck).map(({ typeName }) => typeName)).toEqual([
            'EmailFolder',
            'EmailTemplate',
            'ReportFolder',
            'Report'
        ]);
    });

    it('are settings, checked as the type that their root names', () => {
        const reading = read({ 'settings/Case.settings': metadataXml('CaseSettings', '') });
        expect(reading.components).toMatchObject([{ type: 'Settings', fullName: 'Case' }]);
        expect(reading.components.flatMap(elementsToCheck)).toMatchObject([{ typeName: 'CaseSettings' }]);
    });

    it('are files that a -meta.xml describes, with their bytes', () => {
        const bytes = Buffer.from([0xff, 0x00, 0x80]);
        const { components, problems } = readComponents(
            new Map([
                ['staticresources/Tone.resource', bytes],
                [
                    'staticresources/Tone.resource-meta.xml',
                    Buffer.from(metadataXml('StaticResource', '<contentType>audio/wav</contentType>'))
                ]
            ])
        );
        expect(problems).toEqual([]);
        expect(components).toMatchObject([
            {
                type: 'StaticResource',
                fullName: 'Tone',
                fileName: 'staticresources/Tone.resource',
                content: { kind: 'files', files: { 'staticresources/Tone.resource': bytes.toString('base64') } }
            }
        ]);
        expect(components.flatMap(elementsToCheck)).toMatchObject([
            { typeName: 'StaticResource', fileName: 'staticresources/Tone.resource-meta.xml' }
        ]);
    });

    it('are documents of any ending, which belongs to their name', () => {
        expect(
            namesOf({
                'documents/Pics-meta.xml': metadataXml('DocumentFolder', '<name>Pics</name>'),
                'documents/Pics/Logo.png': 'PNG',
                'documents/Pics/Logo.png-meta.xml': metadataXml('Document', '<name>Logo</name>')
            })
        ).toEqual(['Document Pics in documents/Pics-meta.xml', 'Document Pics/Logo.png in documents/Pics/Logo.png']);
    });

    it('are bundles, a folder each, with all their files', () => {
        const { components, problems } = read({
            'lwc/one/one.js': '',
            'lwc/one/one.html': '',
            'lwc/one/one.js-meta.xml': metadataXml('LightningComponentBundle', ''),
            'lwc/two/two.js': '',
            'lwc/jsconfig.json': '{}'
        });
        expect(problems).toEqual([]);
        expect(components.map(({ fullName, fileName }) => `${fullName} in ${fileName}`)).toEqual([
            'one in lwc/one',
            'two in lwc/two'
        ]);
        expect(components.flatMap(elementsToCheck)).toMatchObject([
            { typeName: 'LightningComponentBundle', fileName: 'lwc/one/one.js-meta.xml' }
        ]);
    });

    it('are none where nobody looks: at the root and under an ending that no type of the directory has', () => {
        expect(
            read({ 'README.md': '', 'package.xml': '', 'objects/README.md': '', 'layouts/Case.layout-meta.xml': '' })
        ).toEqual({ components: [], problems: [] });
    });
});

describe('what cannot be read of a package', () => {
    it('is a file that is no XML, with the place and the component it would be', () => {
        expect(read({ 'layouts/Case-A.layout': '<Layout>\n<a></b>\n</Layout>' })).toMatchObject({
            components: [],
            problems: [
                {
                    message: expect.stringMatching(/^Error parsing file: /),
                    line: 2,
                    severity: 'error',
                    fileName: 'layouts/Case-A.layout',
                    componentType: 'Layout',
                    fullName: 'Case-A'
                }
            ]
        });
    });

    it.each([
        ['layouts/Case-A.layout', 'Profile', 'Layout'],
        ['settings/Case.settings', 'AccountSettings', 'Settings'],
        ['reports/Calls-meta.xml', 'DashboardFolder', 'Report']
    ])('is %s with the root %s', (path, root, type) => {
        expect(read({ [path]: metadataXml(root, '') }).problems).toMatchObject([
            {
                message: `Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}${root} invalid at this location`,
                componentType: type,
                line: 2
            }
        ]);
    });

    it('is the -meta.xml of a bundle or a file, under its own name', () => {
        const { problems } = read({
            'lwc/one/one.js': '',
            'lwc/one/one.js-meta.xml': '<LightningComponentBundle>',
            'classes/A.cls': '',
            'classes/A.cls-meta.xml': metadataXml('ApexTrigger', '')
        });
        expect(problems.map(({ fileName, fullName }) => [fileName, fullName])).toEqual([
            ['classes/A.cls-meta.xml', 'A'],
            ['lwc/one/one.js-meta.xml', 'one']
        ]);
    });

    it('is a file that nothing describes', () => {
        expect(read({ 'classes/A.cls': '' }).problems).toMatchObject([
            { message: 'Missing file: classes/A.cls-meta.xml', componentType: 'ApexClass', fileName: 'classes/A.cls' }
        ]);
    });

    it('is a directory that belongs to no type', () => {
        expect(read({ 'stuff/A.xml': '', 'stuff/B.xml': '' }).problems).toMatchObject([{ fileName: 'stuff' }]);
    });

    it('is a field without a name', () => {
        const file = metadataXml('CustomObject', '<fields>\n<label>A</label>\n</fields>');
        expect(read({ 'objects/Case.object': file }).problems).toMatchObject([
            { message: 'Required field is missing: fullName', componentType: 'CustomField', line: 3 }
        ]);
    });

    it('is a second component of one name', () => {
        const file = metadataXml('CustomObject', named('fields', 'A__c', 'B__c', 'a__C'));
        const { components, problems } = read({ 'objects/Case.object': file });
        expect(components).toHaveLength(3);
        expect(problems).toMatchObject([
            {
                message: "Duplicate name 'Case.a__C' specified",
                fullName: 'Case.a__C',
                componentType: 'CustomField',
                line: 5
            }
        ]);
    });

    it('is a field away from the others', () => {
        const file = metadataXml(
            'CustomObject',
            [named('fields', 'A__c'), '<label>A</label>', named('fields', 'B__c')].join('\n')
        );
        expect(read({ 'objects/Case.object': file }).problems).toMatchObject([
            {
                message: 'Error parsing file: Element fields is duplicated at this location in type CustomObject',
                componentType: 'CustomObject',
                line: 5
            }
        ]);
    });
});
