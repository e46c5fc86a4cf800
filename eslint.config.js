import js from '@eslint/js';
import lwcPlatform from '@lwc/eslint-plugin-lwc-platform';
import slds from '@salesforce-ux/eslint-plugin-slds';
import lwcRecommended from '@salesforce/eslint-config-lwc/recommended-ts.js';
import { defineConfig, globalIgnores } from 'eslint/config';
import jest from 'eslint-plugin-jest';
import globals from 'globals';
import typescript from 'typescript-eslint';

const lwc = 'force-app/main/default/lwc';
const tests = ['**/__tests__/**/*.ts', '**/test/**/*.ts'];

/** An unused name that begins with an underscore is unused on purpose. */
const unusedOnPurpose = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' };

export default defineConfig([
    globalIgnores([
        '**/node_modules/',
        '**/.data/',
        '**/coverage/',
        'artifacts/',
        'console/dist/',
        // somebody else's code, as far as the org that it is deployed to can tell
        'local-org/test/cli/foreign-package/',
        // built from the TypeScript beside them
        'force-app/**/lwc/**/*.js'
    ]),
    { linterOptions: { reportUnusedDisableDirectives: 'error' } },
    {
        files: ['**/*.{js,cjs,mjs}'],
        extends: [js.configs.recommended],
        languageOptions: { globals: globals.node },
        rules: { 'no-unused-vars': ['error', unusedOnPurpose] }
    },
    { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },

    // the server side, the console page, scripts and whatever else is TypeScript
    {
        files: ['**/*.ts'],
        ignores: ['force-app/**'],
        extends: [js.configs.recommended, typescript.configs.strict],
        rules: {
            'no-undef': 'off',
            '@typescript-eslint/no-unused-vars': ['error', unusedOnPurpose],
            '@typescript-eslint/no-extraneous-class': 'off',
            '@typescript-eslint/consistent-type-imports': 'error'
        }
    },

    // what is deployed: the platform's rules on top of TypeScript's own
    {
        files: ['force-app/**/*.ts'],
        extends: [lwcRecommended, lwcPlatform.configs.recommended, typescript.configs.recommendedTypeChecked],
        languageOptions: {
            parser: typescript.parser,
            parserOptions: {
                projectService: false,
                project: ['./tsconfig.lwc-tests.json'],
                tsconfigRootDir: import.meta.dirname
            }
        },
        rules: {
            // expects the comments of Babel's parser and breaks on the one of typescript-eslint
            '@lwc/lwc-platform/valid-offline-wire': 'off',
            // reads the JavaScript that is built beside a source; the compiler checks names anyway
            'import/named': 'off',
            // timers are closed in disconnectedCallback
            '@lwc/lwc/no-async-operation': 'off',
            // the compiler proves that a switch covers its union
            'consistent-return': 'off',
            'default-case': 'off',
            '@typescript-eslint/switch-exhaustiveness-check': 'error',
            'no-use-before-define': ['error', { functions: false, variables: false }],
            'no-void': ['error', { allowAsStatement: true }],
            // reading a stream and reconnecting are one step after the other by nature
            'no-await-in-loop': 'off',
            '@typescript-eslint/no-unused-vars': ['error', unusedOnPurpose],
            '@typescript-eslint/no-restricted-imports': [
                'error',
                {
                    patterns: [
                        {
                            group: ['bridge/*', '**/bridge-server/**'],
                            allowTypeImports: true,
                            message: 'Only the types of the contract reach Salesforce.'
                        }
                    ]
                }
            ]
        }
    },
    {
        files: [`${lwc}/**/*.ts`],
        ignores: [`${lwc}/bridgeClient/**`, ...tests],
        rules: {
            'no-restricted-globals': ['error', { name: 'fetch', message: 'Only c/bridgeClient talks to the bridge.' }]
        }
    },

    {
        files: tests,
        extends: [jest.configs['flat/recommended'], typescript.configs.disableTypeChecked],
        languageOptions: { globals: { ...globals.jest, ...globals.node } },
        rules: {
            'jest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'fc.assert', 'eventually'] }],
            // page objects wait for states too
            'jest/no-standalone-expect': 'off',
            '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
            '@lwc/lwc-platform/no-aura-libs': 'off',
            '@typescript-eslint/no-non-null-assertion': 'off'
        }
    },

    { files: ['force-app/**/*.{html,css}'], extends: [slds.configs['flat/recommended']] }
]);
