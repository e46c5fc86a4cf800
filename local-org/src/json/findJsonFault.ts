/** What keeps a text from being JSON, and the index behind the character that showed it. */
export interface JsonFault {
    message: string;
    end: number;
}

type Container = 'OBJECT' | 'ARRAY';
type Expected = 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z]+/y;
const LITERALS = ['true', 'false', 'null'];
/** A string up to where it ends or stops being one: at a control character, a wrong escape or the end. */
const STRING_START = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;

/**
 * The first fault of a text that is no JSON, worded as Jackson words it, which reads the platform's
 * (https://salesforce.stackexchange.com/questions/137599 and /301508 quote it); null for JSON. Of what follows a whole
 * value Jackson says nothing, and the words are this org's own.
 */
export function findJsonFault(text: string): JsonFault | null {
    return new JsonScanner(text).scan();
}

/** Reads a text once, however deep it nests. */
class JsonScanner {
    readonly #text: string;
    readonly #open: Container[] = [];
    #expected: Expected = 'value';
    #index = 0;

    constructor(text: string) {
        this.#text = text;
    }

    scan(): JsonFault | null {
        for (;;) {
            this.#take(SPACE);
            const character = this.#text[this.#index];
            if (character === undefined) return this.#expected === 'nothing' ? null : this.#endOfInput();
            const fault = this.#closes(character) ? this.#close() : this.#read(character);
            if (fault) return fault;
        }
    }

    #read(character: string): JsonFault | null {
        switch (this.#expected) {
            case 'value':
            case 'valueOrEnd':
                return this.#readValue(character);
            case 'name':
            case 'nameOrEnd':
                if (character !== '"') return this.#unexpected('was expecting double-quote to start field name');
                this.#expected = 'colon';
                return this.#readString();
            case 'colon':
                if (character !== ':')
                    return this.#unexpected('was expecting a colon to separate field name and value');
                return this.#goOn('value');
            case 'commaOrEnd':
                if (character !== ',')
                    return this.#unexpected(`was expecting comma to separate ${this.#open.at(-1)} entries`);
                return this.#goOn(this.#open.at(-1) === 'OBJECT' ? 'name' : 'value');
            case 'nothing':
                return this.#unexpected('nothing may follow the value');
        }
    }

    #readValue(character: string): JsonFault | null {
        if (character === '{') return this.#openContainer('OBJECT', 'nameOrEnd');
        if (character === '[') return this.#openContainer('ARRAY', 'valueOrEnd');
        this.#expected = this.#afterValue();
        return character === '"' ? this.#readString() : this.#readScalar(character);
    }

    #readScalar(character: string): JsonFault | null {
        if (/[tfn]/.test(character)) {
            const word = this.#take(WORD);
            if (LITERALS.includes(word)) return null;
            return {
                message: `Unrecognized token '${word}': was expecting 'true', 'false' or 'null'`,
                end: this.#index
            };
        }
        if (this.#take(NUMBER) !== '') return null;
        return this.#unexpected("expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
    }

    #readString(): JsonFault | null {
        this.#take(STRING_START);
        const [character, escaped] = [this.#text[this.#index], this.#text[this.#index + 1]];
        if (character !== '"') return { message: stringFault(character, escaped), end: this.#endOfString(escaped) };
        this.#index++;
        return null;
    }

    #endOfString(escaped: string | undefined): number {
        const read = this.#text[this.#index] === '\\' && escaped !== undefined ? 2 : 1;
        return Math.min(this.#index + read, this.#text.length);
    }

    #openContainer(container: Container, expected: Expected): null {
        this.#open.push(container);
        return this.#goOn(expected);
    }

    #closes(character: string): boolean {
        const closing = { OBJECT: '}', ARRAY: ']' }[this.#open.at(-1) ?? 'OBJECT'];
        return this.#open.length > 0 && character === closing && this.#expected.endsWith('OrEnd');
    }

    #close(): null {
        this.#open.pop();
        return this.#goOn(this.#afterValue());
    }

    #goOn(expected: Expected): null {
        this.#index++;
        this.#expected = expected;
        return null;
    }

    #afterValue(): Expected {
        return this.#open.length > 0 ? 'commaOrEnd' : 'nothing';
    }

    #take(pattern: RegExp): string {
        pattern.lastIndex = this.#index;
        const taken = pattern.exec(this.#text)?.[0] ?? '';
        this.#index += taken.length;
        return taken;
    }

    #unexpected(advice: string): JsonFault {
        const character = this.#text[this.#index] ?? '';
        return { message: `Unexpected character ${nameOf(character)}: ${advice}`, end: this.#index + 1 };
    }

    #endOfInput(): JsonFault {
        const container = this.#open.at(-1);
        const reason =
            container === undefined
                ? ': expected a value'
                : this.#expected.endsWith('OrEnd')
                  ? `: expected close marker for ${container}`
                  : ` within/between ${container} entries`;
        return { message: `Unexpected end-of-input${reason}`, end: this.#index };
    }
}

/** @param character where the string does not go on @param escaped what follows it */
function stringFault(character: string | undefined, escaped: string | undefined): string {
    if (character === undefined) return 'Unexpected end-of-input: was expecting closing quote for a string value';
    if (character !== '\\') {
        const code = `(CTRL-CHAR, code ${character.charCodeAt(0)})`;
        return `Illegal unquoted character (${code}): has to be escaped using backslash to be included in string value`;
    }
    if (escaped === undefined) return 'Unexpected end-of-input in character escape sequence';
    if (escaped === 'u') return 'expected a hex-digit for character escape sequence';
    return `Unrecognized character escape ${nameOf(escaped)}`;
}

function nameOf(character: string): string {
    return `('${character}' (code ${character.charCodeAt(0)}))`;
}
