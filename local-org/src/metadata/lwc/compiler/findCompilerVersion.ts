import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CompilerUnavailable } from './compilerUnavailable.ts';

/** All that a verdict comes from. The parts of the open-source compiler are of one version. */
const PARTS = ['@lwc/compiler', '@babel/core', 'eslint', '@salesforce/eslint-config-lwc', '@lwc/eslint-plugin-lwc'];

/**
 * The versions of the compiler's parts in one text.
 *
 * @throws CompilerUnavailable when one of them is not installed
 */
export function findCompilerVersion(): string {
    return PARTS.map(findVersion).join(' ');
}

function findVersion(name: string): string {
    const require = createRequire(import.meta.url);
    for (const folder of require.resolve.paths(name) ?? []) {
        try {
            const text = readFileSync(`${folder}/${name}/package.json`, 'utf8');
            return `${name}@${(JSON.parse(text) as { version: string }).version}`;
        } catch {
            // not in this folder
        }
    }
    throw new CompilerUnavailable(`${name} is not installed.`);
}
