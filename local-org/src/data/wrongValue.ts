import { SalesforceError } from '../errors/salesforceError.ts';
import { placeInJson } from '../json/placeInJson.ts';
import { showValue } from './showValue.ts';

const TOKEN_AFTER_NAME = /\s*:\s*(?:("(?:\\.|[^"\\])*"|[^\s,\]}{[]+)|[{[])/y;

/** The value is not even of the field's type: Salesforce's refusal while it reads the request. */
export class WrongValue extends SalesforceError {
    readonly #fieldName: string;
    readonly #value: unknown;
    readonly #message: string;

    /** @param field the member of the body that has the value @param typeName what Salesforce calls the field's type */
    constructor(field: { name: string }, value: unknown, typeName: string) {
        const message =
            `Cannot deserialize instance of ${typeName} from ${tokenOf(value)} value ${showValue(value)} ` +
            'or request may be missing a required field';
        super(400, [{ message, errorCode: 'JSON_PARSER_ERROR' }]);
        this.#fieldName = field.name;
        this.#value = value;
        this.#message = message;
    }

    /**
     * The same with where it stands in the request (https://github.com/restforce/restforce/issues/619): at the first
     * member of that name and value, where a parser stops.
     *
     * @param json the request's body, if it had one of JSON
     */
    placedIn(json: string | undefined): SalesforceError {
        const end = json === undefined ? undefined : findEnd(json, this.#fieldName, this.#value);
        if (json === undefined || end === undefined) return this;
        const message = `${this.#message} at ${placeInJson(json, end)}`;
        return new SalesforceError(400, [{ message, errorCode: 'JSON_PARSER_ERROR' }]);
    }
}

/** The index behind the value, or behind what opens it. */
function findEnd(json: string, fieldName: string, value: unknown): number | undefined {
    for (const { index, 0: name } of json.matchAll(new RegExp(`"${fieldName}"`, 'gi'))) {
        TOKEN_AFTER_NAME.lastIndex = index + name.length;
        const token = TOKEN_AFTER_NAME.exec(json);
        if (!token) continue;
        const isHere = token[1] === undefined ? typeof value === 'object' : readToken(token[1]) === value;
        if (isHere) return index + name.length + token[0].length;
    }
    return undefined;
}

function readToken(token: string): unknown {
    try {
        return JSON.parse(token);
    } catch {
        return undefined;
    }
}

/** The name of the token by which the platform's JSON parser (Jackson) knows a value. */
function tokenOf(value: unknown): string {
    if (Array.isArray(value)) return 'START_ARRAY';
    if (typeof value === 'number') return Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
    if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
    return typeof value === 'string' ? 'VALUE_STRING' : 'START_OBJECT';
}
