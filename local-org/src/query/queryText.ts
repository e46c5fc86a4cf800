/** A statement, and the stretch of it that is being read: what is wrong there is pointed at there. */
export interface QueryText {
    /** Empty for a query that nobody wrote, such as the one that a list of fields stands for. */
    statement: string;
    start: number;
    end: number;
    /** How many parentheses, inside the stretch, the clauses stand in: one in `Case(Id WHERE …)` of a SOSL search. */
    clauseDepth: 0 | 1;
}

export type ClauseName = 'SELECT' | 'FROM' | 'WHERE' | 'GROUP BY' | 'HAVING' | 'ORDER BY';

const STRING_LITERAL = /'(?:\\[\s\S]|[^'\\])*'/g;
const PARENTHESES_AND_CLAUSES =
    /[()]|\b(?:SELECT|FROM|USING\s+SCOPE|WHERE|WITH|GROUP\s+BY|HAVING|ORDER\s+BY|LIMIT|OFFSET|FOR|UPDATE)\b/gi;
const SUBQUERY = /\(\s*(?=SELECT\b)/gi;

export const UNWRITTEN: QueryText = { statement: '', start: 0, end: 0, clauseDepth: 0 };

export function wholeOf(statement: string): QueryText {
    return { statement, start: 0, end: statement.length, clauseDepth: 0 };
}

/** The clause with its keyword, or the whole stretch when it has no such clause. */
export function clauseOf(text: QueryText, name: ClauseName): QueryText {
    const { marks, end } = listClauses(text);
    const index = marks.findIndex((mark) => mark.name === name);
    const [mark, next] = marks.slice(index, index + 2);
    return index < 0 || !mark ? text : { ...text, start: mark.start, end: next?.start ?? end };
}

/** The query inside parentheses in the stretch that selects from an object or relationship of that name. */
export function subqueryOf(text: QueryText, from: string): QueryText {
    const masked = maskStrings(text.statement).slice(0, text.end);
    const isFrom = new RegExp(`^FROM\\s+${from}\\b`, 'i');
    for (const { index, 0: opening } of masked.matchAll(SUBQUERY)) {
        if (index < text.start) continue;
        const inner: QueryText = { ...text, start: index + opening.length, clauseDepth: 0 };
        const subquery = { ...inner, end: listClauses(inner).end };
        const { start, end } = clauseOf(subquery, 'FROM');
        if (isFrom.test(masked.slice(start, end))) return subquery;
    }
    return text;
}

/** Where the word stands in the stretch, string literals left out. */
export function findWords({ statement, start, end }: QueryText, word: string): number[] {
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const isWord = /^\w/.test(word);
    const pattern = new RegExp(isWord ? `(?<![\\w.])${escaped}(?!\\w)` : escaped, 'gi');
    const places = [...maskStrings(statement).matchAll(pattern)].map(({ index }) => index);
    return places.filter((place) => place >= start && place < end);
}

/** The keywords of the stretch's own clauses, and where the stretch ends: at a parenthesis that it does not open. */
function listClauses({ statement, start, end, clauseDepth }: QueryText) {
    const marks: { name: string; start: number }[] = [];
    let depth = -clauseDepth;
    for (const { 0: found, index } of maskStrings(statement).slice(0, end).matchAll(PARENTHESES_AND_CLAUSES)) {
        if (index < start) continue;
        if (found === ')' && depth === 0) return { marks, end: index };
        if (found === '(') depth++;
        else if (found === ')') depth--;
        else if (depth === 0) marks.push({ name: found.toUpperCase().replace(/\s+/g, ' '), start: index });
    }
    return { marks, end };
}

function maskStrings(statement: string): string {
    return statement.replace(STRING_LITERAL, (literal) => ' '.repeat(literal.length));
}
