import ts from 'typescript';

const compilerOptions: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    sourceMap: true
};

/** Strips the types of one LWC source and keeps its decorators, as LWC's own compiler expects. */
export function transpileLwc(code: string, fileName: string): { code: string; map: string | undefined } {
    const { outputText, sourceMapText } = ts.transpileModule(code, { fileName, compilerOptions });
    return { code: outputText.replace(/\n\/\/# sourceMappingURL=.*$/, ''), map: sourceMapText };
}
