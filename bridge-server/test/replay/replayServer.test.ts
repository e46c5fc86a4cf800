import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { AmiMessage } from '../../src/telephony/asterisk/amiMessage.ts';
import { AmiParser } from '../../src/telephony/asterisk/amiParser.ts';
import { formatMessage } from '../../src/telephony/asterisk/formatAction.ts';
import type { AgentGate } from '../../tools/replay/agentGates.ts';
import { type CaptureMessage, readCapture } from '../../tools/replay/readCapture.ts';
import { createReplayServer, type ReplayOptions, type ReplayServer } from '../../tools/replay/replayServer.ts';

const capture = (name: string) => readCapture(join(import.meta.dirname, '../captures', name));
const PHONE = 'PJSIP/1001-00000001';

let answered: CaptureMessage[];
const running: { close(): Promise<void> }[] = [];

beforeAll(async () => {
    answered = await capture('ami-queue-answered.jsonl');
});
afterEach(async () => {
    for (const { close } of running.splice(0)) await close();
});

/** A client that speaks AMI and remembers what it was told. */
class Client {
    readonly parser = new AmiParser();
    readonly messages: AmiMessage[] = [];
    readonly socket: Socket;

    constructor(port: number) {
        this.socket = connect({ host: '127.0.0.1', port });
        this.socket.on('data', (chunk: Buffer) => {
            this.messages.push(...this.parser.push(chunk));
            this.socket.emit('messages');
        });
    }

    /** Sends an action and resolves with all that came up to the message for which `isLast` is true. */
    async ask(
        action: AmiMessage,
        isLast = ({ Response }: AmiMessage) => Response !== undefined
    ): Promise<AmiMessage[]> {
        const from = this.messages.length;
        this.socket.write(formatMessage({ ...action, ActionID: '7' }));
        await this.until((message) => message['ActionID'] === '7' && isLast(message), from);
        return this.messages.slice(from).filter(({ ActionID }) => ActionID === '7');
    }

    async until(condition: (message: AmiMessage) => boolean, from = 0): Promise<void> {
        while (!this.messages.slice(from).some(condition)) await once(this.socket, 'messages');
    }

    list = (action: string): Promise<AmiMessage[]> =>
        this.ask({ Action: action }, ({ EventList }) => EventList === 'Complete').then((all) => all.slice(1, -1));
}

async function start(
    options: Partial<ReplayOptions> = {}
): Promise<{ server: ReplayServer; client: Client; port: number }> {
    const server = createReplayServer({ messages: answered, speed: Infinity, ...options });
    running.push(server);
    const port = await server.listen();
    return { server, port, client: new Client(port) };
}

const login = (client: Client) => client.ask({ Action: 'Login', Username: 'anyone', Secret: 'anything' });

test('lets anybody log in, and nobody else do anything', async () => {
    const { server, client } = await start();
    expect(await client.ask({ Action: 'Ping' })).toMatchObject([{ Response: 'Error', Message: 'Permission denied' }]);
    expect(await login(client)).toMatchObject([{ Response: 'Success' }]);
    expect(client.parser.banner).toBe('Asterisk Call Manager/11.0.0');
    await server.bridgeConnected(1);
    expect(await client.ask({ Action: 'Ping' })).toMatchObject([{ Response: 'Success', Ping: 'Pong' }]);
    expect(await client.ask({ Action: 'Reload' })).toMatchObject([{ Response: 'Error' }]);
});

test('plays every event of the capture', async () => {
    const { server, client } = await start();
    await login(client);
    expect(await server.play()).toBe('end');
    await client.until(({ Event, SubState }) => Event === 'TestEvent' && SubState === 'Unsubscribed');
    const events = client.messages.filter(({ Event }) => Event !== undefined).map((message) => ({ ...message }));
    expect(events).toEqual(answered.map(({ message }) => message));
});

