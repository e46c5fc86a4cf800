import type { BundleSource } from './bundleSource.ts';
import type { BundleVerdict, CompilerDiagnostic } from './bundleVerdict.ts';
import { checkRelativeImports } from './checkRelativeImports.ts';
import { checkScopedImports } from './checkScopedImports.ts';
import { checkTransformation } from './checkTransformation.ts';
import { findPublicProperties } from './findPublicProperties.ts';
import { findReferences } from './findReferences.ts';
import { lintScripts } from './lintScripts.ts';
import { parseScript, type Script } from './parseScript.ts';
import { transformFile } from './transformFile.ts';

/**
 * Takes a bundle through the steps of the platform's compiler: the linter, then the form of imports from the
 * platform, then the open-source compiler, then the files that import one another. A step that finds errors is the
 * last one.
 */
export async function compileSource(source: BundleSource): Promise<BundleVerdict> {
    const lintErrors = await lintScripts(source);
    if (lintErrors.length > 0) return refuse(lintErrors);
    const scripts = filesEndingIn('.js', source).map((file) => parseScript(file, source.files[file] ?? ''));
    const importErrors = scripts.flatMap(checkScopedImports);
    if (importErrors.length > 0) return refuse(importErrors);
    const transformErrors = checkTransformation(source);
    if (transformErrors.length > 0) return refuse(transformErrors);
    const styleSheets = filesEndingIn('.css', source).map((file) => parseScript(file, transformFile(file, source)));
    const modules = [...scripts, ...styleSheets];
    const resolutionErrors = checkRelativeImports(source, modules);
    return resolutionErrors.length > 0 ? refuse(resolutionErrors) : accept(source, modules);
}

function filesEndingIn(ending: string, { files }: BundleSource): string[] {
    return Object.keys(files).filter((file) => file.endsWith(ending));
}

function refuse(diagnostics: CompilerDiagnostic[]): BundleVerdict {
    return { kind: 'refused', diagnostics };
}

function accept(source: BundleSource, modules: Script[]): BundleVerdict {
    const entry = modules.find(({ file }) => file === `${source.name}.js`);
    return {
        kind: 'compiled',
        references: findReferences(source, modules),
        publicProperties: entry ? findPublicProperties(entry) : []
    };
}
