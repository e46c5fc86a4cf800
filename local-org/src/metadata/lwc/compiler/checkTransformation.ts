import type { BundleSource } from './bundleSource.ts';
import type { CompilerDiagnostic, SourcePlace } from './bundleVerdict.ts';
import { transformFile } from './transformFile.ts';

const SOURCE = /\.(?:js|html|css)$/;
const CODE = /^LWC\d{4}:/;
const STYLE_SHEET_ERROR = /^CssSyntaxError: LWC1009: (.*)$/s;
/** So begins, after its place, what the compiler refuses in a style sheet that can be parsed. */
const STYLE_RULE = /:\d+:\d+: Invalid /;

/** What the open-source compiler has against the files of a bundle. */
export function checkTransformation(source: BundleSource): CompilerDiagnostic[] {
    return Object.keys(source.files)
        .filter((file) => SOURCE.test(file))
        .flatMap((file) => {
            try {
                transformFile(file, source);
                return [];
            } catch (error) {
                const errors: unknown[] = error instanceof AggregateError ? error.errors : [error];
                return errors.map((each) => toDiagnostic(file, each));
            }
        });
}

function toDiagnostic(file: string, error: unknown): CompilerDiagnostic {
    const { message, location } = error as Error & { location?: SourcePlace };
    // the compiler takes files to lie in the folder that it runs in
    const text = message.replaceAll(`${process.cwd()}/`, '');
    const place = location && { line: location.line, column: location.column };
    return { file, message: describe(file, text), ...(place && { place }) };
}

/** The platform passes on a message that begins with a code, and wraps all others. */
function describe(file: string, message: string): string {
    if (CODE.test(message)) return message;
    const [, inStyleSheet] = STYLE_SHEET_ERROR.exec(message) ?? [];
    if (inStyleSheet !== undefined && !STYLE_RULE.test(inStyleSheet)) {
        return `LWC1709: Syntax error encountered while parsing file ${file}. Cause: ${inStyleSheet}`;
    }
    return `LWC1535: Unexpected plugin compilation error: Plugin - lwc, Hook - transform, Cause - ${message}`;
}
