import { readFile } from 'node:fs/promises';
import pino from 'pino';
import { splitCsvLine } from '../../../../src/telephony/asterisk/callLog/celLine.ts';
import { createCelTable } from '../../../../src/telephony/asterisk/callLog/celTable.ts';
import { logOf, recordsOf } from './callCaptures.ts';

const COLUMNS =
    'eventtype,eventtime,uniqueid,linkedid,channame,cid_num,cid_name,exten,context,appname,appdata,peer,userdeftype,extra';

/** A row as PostgreSQL gives it: with an id, a time that is a decimal number, and null where the log had nothing. */
const toRow = (line: string, id: number): unknown => ({
    id,
    ...Object.fromEntries(COLUMNS.split(',').map((name, at) => [name, splitCsvLine(line)?.[at] || null]))
});

async function read(rows: readonly unknown[]) {
    const warnings: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => void warnings.push(line) });
    async function* rowsSince() {
        yield* rows;
    }
    const records: unknown[] = [];
    for await (const record of createCelTable({ rowsSince, log }).since('')) records.push(record);
    return { records, warnings: warnings.join('') };
}

test('a table tells what the file tells', async () => {
    const lines = (await readFile(logOf('blind-transfer'), 'utf8')).trim().split('\n');
    expect(await read(lines.map(toRow))).toEqual({ records: await recordsOf('blind-transfer'), warnings: '' });
});

test('rows that are none are left out and counted', async () => {
    const row = { eventtype: 'ANSWER', eventtime: '1795462201.1', uniqueid: 'a.1', linkedid: 'a.1' };
    const { records, warnings } = await read([row, { ...row, uniqueid: null }, { ...row, eventtime: 'now' }, null]);
    expect(records).toHaveLength(1);
    expect(warnings).toContain('"unreadable":3');
});
