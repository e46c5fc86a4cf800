import { createRequire } from 'node:module';
import { ESLint, type Linter } from 'eslint';
import type { BundleSource } from './bundleSource.ts';
import type { CompilerDiagnostic } from './bundleVerdict.ts';

const ERROR_SEVERITY = 2;

const rulesOfThePlatform = createRequire(import.meta.url)('@salesforce/eslint-config-lwc/base') as Linter.Config[];

const NO_DYNAMIC_IMPORTS: Linter.Config = {
    rules: {
        'no-restricted-syntax': ['error', { selector: 'ImportExpression', message: 'Dynamic imports are not allowed.' }]
    }
};

/**
 * The errors of Salesforce's rules for Lightning web components, with which the platform begins: a deploy says
 * `LWC1503: …` of them, syntax errors included. No comment in a script turns a rule off.
 */
export async function lintScripts({ files, dynamicComponents }: BundleSource): Promise<CompilerDiagnostic[]> {
    const linter = new ESLint({
        overrideConfigFile: true,
        ignore: false,
        allowInlineConfig: false,
        baseConfig: [
            // or else the message of a syntax error ends in a drawing of the place
            { languageOptions: { parserOptions: { codeFrame: false } } },
            ...rulesOfThePlatform,
            { rules: { '@lwc/lwc/no-disallowed-lwc-imports': 'error' } },
            ...(dynamicComponents ? [] : [NO_DYNAMIC_IMPORTS])
        ]
    });
    const diagnostics: CompilerDiagnostic[] = [];
    for (const [file, text] of Object.entries(files).filter(([name]) => name.endsWith('.js'))) {
        const results = await linter.lintText(text);
        const errors = results.flatMap(({ messages }) =>
            messages.filter(({ severity }) => severity === ERROR_SEVERITY)
        );
        diagnostics.push(
            ...errors.map(({ message, line, column }) => ({
                file,
                message: `LWC1503: ${message}`,
                place: { line, column }
            }))
        );
    }
    return diagnostics;
}
