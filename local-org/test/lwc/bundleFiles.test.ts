import { bundleOf } from './bundleOf.ts';
import { useCompiler } from './useCompiler.ts';

const NAME_RULE =
    'Name: The Lightning Web Component Bundle API Name can only contain underscores and alphanumeric characters. It ' +
    'must be unique, begin with a letter, not include spaces, not end with an underscore, and not contain two ' +
    'consecutive underscores.';
const SOURCE_CHARACTERS_MAX = 131_072;

describe('the files of a bundle', () => {
    const check = useCompiler();

    it.each<[string, Record<string, string | null>, string, string]>([
        [
            'without a configuration',
            { 'card.js-meta.xml': null },
            'card.js',
            'Cannot find Lightning Component Bundle card.'
        ],
        ['without a script', { 'card.js': null }, 'card.js', 'No base file for markup://c:card'],
        [
            'with a script of another name',
            { 'card.js': null, 'cards.js': '' },
            'card.js',
            'No base file for markup://c:card'
        ],
        [
            'with a template and a style sheet, yet without a script',
            { 'card.js': null, 'card.html': '<template></template>', 'card.css': '.a {}' },
            'card.html',
            'Invalid file found for a CSS Only module - card.html'
        ],
        [
            'with an empty file',
            { 'card.css': '' },
            'card.css',
            'Lightning Component Resource [lwc/card/card.css] for Lightning Component Bundle card cannot be empty.'
        ],
        [
            'with a file that is too long',
            { 'card.js': '/'.repeat(SOURCE_CHARACTERS_MAX + 1) },
            'card.js',
            'Failed to save Lightning Component Resource [lwc/card/card.js] of Lightning Component Bundle [card]. ' +
                'Error: Value too long for field: Source maximum length is:131072'
        ],
        [
            'with TypeScript',
            { 'card.ts': 'export {};' },
            'card.ts',
            'Lightning Component Resource [lwc/card/card.ts] for Lightning Component Bundle card has an unsupported file extension.'
        ]
    ])('are refused %s', async (_what, files, file, message) => {
        expect(await check(bundleOf(files))).toEqual([
            {
                componentType: 'LightningComponentBundle',
                fullName: 'card',
                fileName: `lwc/card/${file}`,
                severity: 'error',
                message
            }
        ]);
    });

    it.each(['call-card', '1card', 'card_', 'call__card', '_card', 'cárd'])(
        'are refused under the name %s',
        async (name) => {
            expect(await check(bundleOf({}, name))).toMatchObject([{ message: NAME_RULE }]);
        }
    );

    it('may be a style sheet alone', async () => {
        expect(await check(bundleOf({ 'card.js': null, 'card.css': '.call { color: red; }' }))).toEqual([]);
    });

    it('may be a module without a template, in several files and folders', async () => {
        const files = {
            'card.js': "export { ring } from './sounds/ring';\n",
            'sounds/ring.js': 'export const ring = 1;\n',
            'card.svg': '<svg></svg>',
            '__docs__/card.md': '# Card'
        };
        expect(await check(bundleOf(files, 'card'))).toEqual([]);
    });
});
