import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import pino from 'pino';
import type { SnapshotCall } from '../../../src/calls/reconcileSnapshot.ts';
import { type AsteriskAdapterOptions, createAsteriskAdapter } from '../../../src/telephony/asterisk/asteriskAdapter.ts';
import { CommandRefused, type TelephonyAdapter } from '../../../src/telephony/telephonyAdapter.ts';
import { type CaptureMessage, readCapture } from '../../../tools/replay/readCapture.ts';
import { createReplayServer, type ReplayOptions, type ReplayServer } from '../../../tools/replay/replayServer.ts';
import { captureFile } from './captureFile.ts';
import { RecordingSink } from './recordingSink.ts';

const LIMIT_MS = 10_000;
const STORY = [
    'callArrived',
    'recordingStarted',
    'legOffered 1001 offer',
    'legAnswered 1001',
    'recordingReady',
    'legEnded 1001 hungUp',
    'callEnded'
];

let answered: CaptureMessage[];
let sink: RecordingSink;
const running: { stop?(): Promise<unknown>; close?(): unknown }[] = [];

beforeAll(async () => {
    answered = await readCapture(captureFile('ami-queue-answered.jsonl'));
});
beforeEach(() => {
    sink = new RecordingSink();
});
afterEach(async () => {
    for (const { stop, close } of running.splice(0).reverse()) await (stop ?? close)?.();
});

async function startPbx(options: Partial<ReplayOptions> = {}): Promise<ReplayServer & { port: number }> {
    const server = createReplayServer({ messages: answered, speed: Infinity, ...options });
    running.push(server);
    return Object.assign(server, { port: await server.listen() });
}

function startAdapter(port: number, options: Partial<AsteriskAdapterOptions> = {}): TelephonyAdapter {
    const adapter = createAsteriskAdapter({
        ...{ host: '127.0.0.1', port, username: 'bridge', secret: 'a secret', maxBackoffMs: 20, stopLimitMs: 200 },
        log: pino({ level: 'silent' }),
        ...options
    });
    running.push(adapter);
    adapter.start(sink);
    return adapter;
}

/** Before the agent's phone answers, and before the conversation ends. */
const isNewsOfAgent = (name: string, state: string) => (message: Record<string, unknown>) =>
    message['Event'] === name &&
    String(message['Channel']).startsWith('PJSIP/1001') &&
    message['ChannelStateDesc'] === state;
const isAnswer = isNewsOfAgent('Newstate', 'Up');
const isGoodbye = isNewsOfAgent('BridgeLeave', 'Up');

test('logs in, takes a snapshot and hands over the whole call in its order', async () => {
    const pbx = await startPbx();
    const ignored: string[] = [];
    startAdapter(pbx.port, {
        countIgnored: (name) => ignored.push(name),
        clock: () => new Date('2026-11-23T12:00:00Z')
    });
    await sink.until(({ snapshots }) => snapshots.length === 1);
    await pbx.play();
    await sink.until(({ story }) => story.includes('callEnded'));
    expect(sink.story).toEqual(['snapshot of 0', ...STORY]);
    expect(sink.events.every(({ at }) => at === '2026-11-23T12:00:00.000Z')).toBe(true);
    expect(pbx.actions[0]).toMatchObject({ Action: 'Login', Username: 'bridge', Secret: 'a secret' });
    expect(ignored).toContain('VarSet');
});

test('after a lost connection the snapshot comes before everything that is told later', async () => {
    const pbx = await startPbx({ pauseBefore: (message) => isAnswer(message) || isGoodbye(message) });
    startAdapter(pbx.port);
    await sink.until(({ snapshots }) => snapshots.length === 1);
    await pbx.play();
    await sink.until(({ story }) => story.includes('legOffered 1001 offer'));
    pbx.disconnect();
    // the answer happens while nobody listens
    await pbx.play();
    await sink.until(({ snapshots }) => snapshots.length === 2);
    await pbx.play();
    await sink.until(({ story }) => story.includes('callEnded'));

    const [call] = sink.snapshots[1] as SnapshotCall[];
    expect(call).toMatchObject({
        callId: 'asterisk:pbx1-1795402035.0',
        facts: { number: '5511987654321', queue: 'suporte' },
        recorded: true,
        legs: [{ agent: '1001', answered: true }]
    });
    const late = sink.story.slice(sink.story.indexOf('snapshot of 1') + 1);
    expect(late.filter((what) => what !== 'legAnswered 1001')).toEqual([
        'recordingReady',
        'legEnded 1001 hungUp',
        'callEnded'
    ]);
});