test('tells truly who is on the line at each moment', async () => {
    const { server, client } = await start({
        pauseBefore: ({ Event }) => Event === 'AgentConnect' || Event === 'AgentComplete'
    });
    await login(client);
    expect(await client.list('CoreShowChannels')).toEqual([]);

    expect(await server.play()).toBe('paused');
    expect(await client.list('CoreShowChannels')).toMatchObject([
        {
            Channel: 'PJSIP/carrier-00000000',
            ChannelStateDesc: 'Up',
            CallerIDNum: '5511987654321',
            Linkedid: 'pbx1-1795402035.0',
            Application: 'Queue',
            ApplicationData: 'suporte,tT,,,60'
        },
        {
            Channel: PHONE,
            ChannelStateDesc: 'Up',
            Application: 'AppQueue',
            Duration: expect.stringMatching(/^00:00:0\d$/)
        }
    ]);
    server.rewind();
    expect(await client.list('CoreShowChannels')).toEqual([]);

    await server.play();
    await server.play();
    expect(await server.play()).toBe('end');
    expect(await client.list('CoreShowChannels')).toEqual([]);
});

test('lists a caller who waits', async () => {
    const { server, client } = await start({ pauseBefore: ({ Event }) => Event === 'AgentCalled' });
    await login(client);
    await server.play();
    expect(await client.list('QueueStatus')).toMatchObject([
        { Event: 'QueueEntry', Queue: 'suporte', Uniqueid: 'pbx1-1795402035.0' }
    ]);
});

test('accepts commands for channels that live only', async () => {
    const { server, client } = await start({ pauseBefore: ({ Event }) => Event === 'AgentConnect' });
    await login(client);
    const notify = { Action: 'PJSIPNotify', Channel: PHONE, Variable: 'Event=talk' };
    expect(await client.ask(notify)).toMatchObject([{ Response: 'Error', Message: 'No such channel' }]);
    await server.play();
    expect(await client.ask(notify)).toMatchObject([{ Response: 'Success' }]);
});

test('goes on like a PBX when the bridge leaves: what it missed is not told again', async () => {
    const { server, client, port } = await start({ pauseBefore: ({ Event }) => Event === 'AgentConnect' });
    await login(client);
    await server.play();
    server.disconnect();
    await once(client.socket, 'close');
    expect(await server.play()).toBe('end');
    expect(server.disconnections).toBe(1);
    const next = new Client(port);
    await login(next);
    expect(await next.list('CoreShowChannels')).toEqual([]);
});

test('plays at the speed that was asked for', async () => {
    const messages = [
        { message: { Event: 'A' }, afterMs: 0 },
        { message: { Event: 'B' }, afterMs: 10_000 }
    ];
    const { server } = await start({ messages, speed: 200 });
    const startedAt = performance.now();
    await server.play();
    const tookMs = performance.now() - startedAt;
    expect(tookMs).toBeGreaterThan(45);
    expect(tookMs).toBeLessThan(9_000);
});

test('pauses when told to and goes on from there', async () => {
    const messages = [
        { message: { Event: 'A' }, afterMs: 0 },
        { message: { Event: 'B' }, afterMs: 60_000 }
    ];
    const sent: number[] = [];
    const { server } = await start({ messages, speed: 1, onSent: (count) => (sent.push(count), server.pause()) });
    expect(await server.play()).toBe('paused');
    expect(sent).toEqual([1]);
});

test('with agents at the softphone the recorded call waits for them', async () => {
    const waiting: AgentGate[] = [];
    const waits: PromiseWithResolvers<void> = Promise.withResolvers();
    const hangsUp: PromiseWithResolvers<void> = Promise.withResolvers();
    const { server, client } = await start({
        agents: 'softphone',
        onWaiting: (gate) => {
            waiting.push(gate);
            (gate.command === 'Hangup' ? hangsUp : waits).resolve();
        }
    });
    await login(client);
    const played = server.play();
    await waits.promise;
    expect(client.messages.some(({ Event }) => Event === 'AgentConnect')).toBe(false);
    await client.ask({ Action: 'PJSIPNotify', Channel: PHONE, Variable: 'Event=talk' });
    await hangsUp.promise;
    await client.until(({ Event }) => Event === 'AgentConnect');
    expect(client.messages.some(({ Event }) => Event === 'Hangup')).toBe(false);
    await client.ask({ Action: 'Hangup', Channel: PHONE });
    expect(await played).toBe('end');
    expect(waiting.map(({ agent, command }) => [agent, command])).toEqual([
        ['1001', 'PJSIPNotify'],
        ['1001', 'Hangup']
    ]);
});

test('says so when no bridge comes', async () => {
    const { server } = await start();
    await expect(server.bridgeConnected(10)).rejects.toMatchObject({ name: 'TimeoutError' });
});
