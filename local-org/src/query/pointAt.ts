/** Characters of the query quoted on either side of the fault. */
const QUOTED_AROUND = 30;
const STRING_LITERAL = /'(?:\\[\s\S]|[^'\\])*'/g;

/**
 * The stretch of the query around a position, a caret under it and its row and column, as Salesforce opens the messages
 * about a query.
 */
export function pointAt(soql: string, position: number, length: number): string {
    const before = soql.slice(0, position);
    const row = before.split('\n').length;
    const column = position - before.lastIndexOf('\n');
    const start = Math.max(0, position - QUOTED_AROUND);
    const quoted = soql.slice(start, position + length + QUOTED_AROUND).replaceAll('\n', ' ');
    return `\n${quoted}\n${' '.repeat(position - start)}^\nERROR at Row:${row}:Column:${column}\n`;
}

export function pointAtWord(soql: string, word: string): string {
    return pointAt(soql, findWords(soql, word)[0] ?? 0, word.length);
}

/** Where the word stands in the query, string literals left out. */
export function findWords(soql: string, word: string): number[] {
    const withoutStrings = soql.replace(STRING_LITERAL, (literal) => ' '.repeat(literal.length));
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const isWord = /^\w/.test(word);
    const pattern = new RegExp(isWord ? `(?<![\\w.])${escaped}(?!\\w)` : escaped, 'gi');
    return [...withoutStrings.matchAll(pattern)].map((match) => match.index);
}
