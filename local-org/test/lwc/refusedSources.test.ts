import { bundleOf, configurationOf, SCRIPT } from './bundleOf.ts';
import { useCompiler } from './useCompiler.ts';

interface Refusal {
    what: string;
    files: Record<string, string>;
    /** Inside the bundle's folder. */
    file: string;
    message: string;
    place?: { line: number; column: number };
}

const classWith = (body: string) =>
    `import { LightningElement, api, wire } from 'lwc';\nexport default class Card extends LightningElement {\n    ${body}\n}\n`;

/** As real orgs word them. */
const refusals: Refusal[] = [
    {
        what: 'a syntax error',
        files: { 'card.js': classWith('ring( {') },
        file: 'card.js',
        message: '[Line: 5, Col: 0] LWC1503: Parsing error: Unexpected token, expected "," (5:0)',
        place: { line: 5, column: 0 }
    },
    {
        what: 'an @api property that is true from the start',
        files: { 'card.js': classWith('@api muted = true;') },
        file: 'card.js',
        message:
            '[Line: 3, Col: 18] LWC1503: Invalid public property initialization for "muted". Boolean public ' +
            'properties should not be initialized to "true", consider initializing the property to "false".',
        place: { line: 3, column: 18 }
    },
    {
        what: 'an @api property declared twice',
        files: { 'card.js': classWith('@api call; @api call;') },
        file: 'card.js',
        message: '[Line: 3, Col: 16] LWC1503: "call" has already been declared as a public property.',
        place: { line: 3, column: 16 }
    },
    {
        what: 'a wire adapter that is called',
        files: {
            'card.js': `import { getRecord } from 'lightning/uiRecordApi';\n${SCRIPT}getRecord({});\n`
        },
        file: 'card.js',
        message:
            '[Line: 4, Col: 1] LWC1503: "getRecord" is a wire adapter and can only be used via the @wire decorator.',
        place: { line: 4, column: 1 }
    },
    {
        what: 'a private method',
        files: { 'card.js': SCRIPT.replace('{}', '{ #ring() {} }') },
        file: 'card.js',
        message: expect.stringContaining('Class private methods are not enabled.')
    },
    {
        what: 'an import of what lwc does not export to components, as tests need it',
        files: { '__tests__/card.test.js': "import { createElement } from 'lwc';\ncreateElement('c-card');\n" },
        file: '__tests__/card.test.js',
        message: '[Line: 1, Col: 9] LWC1702: Invalid LWC imported identifier "createElement"',
        place: { line: 1, column: 9 }
    },
    {
        what: 'a relative import of a file that the bundle does not have',
        files: { 'card.js': `import { label } from './labels';\n${SCRIPT}export { label };\n` },
        file: 'card.js',
        message:
            'LWC1011: Failed to resolve import "./labels" from "card.js". Please add "labels" file to the component folder.'
    },
    {
        what: 'an unknown module of the user',
        files: { 'card.js': `import id from '@salesforce/user/Name';\n${SCRIPT}export { id };\n` },
        file: 'card.js',
        message: '[Line: 1, Col: 15] LWC1703: Invalid module identifier "@salesforce/user/Name".',
        place: { line: 1, column: 15 }
    },
    {
        what: 'a kind of module that there is not',
        files: { 'card.js': `import what from '@salesforce/weather/today';\n${SCRIPT}export { what };\n` },
        file: 'card.js',
        message: '[Line: 1, Col: 17] LWC1704: Missing resource value for @salesforce/weather/today',
        place: { line: 1, column: 17 }
    },
    {
        what: 'a module of the platform imported by name',
        files: { 'card.js': `import { id } from '@salesforce/user/Id';\n${SCRIPT}export { id };\n` },
        file: 'card.js',
        message: '[Line: 1, Col: 19] LWC1705: @salesforce/user modules only support default imports.',
        place: { line: 1, column: 19 }
    },
    {
        what: 'a relative import in another case than the file',
        files: { 'card.js': "export { ring } from './Ring';\n", 'ring.js': 'export const ring = 1;\n' },
        file: 'card.js',
        message: 'LWC1118: Failed to resolve "./Ring" from "card.js". Did you mean "ring"?'
    },
    {
        what: 'a style sheet that imports a file that the bundle does not have',
        files: { 'card.html': '<template></template>', 'card.css': "@import './colours.css';\n" },
        file: 'card.css',
        message:
            'LWC1011: Failed to resolve import "./colours.css" from "card.css". ' +
            'Please add "colours.css" file to the component folder.'
    },
    {
        what: 'a comment that turns a rule off',
        files: { 'card.js': classWith('// eslint-disable-next-line\n    @api muted = true;') },
        file: 'card.js',
        message: expect.stringContaining('LWC1503: Invalid public property initialization for "muted".'),
        place: { line: 4, column: 18 }
    },
    {
        what: 'an import at runtime without the capability',
        files: { 'card.js': classWith("ring() { return import('c/callTimer'); }") },
        file: 'card.js',
        message: '[Line: 3, Col: 21] LWC1503: Dynamic imports are not allowed.',
        place: { line: 3, column: 21 }
    },
    {
        what: 'a dynamic component without the capability',
        files: { 'card.html': '<template>\n    <lwc:component lwc:is={view}></lwc:component>\n</template>\n' },
        file: 'card.html',
        message:
            '[Line: 2, Col: 5] LWC1188: Invalid dynamic components usage, lwc:component and lwc:is can only be used ' +
            'when dynamic components have been enabled.',
        place: { line: 2, column: 5 }
    },
    {
        what: 'a tag that is not closed',
        files: { 'card.html': '<template>\n    <p>ringing\n</template>\n' },
        file: 'card.html',
        message: '[Line: 2, Col: 5] LWC1078: <p> has no matching closing tag.',
        place: { line: 2, column: 5 }
    },
    {
        what: 'an unknown directive',
        files: { 'card.html': '<template>\n    <p lwc:show={call}></p>\n</template>\n' },
        file: 'card.html',
        message: '[Line: 2, Col: 5] LWC1127: Invalid directive "lwc:show" on element <p>.',
        place: { line: 2, column: 5 }
    },
    {
        what: 'an id used twice',
        files: { 'card.html': '<template>\n    <p id="call"></p><p id="call"></p>\n</template>\n' },
        file: 'card.html',
        message:
            '[Line: 2, Col: 25] LWC1042: Duplicate id value "call" detected. Id values must be unique within a template.',
        place: { line: 2, column: 25 }
    },
    {
        what: 'an expression that the bundle is too old for',
        files: {
            'card.html': '<template>\n    <p>{first + last}</p>\n</template>\n',
            'card.js-meta.xml': configurationOf('', '60.0')
        },
        file: 'card.html',
        message: expect.stringContaining("LWC1210: Template expression doesn't allow BinaryExpression."),
        place: { line: 2, column: 8 }
    },
    {
        what: 'a rule of a style sheet that is not closed',
        files: { 'card.html': '<template></template>', 'card.css': '.call {\n    color: red;\n' },
        file: 'card.css',
        message:
            '[Line: 1, Col: 1] LWC1709: Syntax error encountered while parsing file card.css. ' +
            'Cause: card.css:1:1: Unclosed block',
        place: { line: 1, column: 1 }
    },
    {
        what: 'a style for an id',
        files: { 'card.html': '<template></template>', 'card.css': '#call { color: red; }\n' },
        file: 'card.css',
        message:
            '[Line: 1, Col: 2] LWC1535: Unexpected plugin compilation error: Plugin - lwc, Hook - transform, Cause - ' +
            "CssSyntaxError: LWC1009: card.css:1:2: Invalid usage of id selector '#call'. " +
            'Try using a class selector or some other selector.',
        place: { line: 1, column: 2 }
    }
];

