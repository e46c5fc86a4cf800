/** Where a text stops being JSON (RFC 8259). */
export interface JsonErrorPlace {
    /** From 1. */
    readonly line: number;
    /** From 1, in UTF-16 units. */
    readonly column: number;
    readonly found: string;
    readonly expected: string;
}

/** What may come next; `…OrEnd`: or the closing bracket of what is open. */
type State = 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

const BLANKS = /[ \t\n\r]*/y;
const TOKEN =
    /"(?:[^"\\\p{Cc}]|[\u007F-\u009F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/uy;
/** What is shown of a text that is no token. */
const WORD = /[\p{L}\p{N}_.+-]{1,30}|[^]/uy;
const LONGEST_QUOTED = 30;

const EXPECTED: Readonly<Record<State, string>> = {
    value: 'a value',
    valueOrEnd: 'a value or ]',
    name: 'a name in double quotes',
    nameOrEnd: 'a name in double quotes or }',
    colon: 'a colon',
    commaOrEnd: 'a comma or the closing bracket',
    nothing: 'the end of the file'
};

/**
 * V8 says where a text is no JSON for some errors only. Null: the text is JSON.
 *
 * Reads token by token with what may come next, and the brackets that are open.
 */
export function locateJsonError(text: string): JsonErrorPlace | null {
    const open: string[] = [];
    let state: State = 'value';
    let at = skipBlanks(text, 0);
    while (at < text.length) {
        const token = matchAt(TOKEN, text, at);
        const next: State | null = token === null ? null : step(state, token, open);
        if (token === null || next === null) return placeOf(text, at, state, token);
        state = next;
        at = skipBlanks(text, at + token.length);
    }
    return state === 'nothing' ? null : placeOf(text, at, state, null);
}

/** The state after this token, or null when it may not stand here. Keeps `open` up to date. */
function step(state: State, token: string, open: string[]): State | null {
    switch (state) {
        case 'value':
        case 'valueOrEnd':
            return token === ']' && state === 'valueOrEnd' ? close(open) : afterValue(token, open);
        case 'name':
        case 'nameOrEnd':
            if (token === '}' && state === 'nameOrEnd') return close(open);
            return token.startsWith('"') ? 'colon' : null;
        case 'colon':
            return token === ':' ? 'value' : null;
        case 'commaOrEnd':
            if (token === ',') return open.at(-1) === '{' ? 'name' : 'value';
            return token === (open.at(-1) === '{' ? '}' : ']') ? close(open) : null;
        case 'nothing':
            return null;
    }
}

function afterValue(token: string, open: string[]): State | null {
    if (/^[\]},:]$/.test(token)) return null;
    if (token !== '{' && token !== '[') return stateIn(open);
    open.push(token);
    return token === '{' ? 'nameOrEnd' : 'valueOrEnd';
}

function close(open: string[]): State {
    open.pop();
    return stateIn(open);
}

const stateIn = (open: readonly string[]): State => (open.length > 0 ? 'commaOrEnd' : 'nothing');

function placeOf(text: string, at: number, state: State, token: string | null): JsonErrorPlace {
    const before = text.slice(0, at).split(/\r\n|\r|\n/);
    return {
        line: before.length,
        column: (before.at(-1) ?? '').length + 1,
        found: foundAt(text, at, token),
        expected: EXPECTED[state]
    };
}

function foundAt(text: string, at: number, token: string | null): string {
    if (at >= text.length) return 'the end of the file';
    if (token === null && text.startsWith('"', at)) return 'a text that is not closed or has a bad character';
    return (token ?? matchAt(WORD, text, at) ?? '').slice(0, LONGEST_QUOTED);
}

const skipBlanks = (text: string, at: number): number => at + (matchAt(BLANKS, text, at) ?? '').length;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? null;
}
