import { parseQuery } from '@jetstreamapp/soql-parser-js';
import { notEmulated } from '../errors/refusals.ts';
import type { SalesforceError } from '../errors/salesforceError.ts';
import { pointAt, pointAtWord } from './pointAt.ts';
import { malformedQuery, unexpectedEnd } from './queryErrors.ts';
import { findWords, wholeOf, type QueryText } from './queryText.ts';

const FOUND_TOKEN = /found(?::| -->) '?([^'\n]*?)'?(?: <--)?$/;
const LEXER_FAULT = /unexpected character: ->([\s\S])<- .*\((\d+):(\d+)\)$/;
const ALL_ROWS = /\bALL\s+ROWS\b/i;
const OBJECT_LIST = /\bFROM\s+\w+(?:\s+(?:AS\s+)?\w+)?\s*,/i;

/**
 * What Salesforce says of a statement that the parser could not read.
 *
 * @param text what was written, of which `soql` was made
 */
export function syntaxError(soql: string, text: QueryText, fault: unknown): SalesforceError {
    const message = messageOf(fault);
    const [, character, line, column] = LEXER_FAULT.exec(message) ?? [];
    const isWritten = soql === text.statement;
    if (character !== undefined) return lexerError(character, isWritten ? `line ${line}:${Number(column) - 1} ` : '');
    const token = FOUND_TOKEN.exec(message)?.[1];
    if (!token) return unexpectedEnd();
    const context = isWritten ? pointAt(soql, locateFault(soql, token), token.length) : pointAtWord(text, token);
    if (/^(ALL|ROWS)$/i.test(token) && ALL_ROWS.test(soql)) {
        return malformedQuery(`${context}ALL ROWS not allowed in this context`);
    }
    if (token === ',' && OBJECT_LIST.test(soql)) return notEmulated('several objects in FROM');
    if (token.startsWith(':')) return malformedQuery(`${context}Bind variables only allowed in Apex code`);
    return malformedQuery(`${context}unexpected token: '${token}'`);
}

/** @param place as the platform's lexer gives it: lines count from 1 and columns from 0 */
function lexerError(character: string, place: string): SalesforceError {
    return malformedQuery(
        character === "'"
            ? `${place}mismatched character '<EOF>' expecting '''`
            : `${place}no viable alternative at character '${character}'`
    );
}

/** The first place where the token stands and the statement, cut off behind it, is refused for that token. */
function locateFault(soql: string, token: string): number {
    const places = findWords(wholeOf(soql), token);
    const isAtFault = (place: number) => foundToken(soql.slice(0, place + token.length)) === token;
    return places.find(isAtFault) ?? places[0] ?? 0;
}

function foundToken(soql: string): string | undefined {
    try {
        parseQuery(soql);
        return undefined;
    } catch (error) {
        return FOUND_TOKEN.exec(messageOf(error))?.[1];
    }
}

function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : '';
}
