import { EventEmitter, once } from 'node:events';
import pino from 'pino';
import type { AmiMessage } from '../../../src/telephony/asterisk/amiMessage.ts';
import { createAsteriskAdapter } from '../../../src/telephony/asterisk/asteriskAdapter.ts';
import type { CallLog } from '../../../src/telephony/asterisk/callLog/callLog.ts';
import type { CelRecord } from '../../../src/telephony/asterisk/callLog/celRecord.ts';
import type { MissedCalls } from '../../../src/telephony/asterisk/callLog/keepComplete.ts';
import type { TelephonyAdapter } from '../../../src/telephony/telephonyAdapter.ts';
import { AmiServer } from '../../../tools/replay/amiServer.ts';
import { answerAction } from '../../../tools/replay/answerAction.ts';
import { LiveChannels } from '../../../tools/replay/liveChannels.ts';
import { recordsOf } from './callLog/callCaptures.ts';
import { RecordingSink } from './recordingSink.ts';

const LONG_BEFORE = '2026-11-23T18:00:00.000Z';
const MISSED_STORY = /^callArrived,recordingStarted,legOffered 1001 offer,.*callEnded$/;

let sink: RecordingSink;
let pbx: AmiServer;
let port: number;
let adapter: TelephonyAdapter;
let missed: CelRecord[];
/** What lives when the bridge connects. */
let channels: AmiMessage[];
/** After all that was missed. */
let now: Date;

beforeEach(async () => {
    sink = new RecordingSink();
    missed = await recordsOf('queue-answered');
    now = new Date(((missed.at(-1)?.time ?? 0) + 60) * 1000);
    channels = [];
    const live = new LiveChannels();
    const pbxClock = now.getTime();
    pbx = new AmiServer((action) => {
        const [start, ...rest] = answerAction(action, live, pbxClock);
        return [start ?? {}, ...(action['Action'] === 'CoreShowChannels' ? channels : []), ...rest];
    });
    port = await pbx.listen(0, '127.0.0.1');
});
afterEach(async () => {
    await adapter.stop();
    await pbx.close();
});

/** Remembers how far everything is known, as the store does. */
class Notes extends EventEmitter<{ noted: [] }> {
    readonly all: string[] = [];

    missedIn(callLog: CallLog): MissedCalls {
        return {
            callLog,
            lastSeen: async () => ({ knownUntil: this.all.at(-1) ?? LONG_BEFORE, oldestOpenAt: null }),
            storedKeys: async (keys) => new Set(keys.filter((key) => sink.events.some((event) => event.key === key))),
            noteKnownUntil: async (_source, at) => {
                this.all.push(at);
                this.emit('noted');
            }
        };
    }

    async until(at: string): Promise<void> {
        while (!this.all.includes(at)) await once(this, 'noted');
    }
}

function startAdapter(
    missedCalls: MissedCalls,
    maxWaiting = 1000,
    countIgnored: (name: string) => unknown = () => undefined
): void {
    adapter = createAsteriskAdapter({
        ...{ host: '127.0.0.1', port, username: 'bridge', secret: 'a secret', maxBackoffMs: 20, stopLimitMs: 200 },
        ...{
            missed: missedCalls,
            missedIntervalMs: 10,
            maxWaiting,
            countIgnored,
            clock: () => now,
            protocolVariable: 'PROTOCOLO'
        },
        log: pino({ level: 'silent' })
    });
    adapter.start(sink);
}

const logThat = (since: () => AsyncIterable<CelRecord>): CallLog => ({ since });

test('what was missed is told before the snapshot, and then everything is known up to the present', async () => {
    const notes = new Notes();
    startAdapter(
        notes.missedIn(
            logThat(async function* () {
                yield* missed;
            })
        )
    );
    await notes.until(now.toISOString());
    expect(sink.story.slice(0, -1).join(',')).toMatch(MISSED_STORY);
    expect(sink.story.at(-1)).toBe('snapshot of 0');
    expect(sink.events.every(({ facts }) => facts.recovered)).toBe(true);
});

