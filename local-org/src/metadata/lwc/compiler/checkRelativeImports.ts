import { posix } from 'node:path';
import { generateErrorMessage, ModuleResolutionErrors } from '@lwc/errors';
import type { BundleSource } from './bundleSource.ts';
import type { CompilerDiagnostic } from './bundleVerdict.ts';
import type { Script } from './parseScript.ts';

/** What may be left out at the end of a relative import. */
const ENDINGS = ['', '.js', '.html', '.css'];

/** Whether the files of a bundle that import one another are there, with the bundle's own name to begin with. */
export function checkRelativeImports({ name, files }: BundleSource, scripts: Script[]): CompilerDiagnostic[] {
    const initial = name.charAt(0);
    if (initial !== initial.toLowerCase()) {
        const corrected = initial.toLowerCase() + name.slice(1);
        const message = describe('FOLDER_NAME_STARTS_WITH_CAPITAL_LETTER', name, corrected);
        return [{ file: `${name}.js`, message }];
    }
    return scripts.flatMap(({ file, imports }) =>
        imports
            .map(({ specifier }) => specifier)
            .filter((specifier) => specifier.startsWith('.'))
            .flatMap((specifier) => {
                const message = describeUnresolved(specifier, file, Object.keys(files));
                return message ? [{ file, message }] : [];
            })
    );
}

function describeUnresolved(specifier: string, importer: string, files: string[]): string | null {
    const path = posix.join(posix.dirname(importer), specifier);
    const wanted = ENDINGS.map((ending) => path + ending);
    if (wanted.some((candidate) => files.includes(candidate))) return null;
    const similar = files.find((file) => wanted.some((candidate) => candidate.toLowerCase() === file.toLowerCase()));
    return similar
        ? describe('IMPORT_AND_FILE_NAME_CASE_MISMATCH', specifier, importer, posix.parse(similar).name)
        : describe('IMPORTEE_RESOLUTION_FROM_IMPORTER_FAILED', specifier, importer, path);
}

function describe(error: keyof typeof ModuleResolutionErrors, ...words: string[]): string {
    return generateErrorMessage(ModuleResolutionErrors[error], words);
}
