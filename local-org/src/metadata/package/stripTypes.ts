import { stripTypeScriptTypes } from 'node:module';

/**
 * The JavaScript of a TypeScript module: types become spaces, so that lines and columns stay, and decorators are kept.
 *
 * @throws SyntaxError for what is not TypeScript, or TypeScript that is more than types, such as an enum
 */
export function stripTypes(source: string): string {
    return withoutExperimentalWarning(() => stripTypeScriptTypes(source));
}

/** Node marks the function as experimental and says so at its first call, which would end up among the org's own lines. */
function withoutExperimentalWarning<Result>(run: () => Result): Result {
    const { emitWarning } = process;
    process.emitWarning = () => undefined;
    try {
        return run();
    } finally {
        process.emitWarning = emitWarning;
    }
}