test('a log that cannot be read is read again while the connection lasts, from where all is known', async () => {
    const notes = new Notes();
    let attempts = 0;
    startAdapter(
        notes.missedIn({
            async *since(instant) {
                attempts += 1;
                expect(instant).toBe('2026-11-23T17:58:00.000Z');
                if (attempts < 3) throw new Error('no such file');
                yield* missed;
            }
        })
    );
    await notes.until(now.toISOString());
    expect(sink.story[0]).toBe('snapshot of 0');
    expect(sink.story.slice(1).join(',')).toMatch(MISSED_STORY);
    // not one of the attempts that failed moved it
    expect(notes.all.slice(0, 3)).toEqual([LONG_BEFORE, LONG_BEFORE, LONG_BEFORE]);
});

test('a call that lives when a log is read late is not touched', async () => {
    const notes = new Notes();
    let attempts = 0;
    startAdapter(
        notes.missedIn(
            logThat(async function* () {
                attempts += 1;
                if (attempts < 2) throw new Error('no such file');
                yield* missed.slice(0, -4);
            })
        )
    );
    await notes.until(now.toISOString());
    expect(sink.story).toEqual(['snapshot of 0']);
});

test('stopping does not wait for a log that does not answer, nor tells the snapshot without it', async () => {
    const asked = Promise.withResolvers<string>();
    const notes = new Notes();
    startAdapter(
        notes.missedIn(
            logThat(async function* () {
                yield* missed.slice(0, 3);
                asked.resolve('the log');
                await new Promise(() => undefined);
            })
        )
    );
    await asked.promise;
    await adapter.stop();
    expect(sink.story).toEqual([]);
    // the next bridge begins where this one did
    expect(notes.all).toEqual([LONG_BEFORE]);
});

test('stopping does not wait for a store that is away while the log is read', async () => {
    sink.obstruct(() => Promise.reject(new Error('the store is away')));
    startAdapter(
        new Notes().missedIn(
            logThat(async function* () {
                yield* missed;
            })
        ),
        3
    );
    await sink.until(({ refusals }) => refusals > 0);
    await adapter.stop();
    expect(sink.events).toEqual([]);
});

test('a call that lives has the protocol of its channel, though the log tells of it first and has none', async () => {
    const { uniqueid = '', linkedid = '', channel = '' } = missed[0] ?? {};
    channels = [
        {
            ...{ Event: 'CoreShowChannel', Uniqueid: uniqueid, Linkedid: linkedid, Channel: channel },
            ChanVariable: 'PROTOCOLO=20261123-77'
        }
    ];
    const notes = new Notes();
    startAdapter(
        notes.missedIn(
            logThat(async function* () {
                yield* missed.slice(0, -4);
            })
        )
    );
    await notes.until(now.toISOString());
    expect(sink.events.map(({ facts }) => facts.protocol)).toEqual(sink.events.map(() => '20261123-77'));
    expect(sink.events.length).toBeGreaterThan(1);
});

test('the snapshot is of the time of the slower clock: what began after it must not seem to be gone', async () => {
    const byPbx = now;
    now = new Date(byPbx.getTime() + 5_000);
    const notes = new Notes();
    startAdapter(
        notes.missedIn(
            logThat(async function* () {
                yield* missed;
            })
        )
    );
    await sink.until(({ snapshots }) => snapshots.length === 1);
    expect(sink.takenAt).toEqual([byPbx.toISOString()]);
});

test('more than may wait comes while the log is read: it is left to the PBX, and told in the end', async () => {
    const asked = Promise.withResolvers<string>();
    const release = new AbortController();
    const released = once(release.signal, 'abort');
    const ignored: string[] = [];
    startAdapter(
        new Notes().missedIn(
            logThat(async function* () {
                asked.resolve('the log');
                await released;
                yield* missed;
            })
        ),
        5,
        (name) => ignored.push(name)
    );
    await asked.promise;
    for (let n = 0; n < 50; n += 1) {
        pbx.broadcast({ Event: 'QueueCallerJoin', Uniqueid: `c.${n}`, Linkedid: `c.${n}`, Queue: 'suporte' });
        // in pieces of their own
        await pbx.drained();
        await new Promise(setImmediate);
    }
    pbx.broadcast({ Event: 'Cdr' });
    await pbx.drained();
    for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
    const readBefore = [...ignored];
    release.abort();
    await sink.until(({ events }) => events.some(({ callId }) => callId === 'asterisk:c.49'));
    expect(readBefore).not.toContain('Cdr');
    const live = sink.story.slice(sink.story.indexOf('snapshot of 0') + 1);
    expect(live).toEqual(Array.from({ length: 50 }, () => 'callArrived'));
});
