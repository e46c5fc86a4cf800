import { parse, type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { z } from 'zod';
import { closestNames } from './closestNames.ts';
import { DEFAULT_MAPPING, type Mapping, mappingSchema } from './mapping.ts';

export type ReadMapping =
    { readonly kind: 'read'; readonly mapping: Mapping } | { readonly kind: 'wrong'; readonly problems: string[] };

const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * Reads a mapping from what a file holds: JSON, in which comments may stand. Every problem is one line that begins with
 * where it is.
 */
export function readMapping(json: string): ReadMapping {
    const text = json.replace(BYTE_ORDER_MARK, '');
    const errors: ParseError[] = [];
    const value: unknown = parse(text, errors, { disallowComments: false });
    if (errors.length > 0) return wrong(errors.slice(0, 1).map((error) => syntaxProblem(text, error)));
    const parsed = mappingSchema.safeParse(value);
    if (parsed.success) return { kind: 'read', mapping: parsed.data };
    return wrong(parsed.error.issues.flatMap(linesOf));
}

/** The parser names its errors as `CommaExpected`. */
function syntaxProblem(text: string, { error, offset }: ParseError): string {
    const before = text.slice(0, offset).split(/\r\n|\r|\n/);
    const name = printParseErrorCode(error)
        .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
        .toLowerCase();
    return `is no JSON: ${name} at line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

/** Problems quote what the file holds, and stay one line each. */
const wrong = (problems: readonly string[]): ReadMapping => ({
    kind: 'wrong',
    problems: problems.map((problem) => problem.replaceAll(/\p{Cc}+/gu, ' '))
});

function linesOf(issue: z.core.$ZodIssue): string[] {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(issue.path, key));
    return [[pathOf(issue.path), issue.message].filter(Boolean).join(' ')];
}

function unknownKey(path: readonly PropertyKey[], key: string): string {
    const known = keysAt(path);
    const [closest] = closestNames(
        key,
        known.map((name) => ({ name }))
    );
    const hint = closest ? `did you mean ${pathOf([...path, closest])}?` : `there are ${known.join(', ')}`;
    return `${pathOf([...path, key])} is no key of the mapping: ${hint}`;
}

/** The default has every key. */
function keysAt(path: readonly PropertyKey[]): string[] {
    const found = path.reduce<unknown>(
        (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
        DEFAULT_MAPPING
    );
    return typeof found === 'object' && found !== null ? Object.keys(found) : [];
}

const PLAIN_KEY = /^\w{1,100}$/;

const pathOf = (path: readonly PropertyKey[]): string =>
    path
        .map(String)
        .map((key) => (PLAIN_KEY.test(key) ? key : JSON.stringify(key)))
        .join('.');