describe('the sources of a Lightning web component', () => {
    const check = useCompiler();

    it.each(refusals)('are refused for $what', async ({ files, file, message, place }) => {
        expect(await check(bundleOf(files))).toEqual([
            {
                componentType: 'LightningComponentBundle',
                fullName: 'card',
                fileName: `lwc/card/${file}`,
                severity: 'error',
                message,
                ...place
            }
        ]);
    });

    it('are refused for every error that the linter finds', async () => {
        const problems = await check(bundleOf({ 'card.js': classWith('@api muted = true; @api onring;') }));
        expect(problems.map(({ line, column }) => [line, column])).toEqual([
            [3, 18],
            [3, 29]
        ]);
    });

    it('are refused when the folder starts with a capital letter', async () => {
        expect(await check(bundleOf({}, 'Card'))).toMatchObject([
            {
                fileName: 'lwc/Card/Card.js',
                message:
                    'LWC1116: Illegal folder name "Card". The folder name must start with a lowercase character: "card".'
            }
        ]);
    });

    it('are accepted with what the compiler only warns of', async () => {
        expect(await check(bundleOf({ 'card.html': '<template><p colour="red"></p></template>' }))).toEqual([]);
    });

    it('may import and show components at runtime with the capability', async () => {
        const capability = '<capabilities><capability>lightning__dynamicComponent</capability></capabilities>';
        const files = {
            'card.js': classWith("ring() { return import('c/callTimer'); }"),
            'card.html': '<template><lwc:component lwc:is={view}></lwc:component></template>',
            'card.js-meta.xml': configurationOf(capability)
        };
        expect(await check(bundleOf(files))).toEqual([]);
    });

    it('are judged bundle by bundle', async () => {
        const problems = await check(
            bundleOf({}),
            bundleOf({ 'broken.html': '<template>' }, 'broken'),
            bundleOf({ 'worse.js': 'export default' }, 'worse')
        );
        expect(problems.map(({ fileName }) => fileName)).toEqual(['lwc/broken/broken.html', 'lwc/worse/worse.js']);
    });
});
