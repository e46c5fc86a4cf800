import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { AdminRecording, AdminRecordings, Audit, Sweeps } from '../../src/contract/recordingsAdmin.ts';
import { backdateTold } from '../store/recordings/recordedCalls.ts';
import { eventually } from '../support/eventually.ts';
import { daysAgo } from '../support/recordingRow.ts';
import { type Flow, startFlow } from '../support/startFlow.ts';
import { startTestBridge } from '../support/startTestBridge.ts';
import { toDatabaseUrl } from '../support/testDatabase.ts';

const ADMIN_TOKEN = 'the-token-of-who-runs-this-bridge-in-tests';
const AUDIO = 'what was said';
const ASKED = { by: 'Ana', reason: 'Pedido do titular' };

let flow: Flow;
let environment: Record<string, string>;
let [source, storeDir] = ['', ''];

beforeEach(async () => {
    source = mkdtempSync(join(tmpdir(), 'pbx-recordings-'));
    storeDir = mkdtempSync(join(tmpdir(), 'bridge-recordings-'));
    environment = {
        ADMIN_TOKEN,
        RECORDINGS_DIR: source,
        RECORDING_STORE_DIR: storeDir,
        RECORDING_DELETE_AT_SOURCE: 'on'
    };
    flow = await startFlow({ environment });
});
afterEach(() => flow.close());

async function admin<Answer>(path: string, method = 'GET', body?: object, url = flow.bridge.url): Promise<Answer> {
    const response = await fetch(`${url}/admin/recordings${path}`, {
        method,
        headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) })
    });
    return (await response.json()) as Answer;
}

/** The copies in the bridge's store. */
const copies = (): string[] =>
    readdirSync(storeDir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.wav'));

/** Tells of a recorded call, and waits until the bridge has its copy. */
async function recordCall(callId: string, at: string): Promise<AdminRecording> {
    writeFileSync(join(source, `${callId}.wav`), AUDIO);
    await flow.telephony.tell(
        { type: 'callArrived', callId, at, facts: { direction: 'inbound', number: '5511987654321' } },
        { type: 'recordingStarted', callId, at },
        { type: 'recordingReady', callId, at, name: callId, format: 'wav' },
        { type: 'callEnded', callId, at }
    );
    const { recordings } = await eventually(
        () => admin<AdminRecordings>('?state=stored'),
        (answer) => answer.recordings.some((recording) => recording.callId.endsWith(callId))
    );
    const recording = recordings.find((each) => each.callId.endsWith(callId));
    if (!recording) throw new Error('It was not copied');
    return recording;
}

test('an erased recording is gone from the store and from where it came from, unless it is held', async () => {
    const { protocol } = await recordCall('c-1', new Date().toISOString());
    expect(copies()).toHaveLength(1);
    await admin(`/${protocol}/hold`, 'PUT', ASKED);
    const erase = () => admin(`/${protocol}/erase`, 'POST', { ...ASKED, force: true });
    expect(await erase()).toMatchObject({ status: 409, type: 'urn:softphone-bridge:on-hold' });
    expect(copies()).toHaveLength(1);
    await admin(`/${protocol}/hold`, 'DELETE', ASKED);
    expect(await erase()).toEqual({ erased: 1, bytes: AUDIO.length });
    expect(copies()).toEqual([]);
    expect(existsSync(join(source, 'c-1.wav'))).toBe(false);
    const { entries } = await admin<Audit>(`/audit?protocol=${protocol}`);
    expect(entries.map(({ action }) => action)).toEqual(['held', 'released', 'erased', 'deleted', 'exported']);
    const metrics = await (await fetch(`${flow.bridge.url}/metrics`)).text();
    expect(metrics).toContain('bridge_recordings{state="deleted"} 1');
});

test('the next bridge that starts deletes what is over by then, and leaves the rest', async () => {
    await recordCall('old', daysAgo(91));
    await recordCall('young', daysAgo(89));
    const client = new pg.Client(flow.database);
    await client.connect();
    await client.query("UPDATE recording_sweeps SET started_at = started_at - interval '1 hour'");
    await client.end();
    await backdateTold(flow.database);
    const next = await startTestBridge({
        ...flow.org.bridgeEnvironment,
        ...environment,
        DATABASE_URL: toDatabaseUrl(flow.database)
    });
    try {
        const { sweeps } = await eventually(
            () => admin<Sweeps>('/sweeps', 'GET', undefined, next.url),
            (answer) => answer.sweeps.some(({ deleted }) => deleted > 0)
        );
        expect(sweeps[0]).toMatchObject({ deleted: 1, bytes: AUDIO.length, held: 0, failed: 0 });
        expect(copies()).toHaveLength(1);
        expect(existsSync(join(source, 'old.wav'))).toBe(false);
        expect(existsSync(join(source, 'young.wav'))).toBe(true);
    } finally {
        await next.close();
    }
});
