import type { z } from 'zod';
import { closestNames } from './closestNames.ts';
import { locateJsonError } from './locateJsonError.ts';
import { DEFAULT_MAPPING, type Mapping, mappingSchema } from './mapping.ts';

export type ReadMapping =
    { readonly kind: 'read'; readonly mapping: Mapping } | { readonly kind: 'wrong'; readonly problems: string[] };

const BYTE_ORDER_MARK = /^\uFEFF/;

/** Reads a mapping from what a file holds; every problem is one line that begins with where it is. */
export function readMapping(json: string): ReadMapping {
    const text = json.replace(BYTE_ORDER_MARK, '');
    const place = locateJsonError(text);
    if (place)
        return wrong([
            `is no JSON: line ${place.line}, column ${place.column} has ${place.found}, not ${place.expected}`
        ]);
    const parsed = mappingSchema.safeParse(JSON.parse(text));
    if (parsed.success) return { kind: 'read', mapping: parsed.data };
    return wrong(parsed.error.issues.flatMap(linesOf));
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