test('what is told while the snapshot is taken waits behind it', async () => {
    const silent = await startSilentPbx();
    startAdapter(silent.port);
    const socket = await silent.login();
    socket.write('Event: QueueCallerJoin\r\nUniqueid: c.1\r\nLinkedid: c.1\r\nQueue: suporte\r\n\r\n');
    await silent.answerList('CoreShowChannels');
    await silent.answerList('QueueStatus');
    await sink.until(({ story }) => story.length === 2);
    expect(sink.story).toEqual(['snapshot of 0', 'callArrived']);
});

test('comes back when the PBX no longer answers a ping', async () => {
    const silent = await startSilentPbx();
    startAdapter(silent.port, { pingIntervalMs: 20, deadlineMs: 100 });
    await silent.login();
    await silent.answerList('CoreShowChannels');
    await silent.answerList('QueueStatus');
    await silent.login();
    expect(silent.actions.map(({ name }) => name)).toContain('Ping');
});

test('waits for a PBX that is not there yet', async () => {
    const unused = createServer().listen(0, '127.0.0.1');
    await once(unused, 'listening');
    const { port } = unused.address() as AddressInfo;
    await new Promise((resolve) => unused.close(resolve));
    startAdapter(port);
    const pbx = createReplayServer({ messages: answered, speed: Infinity });
    running.push(pbx);
    await pbx.listen(port);
    await sink.until(({ snapshots }) => snapshots.length === 1);
    expect(pbx.actions.map(({ Action }) => Action)).toEqual(['Login', 'Ping', 'CoreShowChannels', 'QueueStatus']);
});

test('a sink that is away for a while loses nothing and keeps the order', async () => {
    const pbx = await startPbx();
    startAdapter(pbx.port);
    await sink.until(({ snapshots }) => snapshots.length === 1);
    sink.obstruct(() => Promise.reject(new Error('the database is away')));
    await pbx.play();
    await sink.until(({ refusals }) => refusals >= 3);
    expect(sink.events).toEqual([]);
    sink.obstruct(() => Promise.resolve());
    await sink.until(({ story }) => story.includes('callEnded'));
    expect(sink.story).toEqual(['snapshot of 0', ...STORY]);
});

test('an event that is refused for good does not block the others', async () => {
    const pbx = await startPbx();
    startAdapter(pbx.port);
    await sink.until(({ snapshots }) => snapshots.length === 1);
    sink.obstruct(() => {
        sink.obstruct(() => Promise.resolve());
        return Promise.reject(Object.assign(new Error('never'), { retryable: false }));
    });
    await pbx.play();
    await sink.until(({ story }) => story.includes('callEnded'));
    expect(sink.story).toEqual(['snapshot of 0', ...STORY.slice(1)]);
});

