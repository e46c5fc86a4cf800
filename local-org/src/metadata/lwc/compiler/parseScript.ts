import { parseSync, traverse, type NodePath, type types } from '@babel/core';
import type { SourcePlace } from './bundleVerdict.ts';

/** A script of a bundle, parsed. */
export interface Script {
    file: string;
    program: types.File;
    imports: ModuleImport[];
}

/** One `import … from`, `export … from` or `import()`. */
export interface ModuleImport {
    /** `lightning/navigation`, `./labels` */
    specifier: string;
    /** Of the specifier; columns from 0. */
    place: SourcePlace;
    /** What is taken out of it by name, `default` for the default export, and where. */
    names: { name: string; place: SourcePlace }[];
}

/** @throws SyntaxError of Babel */
export function parseScript(file: string, text: string): Script {
    const program = parseSync(text, {
        configFile: false,
        babelrc: false,
        sourceType: 'module',
        parserOpts: { plugins: [['decorators', { decoratorsBeforeExport: true }]] }
    });
    if (!program) throw new TypeError(`Babel parses nothing of ${file}.`);
    return { file, program, imports: listImports(program) };
}

function listImports(program: types.File): ModuleImport[] {
    const imports: ModuleImport[] = [];
    const add = (source: types.Node | null | undefined, names: ModuleImport['names']) => {
        if (source?.type === 'StringLiteral') imports.push({ specifier: source.value, place: placeOf(source), names });
    };
    traverse(program, {
        ImportDeclaration: ({ node }) => add(node.source, node.specifiers.map(nameOf)),
        ExportNamedDeclaration: ({ node }) => add(node.source, []),
        ExportAllDeclaration: ({ node }) => add(node.source, []),
        CallExpression: ({ node }: NodePath<types.CallExpression>) => {
            if (node.callee.type === 'Import') add(node.arguments[0], []);
        }
    });
    return imports;
}

function nameOf(specifier: types.ImportDeclaration['specifiers'][number]): ModuleImport['names'][number] {
    switch (specifier.type) {
        case 'ImportDefaultSpecifier':
            return { name: 'default', place: placeOf(specifier) };
        case 'ImportNamespaceSpecifier':
            return { name: '*', place: placeOf(specifier) };
        case 'ImportSpecifier': {
            const { imported } = specifier;
            return {
                name: imported.type === 'Identifier' ? imported.name : imported.value,
                place: placeOf(specifier)
            };
        }
    }
}

function placeOf({ loc }: types.Node): SourcePlace {
    return { line: loc?.start.line ?? 1, column: loc?.start.column ?? 0 };
}
