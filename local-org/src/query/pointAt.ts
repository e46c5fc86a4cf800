import { findWords, type QueryText } from './queryText.ts';

/** Characters of the query quoted on either side of the fault. */
const QUOTED_AROUND = 30;

/**
 * The stretch of the query around a position, a caret under it and its row and column, as Salesforce opens the messages
 * about a query. Of a query that nobody wrote there is nothing to show.
 */
export function pointAt(statement: string, position: number, length: number): string {
    if (statement === '') return '';
    const before = statement.slice(0, position);
    const row = before.split('\n').length;
    const column = position - before.lastIndexOf('\n');
    const start = Math.max(0, position - QUOTED_AROUND);
    const quoted = statement.slice(start, position + length + QUOTED_AROUND).replaceAll('\n', ' ');
    return `\n${quoted}\n${' '.repeat(position - start)}^\nERROR at Row:${row}:Column:${column}\n`;
}

/** @param nth which of its occurrences in the stretch, from 0 */
export function pointAtWord(text: QueryText, word: string, nth = 0): string {
    return pointAt(text.statement, findWords(text, word)[nth] ?? text.start, word.length);
}