test('behind a slow sink the PBX is not listened to, and nothing is lost', async () => {
    const silent = await startSilentPbx();
    const gate: PromiseWithResolvers<void> = Promise.withResolvers();
    sink.obstruct(() => gate.promise);
    startAdapter(silent.port, { maxWaiting: 10 });
    const socket = await silent.login();
    await silent.answerList('CoreShowChannels');
    await silent.answerList('QueueStatus');
    const total = 20_000;
    let accepted = 0;
    for (; accepted < total; accepted += 1) {
        const id = `c.${accepted}`;
        const padding = 'x'.repeat(1_000);
        const isTaken = socket.write(
            `Event: QueueCallerJoin\r\nUniqueid: ${id}\r\nLinkedid: ${id}\r\nPadding: ${padding}\r\n\r\n`
        );
        if (!isTaken && !(await drainsSoon(socket))) break;
    }
    // the operating system's buffers are full: the PBX has to keep the rest
    expect(accepted).toBeLessThan(total - 1);
    expect(sink.story).toEqual([]);
    sink.obstruct(() => Promise.resolve());
    gate.resolve();
    await sink.until(({ events }) => events.length === accepted + 1);
    expect(sink.events.map(({ callId }) => callId)).toEqual(
        Array.from({ length: accepted + 1 }, (_, index) => `asterisk:c.${index}`)
    );
}, 30_000);

test('a capture that is cut in half leaves the call open', async () => {
    const pbx = await startPbx({ messages: answered.slice(0, 90) });
    const adapter = startAdapter(pbx.port);
    await sink.until(({ snapshots }) => snapshots.length === 1);
    expect(await pbx.play()).toBe('end');
    await pbx.drained();
    await sink.until(({ story }) => story.includes('legAnswered 1001'));
    await adapter.stop();
    expect(sink.story).toEqual(['snapshot of 0', ...STORY.slice(0, 4)]);
});

test('stopping hands over what was seen', async () => {
    const silent = await startSilentPbx();
    const gate: PromiseWithResolvers<void> = Promise.withResolvers();
    sink.obstruct(() => gate.promise);
    const adapter = startAdapter(silent.port, { stopLimitMs: LIMIT_MS });
    const socket = await silent.login();
    socket.write('Event: QueueCallerJoin\r\nUniqueid: c.1\r\nLinkedid: c.1\r\n\r\n');
    await silent.answerList('CoreShowChannels');
    await silent.answerList('QueueStatus');
    await sink.until(({ attempts }) => attempts === 1);
    const stopped = adapter.stop();
    gate.resolve();
    await stopped;
    expect(sink.story).toEqual(['snapshot of 0', 'callArrived']);
});

test('stopping does not wait for ever for a sink that stays away', async () => {
    const pbx = await startPbx();
    sink.obstruct(() => Promise.reject(new Error('the database is away')));
    const adapter = startAdapter(pbx.port);
    await sink.until(({ refusals }) => refusals > 0);
    await adapter.stop();
    expect(sink.story).toEqual([]);
});

