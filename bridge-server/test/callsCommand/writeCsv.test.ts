import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { AuditEntry } from '../../src/contract/recordingsAdmin.ts';
import { writeCsv } from '../../tools/calls/audit/writeCsv.ts';

const entry: AuditEntry = {
    id: 1,
    at: '2026-11-23T12:00:00.000Z',
    action: 'heard',
    protocol: '20261123000042',
    part: 1,
    userId: '005000000000001AAA',
    who: 'Ana Souza',
    via: 'console',
    address: '10.0.0.7',
    userAgent: 'Mozilla/5.0',
    reason: null
};

async function toCsv(entries: readonly AuditEntry[], delimiter = ';'): Promise<string> {
    const output = new PassThrough();
    const written = buffer(output);
    async function* each() {
        yield* entries;
    }
    await writeCsv(each(), delimiter, output);
    output.end();
    return (await written).toString('utf8');
}

/** Reads it as RFC 4180 says. */
const read = (csv: string, delimiter = ';'): string[][] =>
    parse(csv, { bom: true, delimiter, record_delimiter: '\r\n', relax_quotes: false });

/** As a spreadsheet shows it: the apostrophe says that what follows is text. */
const whoOf = async (who: string, delimiter = ';'): Promise<string | undefined> =>
    read(await toCsv([{ ...entry, who }], delimiter), delimiter)[1]?.[6];

test('one line an entry under the names of the columns, as Excel in Brazil reads it', async () => {
    const csv = await toCsv([entry, { ...entry, id: 2, who: null, part: null }]);
    expect(csv.startsWith('\uFEFF"id";"at";"action";')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(read(csv)).toEqual([
        ['id', 'at', 'action', 'protocol', 'part', 'userId', 'who', 'via', 'address', 'userAgent', 'reason'],
        Object.values({ ...entry, id: '1', part: '1', reason: '' }),
        Object.values({ ...entry, id: '2', part: '', who: '', reason: '' })
    ]);
});

test('an audit without entries has the names of the columns', async () => {
    expect(read(await toCsv([]))).toHaveLength(1);
});

test.each([
    '=HYPERLINK("http://evil.example";"Ouvir")',
    '+5511987654321',
    "-2+3+cmd|' /C calc'!A0",
    '@SUM(1;2)',
    '\t=1+1',
    '\r=1+1',
    '＝1+1'
])('%j is no formula', async (who) => {
    expect(await whoOf(who)).toBe(`'${who}`);
});

test.each(['João; "o Grande"', 'line\nbreak', 'line\r\nbreak', '"', ';;', 'ação 😀', "'=1", ' =1', 'a=1'])(
    '%j comes back as it was',
    async (who) => {
        expect(await whoOf(who)).toBe(who);
    }
);

test('whatever strangers write, every cell comes back, and no other one', async () => {
    await fc.assert(
        fc.asyncProperty(
            fc.string({ unit: 'binary', minLength: 1 }).filter((who) => !/^[=+\-@\t\r＝＋－＠]/.test(who)),
            fc.constantFrom(';', ',', '\t', '|'),
            async (who, delimiter) => {
                expect(await whoOf(who, delimiter)).toBe(who.toWellFormed());
            }
        ),
        { numRuns: 200 }
    );
});
