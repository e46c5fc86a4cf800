import { BadArguments } from '../badArguments.ts';
import { type CommandLine, type Option, readLimit, refuseOthers, refuseWords } from '../commandLine.ts';

export interface AuditFilter {
    readonly protocol?: string;
    /** Instants; `to` is excluded. */
    readonly from?: string;
    readonly to?: string;
}

/** What is asked about who heard what. */
export interface AuditCommand {
    readonly command: 'audit';
    readonly filter: AuditFilter;
    readonly limit: number;
    /** Null: a table. */
    readonly csv: { readonly delimiter: string } | null;
}

export const AUDIT_OPTIONS: readonly Option[] = ['from', 'to', 'limit', 'csv', 'delimiter'];

const LIMIT = 500;
/** Excel takes the list separator of the country; where the comma parts decimals, as in Brazil, that is this one. */
const DELIMITER = ';';
const DELIMITERS = new Set([';', ',', '\t', '|']);
const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** Throws BadArguments. */
export function readAuditCommand(line: CommandLine): AuditCommand {
    const { words, values } = line;
    refuseOthers(line, AUDIT_OPTIONS);
    const [protocol, ...others] = words;
    refuseWords(others);
    const from = readInstant('--from', values.from);
    const to = readInstant('--to', values.to);
    if (from !== undefined && to !== undefined && from >= to)
        throw new BadArguments('--from must be before --to, which is not included.');
    if (values.csv && values.json) throw new BadArguments('Give --csv or --json, not both.');
    if (values.delimiter !== undefined && !values.csv) throw new BadArguments('--delimiter goes with --csv.');
    const limit = values.csv && values.limit === undefined ? Infinity : readLimit(line, LIMIT);
    return {
        command: 'audit',
        filter: { ...(protocol && { protocol }), ...(from && { from }), ...(to && { to }) },
        limit,
        csv: values.csv ? { delimiter: readDelimiter(values.delimiter ?? DELIMITER) } : null
    };
}

function readInstant(option: string, text: string | undefined): string | undefined {
    if (text === undefined) return undefined;
    const at = new Date(DAY.test(text) ? `${text}T00:00:00Z` : text);
    if (!(DAY.test(text) || INSTANT.test(text)) || Number.isNaN(at.getTime()) || !isRealDay(text))
        throw new BadArguments(
            `${option} must be a day such as 2026-11-23, or an instant such as 2026-11-23T12:00:00Z, not "${text}".`
        );
    return at.toISOString();
}

/** JavaScript takes the 30th of February for the 2nd of March. */
function isRealDay(text: string): boolean {
    const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text.slice(0, 10);
}

function readDelimiter(text: string): string {
    const delimiter = text === '\\t' ? '\t' : text;
    if (DELIMITERS.has(delimiter)) return delimiter;
    throw new BadArguments(`--delimiter must be ";", ",", "|" or "\\t", not "${text}".`);
}
