import fc from 'fast-check';
import { LightningBundle } from '../../src/metadata/lwc/lightningBundle.ts';
import { describeMissingComponent } from '../../src/metadata/lwc/references/checkModule.ts';
import { bundleOf, configurationOf, platform, SCRIPT } from './bundleOf.ts';
import { useCompiler } from './useCompiler.ts';

const importing = (specifier: string) => ({
    'card.js': `import what from '${specifier}';\n${SCRIPT}export { what };\n`
});
const showing = (tag: string) => ({ 'card.html': `<template>\n    <${tag}></${tag}>\n</template>\n` });

/** As real orgs word them, except that for a bare module, which is a guess. */
const dangling: [string, Record<string, string>, string][] = [
    ['c/missing', importing('c/missing'), 'No MODULE named markup://c:missing found : [markup://c:card]'],
    [
        'lightning/missing',
        importing('lightning/missing'),
        'No MODULE named markup://lightning:missing found : [markup://c:card]'
    ],
    ['a bare module', importing('lodash'), 'No MODULE named markup://lodash found : [markup://c:card]'],
    [
        'a module by its file',
        importing('lodash.js'),
        "Invalid import 'lodash.js'. No '.' in module reference or start relative path with ./"
    ],
    [
        'a product that is not emulated',
        importing('commerce/cartApi'),
        'The local org does not emulate the modules of commerce, such as commerce/cartApi.'
    ],
    ['a label', importing('@salesforce/label/c.Missing'), 'Invalid reference c.Missing of type label in file card.js'],
    [
        'a label without a section',
        importing('@salesforce/label/Call_Ended'),
        'Labels should have a section and a name: Call_Ended'
    ],
    [
        'a field',
        importing('@salesforce/schema/Case.Missing__c'),
        'Invalid reference Case.Missing__c of type sobjectField in file card.js'
    ],
    [
        'an object',
        importing('@salesforce/schema/Missing__c'),
        'Invalid reference Missing__c of type sobjectClass in file card.js'
    ],
    [
        'an Apex method',
        importing('@salesforce/apex/CallController.list'),
        "Unable to find Apex action class referenced as 'CallController'."
    ],
    [
        'a static resource',
        importing('@salesforce/resourceUrl/missing'),
        'Invalid reference missing of type resourceUrl in file card.js'
    ],
    [
        'an asset',
        importing('@salesforce/contentAssetUrl/missing'),
        'Exception while getting the content asset for reference missing of type contentAssetUrl in file card.js'
    ],
    [
        'a message channel',
        importing('@salesforce/messageChannel/Missing__c'),
        'Invalid reference Missing__c of type messageChannel in file card.js'
    ],
    [
        'a custom permission',
        importing('@salesforce/customPermission/Missing'),
        'Invalid reference Missing of type customPermission in file card.js'
    ],
    [
        'a property of the locale',
        importing('@salesforce/i18n/missing'),
        'Invalid reference missing of type i18n in file card.js'
    ]
];

const known = [
    'c/callTimer',
    'c/card',
    'lightning/navigation',
    '@salesforce/label/c.Call_Ended',
    '@salesforce/schema/Case',
    '@salesforce/schema/Case.Origin',
    '@salesforce/resourceUrl/ringtone',
    '@salesforce/contentAssetUrl/logo',
    '@salesforce/messageChannel/Dial__c',
    '@salesforce/customPermission/Dial',
    '@salesforce/userPermission/ViewSetup',
    '@salesforce/i18n/locale',
    '@salesforce/user/Id',
    '@salesforce/client/formFactor'
];

describe('what a Lightning web component refers to', () => {
    const check = useCompiler();

    it.each(dangling)('must be there: %s', async (_what, files, message) => {
        const problems = await check(bundleOf(files));
        expect(problems).toEqual([
            {
                componentType: 'LightningComponentBundle',
                fullName: 'card',
                fileName: 'lwc/card/card.js',
                severity: 'error',
                message,
                line: 1,
                column: expect.any(Number)
            }
        ]);
    });

    it.each(known)('is found: %s', async (specifier) => {
        expect(await check(bundleOf(importing(specifier)))).toEqual([]);
    });

    it('is found: the functions of @salesforce/apex', async () => {
        const script = `import { refreshApex } from '@salesforce/apex';\n${SCRIPT}export { refreshApex };\n`;
        expect(await check(bundleOf({ 'card.js': script }))).toEqual([]);
    });

    it.each([
        ['c-missing-part', 'markup://c:missingPart'],
        ['lightning-missing-part', 'markup://lightning:missingPart'],
        ['qlik-embed', 'markup://qlik:embed']
    ])('must be there: the tag %s', async (tag, missing) => {
        expect(await check(bundleOf(showing(tag)))).toMatchObject([
            {
                fileName: 'lwc/card/card.html',
                message: `No MODULE named ${missing} found : [markup://c:card]`,
                line: 2,
                column: 5
            }
        ]);
    });

    it.each(['c-call-timer', 'c-card', 'lightning-button-icon'])('is found: the tag %s', async (tag) => {
        expect(await check(bundleOf(showing(tag)))).toEqual([]);
    });

    it('must be there for a style sheet too', async () => {
        const files = { 'card.html': '<template></template>', 'card.css': "@import 'c/missing';\n" };
        expect(await check(bundleOf(files))).toMatchObject([
            {
                fileName: 'lwc/card/card.css',
                message: 'No MODULE named markup://c:missing found : [markup://c:card]'
            }
        ]);
    });

    it('is told once for each file that it stands in', async () => {
        const template = '<template><c-missing></c-missing><c-missing></c-missing></template>';
        expect(await check(bundleOf({ 'card.html': template, 'other.html': template }))).toMatchObject([
            { fileName: 'lwc/card/card.html' },
            { fileName: 'lwc/card/other.html' }
        ]);
    });

    it('is there from some version of the API on', async () => {
        const ofVersion = (apiVersion: string) =>
            bundleOf({
                ...importing('lightning/platformUtilityBarApi'),
                'card.js-meta.xml': configurationOf('', apiVersion)
            });
        expect(await check(ofVersion('61.0'))).toEqual([]);
        expect(await check(ofVersion('60.0'))).toMatchObject([
            { message: 'No MODULE named markup://lightning:platformUtilityBarApi found : [markup://c:card]' }
        ]);
    });
});

describe('the tag of a bundle', () => {
    const bundle = new LightningBundle(bundleOf({}));
    const toTag = (name: string) => `c-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

    it('names that bundle', () => {
        fc.assert(
            fc.property(fc.stringMatching(/^[a-z][a-z0-9]{0,5}(?:[A-Z][a-z0-9]{0,5}){0,4}$/), (name) => {
                const asked: string[] = [];
                const remember = (_type: string, fullName: string) => asked.push(fullName) > 0;
                expect(
                    describeMissingComponent(toTag(name), bundle, { ...platform, hasComponent: remember })
                ).toBeNull();
                expect(asked).toEqual([name]);
            })
        );
    });
});
