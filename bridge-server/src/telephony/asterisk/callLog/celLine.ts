import { type CelRecord, readCelRow } from './celRecord.ts';

/** The fields of a line, in the order in which `cel_custom.conf` writes them (docs/asterisk.md). */
const COLUMNS = [
    'eventtype',
    'eventtime',
    'uniqueid',
    'linkedid',
    'channame',
    'cid_num',
    'cid_name',
    'exten',
    'context',
    'appname',
    'appdata',
    'peer',
    'userdeftype',
    'extra'
] as const;

/** Null for a line that is none: cut off, of another layout, written over. */
export function readCelLine(line: string): CelRecord | null {
    // a caller's number may hold ends of lines, and so a line of its own, but each quote in it is doubled
    if (!line.startsWith('"')) return null;
    const fields = splitCsvLine(line);
    if (fields?.length !== COLUMNS.length) return null;
    return readCelRow(Object.fromEntries(COLUMNS.map((name, at) => [name, fields[at]])));
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;

/** A field may be quoted, and a quote within it is doubled (RFC 4180). Null when the quotes don't match. */
export function splitCsvLine(line: string): string[] | null {
    const fields: string[] = [];
    const field = new RegExp(FIELD);
    for (;;) {
        const match = field.exec(line);
        if (!match) return null;
        fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
        if (match[3] === '') return fields;
    }
}