describe('commands', () => {
    const leg = { callId: 'asterisk:pbx1-1795402035.0', legId: 'asterisk:pbx1-1795402035.1', agent: '1001' };

    async function callThatIs(state: 'ringing' | 'answered', options: Partial<AsteriskAdapterOptions> = {}) {
        sink = new RecordingSink();
        const pbx = await startPbx({ pauseBefore: state === 'ringing' ? isAnswer : isGoodbye });
        const adapter = startAdapter(pbx.port, options);
        await sink.until(({ snapshots }) => snapshots.length === 1);
        expect(await pbx.play()).toBe('paused');
        const last = state === 'ringing' ? 'legOffered 1001 offer' : 'legAnswered 1001';
        await sink.until(({ story }) => story.includes(last));
        return { pbx, adapter };
    }

    test('answers a ringing phone by a talk notification', async () => {
        const { pbx, adapter } = await callThatIs('ringing');
        await adapter.command({ action: 'answer', ...leg });
        expect(pbx.actions.at(-1)).toMatchObject({
            Action: 'PJSIPNotify',
            Channel: 'PJSIP/1001-00000001',
            Variable: 'Event=talk'
        });
    });

    test('refuses a ringing call and hangs up a conversation, each with its cause', async () => {
        const ringingCall = await callThatIs('ringing');
        await ringingCall.adapter.command({ action: 'reject', ...leg });
        expect(ringingCall.pbx.actions.at(-1)).toMatchObject({
            Action: 'Hangup',
            Channel: 'PJSIP/1001-00000001',
            Cause: '21'
        });
        const conversation = await callThatIs('answered');
        await conversation.adapter.command({ action: 'hangup', ...leg });
        expect(conversation.pbx.actions.at(-1)).toMatchObject({ Action: 'Hangup', Cause: '16' });
    });

    test.each([
        ['a leg that nobody knows', { legId: 'asterisk:other' }, /já não está no seu telefone/],
        ["a colleague's leg", { agent: '1002' }, /já não está no seu telefone/],
        ['a leg of another call', { callId: 'asterisk:other' }, /já não está no seu telefone/]
    ])('refuses %s', async (_, other, words) => {
        const { adapter } = await callThatIs('ringing');
        const refused = adapter.command({ action: 'hangup', ...leg, ...other });
        await expect(refused).rejects.toThrow(CommandRefused);
        await expect(refused).rejects.toThrow(words);
    });

    test('refuses to answer twice', async () => {
        const { adapter } = await callThatIs('answered');
        await expect(adapter.command({ action: 'answer', ...leg })).rejects.toThrow('Esta chamada já foi atendida.');
    });

    test('offers no answering where phones answer by hand only', async () => {
        const { adapter } = await callThatIs('ringing', { answerMethodOf: () => 'phone-only' });
        expect(adapter.capabilitiesOf('1001')).not.toContain('answer');
        await expect(adapter.command({ action: 'answer', ...leg })).rejects.toThrow(/atenda no próprio aparelho/);
    });

    test('says that the call is gone when the PBX no longer knows the channel', async () => {
        const { pbx, adapter } = await callThatIs('ringing');
        pbx.rewind();
        const refused = adapter.command({ action: 'hangup', ...leg });
        await expect(refused).rejects.toThrow(CommandRefused);
        await expect(refused).rejects.toMatchObject({ reason: 'call-over' });
    });

    test('says so when the PBX is out of reach', async () => {
        const adapter = startAdapter(1);
        await expect(adapter.command({ action: 'hangup', ...leg })).rejects.toThrow(/fora de alcance/);
    });
});

interface SilentPbx {
    readonly port: number;
    readonly actions: readonly { name: string; id: string }[];
    /** Lets the next bridge in. */
    login(): Promise<Socket>;
    /** Answers the next such action with an empty list. */
    answerList(name: string): Promise<void>;
}

/** A PBX that says only what the test makes it say. */
async function startSilentPbx(): Promise<SilentPbx> {
    const actions: { name: string; id: string; socket: Socket; isTaken: boolean }[] = [];
    const sockets = new Set<Socket>();
    const server: Server = createServer((socket) => {
        sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('data', (chunk) => {
            for (const [, name = '', id = ''] of String(chunk).matchAll(/Action: (\w+)[^]*?ActionID: (\S+)/g))
                actions.push({ name, id, socket, isTaken: false });
            server.emit('action');
        });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    running.push({
        close: () => {
            for (const socket of sockets) socket.destroy();
            server.close();
        }
    });
    const next = async (name: string) => {
        for (;;) {
            const action = actions.find((each) => each.name === name && !each.isTaken);
            if (action) return Object.assign(action, { isTaken: true });
            await once(server, 'action');
        }
    };
    return {
        port: (server.address() as AddressInfo).port,
        actions,
        async login() {
            const { id, socket } = await next('Login');
            socket.write(`Asterisk Call Manager/11.0.0\r\nResponse: Success\r\nActionID: ${id}\r\n\r\n`);
            return socket;
        },
        async answerList(name) {
            const { id, socket } = await next(name);
            socket.write(`Response: Success\r\nActionID: ${id}\r\nEventList: start\r\n\r\n`);
            socket.write(`Event: ${name}Complete\r\nActionID: ${id}\r\nEventList: Complete\r\n\r\n`);
        }
    };
}

const STALL_MS = 500;

/** Whether the other side reads on; a socket whose reader stopped stays full. */
async function drainsSoon(socket: Socket): Promise<boolean> {
    return once(socket, 'drain', { signal: AbortSignal.timeout(STALL_MS) }).then(
        () => true,
        () => false
    );
}
