import { appendFile, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readCallLogState } from '../../tools/doctor/callLogState.ts';
import { checkCallLog } from '../../tools/doctor/checks/checkCallLog.ts';
import { readSettings } from '../../tools/doctor/managerSettings.ts';
import { createTestDatabase, toDatabaseUrl } from '../support/testDatabase.ts';
import { recordedPbx } from './recordedPbx.ts';

const NOW = 1795463436_701 + 60_000;
const LINE =
    '"LINKEDID_END","1795463436.700053","pbx1-1795463435.7","pbx1-1795463435.6","Local/4001@from-agent-00000000;2","","Souza, ""Ana""","4001","queue","","","","",""\n';

let path: string;
beforeEach(async () => {
    path = join(await mkdtemp(join(tmpdir(), 'doctor-cel-')), 'softphone.csv');
});
const stateOf = () => readCallLogState({ kind: 'file', path }, NOW);

test('the last whole line of a file tells when the PBX last wrote', async () => {
    await writeFile(path, LINE.replace('1795463436', '1795000000') + LINE);
    await appendFile(path, '"CHAN_START","17954');
    const state = await stateOf();
    expect(state).toEqual({ kind: 'read', lastEventAtMs: 1795463436_700.053 });
    const settings = await readSettings(recordedPbx(), 'cel.conf', 'general');
    expect(checkCallLog({ place: { kind: 'file', path }, state, settings, nowMs: NOW })).toEqual([
        { check: 'call log', level: 'ok', saw: `the last event in ${path} is 1 min old` }
    ]);
});

test.each([
    ['', 'empty'],
    ['"LINKEDID_END","179', 'empty'],
    ['root:x:0:0\n', 'otherColumns'],
    [LINE.replace('1795463436.700053', '2026-11-23 12:00:00'), 'otherColumns'],
    [LINE.replace('"LINKEDID_END",', ''), 'otherColumns']
])('a file that holds %j is %s', async (text, kind) => {
    await writeFile(path, text);
    const state = await stateOf();
    expect(state).toMatchObject({ kind });
    const [finding] = checkCallLog({ place: { kind: 'file', path }, state, settings: null, nowMs: NOW });
    expect(finding).toMatchObject({ level: kind === 'empty' ? 'warn' : 'fail' });
});

test('a file that is not there', async () => {
    const state = await stateOf();
    expect(state).toEqual({ kind: 'unreadable', code: 'ENOENT' });
    expect(checkCallLog({ place: { kind: 'file', path }, state, settings: null, nowMs: NOW })).toEqual([
        expect.objectContaining({ level: 'fail', saw: expect.stringContaining('(ENOENT)') })
    ]);
});

test('a log in another time zone', () => {
    const state = { kind: 'read', lastEventAtMs: NOW + 3 * 3_600_000 } as const;
    expect(checkCallLog({ place: { kind: 'file', path }, state, settings: null, nowMs: NOW })).toEqual([
        expect.objectContaining({ level: 'fail', saw: expect.stringContaining('3 h in the future') })
    ]);
});

test('warns where nothing is configured', () => {
    expect(checkCallLog({ place: null, state: null, settings: null, nowMs: NOW })).toEqual([
        expect.objectContaining({ level: 'warn', todo: expect.stringContaining('CEL_FILE') })
    ]);
});

test.each([
    [{ enable: 'no', events: 'ALL' }, 'the PBX keeps none'],
    [{}, 'the PBX keeps none'],
    [
        {
            enable: 'yes',
            events: 'CHAN_START,CHAN_END,ANSWER,HANGUP,APP_START,APP_END,BRIDGE_ENTER',
            apps: 'dial,queue'
        },
        'cel.conf lacks the events BLINDTRANSFER, ATTENDEDTRANSFER'
    ],
    [{ enable: 'yes', events: 'ALL', apps: 'queue' }, 'cel.conf lacks the apps dial'],
    [{ enable: 'yes', events: 'ALL', apps: 'all' }, null]
])('cel.conf with %j', async (entries, saw) => {
    await writeFile(path, LINE);
    const settings = new Map(Object.entries(entries));
    const findings = checkCallLog({ place: { kind: 'file', path }, state: await stateOf(), settings, nowMs: NOW });
    expect(findings.filter(({ level }) => level === 'fail').map((finding) => finding.saw)).toEqual(saw ? [saw] : []);
});

test('a table of the PBX', async () => {
    const address = await createTestDatabase();
    const place = { kind: 'table', databaseUrl: toDatabaseUrl(address), table: 'cel' } as const;
    const client = new pg.Client(address);
    await client.connect();
    try {
        expect(await readCallLogState(place, NOW)).toEqual({ kind: 'unreadable', code: '42P01' });
        await client.query('CREATE TABLE cel (id serial, eventtime timestamptz)');
        expect(await readCallLogState(place, NOW)).toEqual({ kind: 'otherColumns' });
        await client.query('ALTER TABLE cel ADD eventtype text');
        expect(await readCallLogState(place, NOW)).toEqual({ kind: 'empty' });
        await client.query("INSERT INTO cel VALUES (1, to_timestamp($1), 'HANGUP')", [NOW / 1000 - 3600]);
        expect(await readCallLogState(place, NOW)).toEqual({ kind: 'otherColumns' });
        await client.query("ALTER TABLE cel ADD uniqueid text DEFAULT '1.1', ADD linkedid text DEFAULT '1.1'");
        expect(await readCallLogState(place, NOW)).toEqual({ kind: 'read', lastEventAtMs: NOW - 3_600_000 });
    } finally {
        await client.end();
    }
});
