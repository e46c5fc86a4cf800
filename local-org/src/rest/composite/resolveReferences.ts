import { refuse } from '../../errors/refusals.ts';

/** The bodies answered so far to subrequests that succeeded, by referenceId. */
export type AnsweredBodies = ReadonlyMap<string, unknown>;

/** Since API version 52.0 a reference to an empty field stands for null; before, it could not be resolved. */
export type EmptyReferences = 'standForNull' | 'cannotBeResolved';

type Scalar = string | number | boolean | null;
type Encode = (text: string) => string;

const REFERENCE = /@\{([^{}]*)\}/g;
const LONE_REFERENCE = /^@\{([^{}]*)\}$/;
const PATH = /^(\w+)((?:\.\w+|\[\d+\])+)$/;
const STEP = /\.(\w+)|\[(\d+)\]/g;

/** Fills in the references `@{referenceId.field}` of a request. @throws SalesforceError PROCESSING_HALTED */
export interface ReferenceResolver {
    /** A value that is one reference keeps the type of what it refers to; others become text inside the text. */
    resolveBody(value: unknown): unknown;
    /** What is filled in is encoded: it may stand in a query string. */
    resolveUrl(url: string): string;
}

export function createResolver(bodies: AnsweredBodies, emptyReferences: EmptyReferences): ReferenceResolver {
    function read(reference: string): Scalar {
        const value = readReference(bodies, reference);
        const isResolved = value !== undefined && !(value === null && emptyReferences === 'cannotBeResolved');
        if (!isResolved) throw unresolved(reference);
        return value;
    }

    function fillIn(text: string, encode: Encode): string {
        return text.replace(REFERENCE, (_, reference: string) => encode(String(read(reference))));
    }

    function resolveBody(value: unknown): unknown {
        if (typeof value === 'string') {
            const reference = LONE_REFERENCE.exec(value)?.[1];
            return reference === undefined ? fillIn(value, String) : read(reference);
        }
        if (Array.isArray(value)) return value.map(resolveBody);
        if (typeof value !== 'object' || value === null) return value;
        return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, resolveBody(member)]));
    }

    return { resolveBody, resolveUrl: (url) => fillIn(url, encodeURIComponent) };
}

/** The names of the subrequests that a subrequest refers to. */
export function namesReferredTo(value: unknown): string[] {
    const found = JSON.stringify(value ?? null).matchAll(REFERENCE);
    return [...found].map(([, reference = '']) => PATH.exec(reference)?.[1] ?? reference);
}

/** What a reference such as `cases.records[0].Id` leads to, undefined when it leads to no plain value. */
function readReference(bodies: AnsweredBodies, reference: string): Scalar | undefined {
    const [, referenceId = '', path = ''] = PATH.exec(reference) ?? [];
    let value = bodies.get(referenceId);
    for (const [, field, index] of path.matchAll(STEP)) {
        const step = field ?? index ?? '';
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
        value = (value as Record<string, unknown>)[step];
    }
    return isScalar(value) ? value : undefined;
}

function isScalar(value: unknown): value is Scalar {
    return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** The wording of the guide, which blames the reference's own name as well. */
function unresolved(reference: string) {
    const [referenceId = ''] = reference.split(/[.[]/);
    return refuse(
        'PROCESSING_HALTED',
        `Invalid reference specified. No value for ${reference} found in ${referenceId}. ` +
            `Provided referenceId ('${reference}') must start with a letter or a number, ` +
            "and it can contain only letters, numbers and underscores ('_')."
    );
}
