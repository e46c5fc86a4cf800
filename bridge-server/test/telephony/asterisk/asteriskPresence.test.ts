import { once } from 'node:events';
import pino from 'pino';
import { createAsteriskAdapter } from '../../../src/telephony/asterisk/asteriskAdapter.ts';
import { type AmiMessage, fieldOf } from '../../../src/telephony/asterisk/amiMessage.ts';
import type { AgentAvailability, TelephonyAdapter } from '../../../src/telephony/telephonyAdapter.ts';
import { AmiServer } from '../../../tools/replay/amiServer.ts';
import { eventually } from '../../support/eventually.ts';
import { RecordingSink } from './recordingSink.ts';

interface Member {
    queue: string;
    name: string;
    pause: string | null;
}

let members: Member[];
let mayPause: boolean;
let log: string[];
let pbx: AmiServer;
let port: number;
let adapter: TelephonyAdapter;
let sink: RecordingSink;

beforeEach(async () => {
    members = ['suporte', 'vendas'].map((queue) => ({ queue, name: 'PJSIP/1001', pause: null }));
    members.push({ queue: 'vendas', name: 'Local/1002@from-queue', pause: null });
    mayPause = true;
    log = [];
    pbx = new AmiServer(answer);
    port = await pbx.listen(0, '127.0.0.1');
    sink = new RecordingSink();
    adapter = createAsteriskAdapter({
        ...{ host: '127.0.0.1', port, username: 'bridge', secret: 'a secret', maxBackoffMs: 20, stopLimitMs: 200 },
        log: pino({ level: 'warn' }, { write: (line) => void log.push(line) })
    });
});
afterEach(async () => {
    await adapter.stop();
    await pbx.close();
});

/** As app_queue answers. */
function answer(action: AmiMessage): AmiMessage[] {
    const success = { Response: 'Success', Message: 'fine' };
    switch (fieldOf(action, 'Action')) {
        case 'CoreShowChannels':
            return list('CoreShowChannelsComplete');
        case 'QueueStatus':
            return list(
                'QueueStatusComplete',
                ...members.map(({ queue, name }) => ({ Event: 'QueueMember', Queue: queue, Location: name }))
            );
        case 'QueueSummary':
            return list(
                'QueueSummaryComplete',
                { Event: 'QueueSummary', Queue: 'suporte', LoggedIn: '3', Available: '1', Callers: '2' },
                { Event: 'QueueSummary', Queue: 'vendas' }
            );
        case 'QueuePause': {
            const own = members.filter(({ name }) => name === fieldOf(action, 'Interface'));
            if (!mayPause) return [{ Response: 'Error', Message: 'Permission denied' }];
            if (own.length === 0) return [{ Response: 'Error', Message: 'Interface not found' }];
            for (const member of own)
                member.pause = fieldOf(action, 'Paused') === 'true' ? fieldOf(action, 'Reason') : null;
            return [success];
        }
        default:
            return [success];
    }
}

const list = (complete: string, ...items: AmiMessage[]): AmiMessage[] => [
    { Response: 'Success', EventList: 'start' },
    ...items,
    { Event: complete, EventList: 'Complete' }
];

async function connect(): Promise<void> {
    adapter.start(sink);
    await sink.until(({ snapshots }) => snapshots.length === 1);
}

const pauses = () => members.map(({ queue, name, pause }) => `${name} ${queue}: ${pause ?? 'free'}`);
/** What the queues know of the agents once this is among it. */
const pausesOnce = (expected: string) =>
    eventually(
        () => Promise.resolve(pauses()),
        (seen) => seen.includes(expected)
    );
const lunch: AgentAvailability = { state: 'paused', reason: 'Almoço' };

test.each<[AgentAvailability, string]>([
    [lunch, 'Almoço'],
    [{ state: 'wrapUp' }, 'Pós-atendimento'],
    [{ state: 'offline' }, 'Offline']
])('%j pauses the agent in all of their queues, and being available ends it', async (availability, reason) => {
    await connect();
    await adapter.setPresence?.('1001', availability);
    expect(pauses()).toEqual([
        `PJSIP/1001 suporte: ${reason}`,
        `PJSIP/1001 vendas: ${reason}`,
        'Local/1002@from-queue vendas: free'
    ]);
    await adapter.setPresence?.('1001', { state: 'available' });
    expect(members.every(({ pause }) => pause === null)).toBe(true);
});

test('finds the agent under whatever interface the queues know their telephone by', async () => {
    await connect();
    await adapter.setPresence?.('1002', lunch);
    expect(pauses()).toContain('Local/1002@from-queue vendas: Almoço');
});

test('what is said while the PBX is away is told once it is there, and nobody waits', async () => {
    await adapter.setPresence?.('1001', { state: 'wrapUp' });
    await adapter.setPresence?.('1001', lunch);
    await connect();
    expect(await pausesOnce('PJSIP/1001 suporte: Almoço')).toContain('PJSIP/1001 vendas: Almoço');
});

test('is told again to a PBX that forgot it in a restart', async () => {
    await connect();
    await adapter.setPresence?.('1001', lunch);
    for (const member of members) member.pause = null;
    pbx.disconnect();
    expect(await pausesOnce('PJSIP/1001 suporte: Almoço')).toContain('PJSIP/1001 vendas: Almoço');
});

test('who enters a queue while paused is paused there too', async () => {
    await connect();
    await adapter.setPresence?.('1001', lunch);
    members.push({ queue: 'cobrança', name: 'PJSIP/1001', pause: null });
    pbx.broadcast({ Event: 'QueueMemberAdded', Queue: 'cobrança', Interface: 'PJSIP/1001', Paused: '0' });
    expect(await pausesOnce('PJSIP/1001 cobrança: Almoço')).toHaveLength(4);
});

test('who is in no queue is told of without complaint', async () => {
    await connect();
    await adapter.setPresence?.('1009', lunch);
    expect(members.every(({ pause }) => pause === null)).toBe(true);
    expect(log).toEqual([]);
});

test('a connection that breaks before the answer came leaves nothing untold', async () => {
    await connect();
    const asked = once(pbx, 'action');
    const told = adapter.setPresence?.('1001', lunch);
    await asked;
    pbx.disconnect();
    await told?.catch(() => undefined);
    expect(await pausesOnce('PJSIP/1001 suporte: Almoço')).toContain('PJSIP/1001 vendas: Almoço');
});

test('without the privilege the log says once what to give, and no call suffers', async () => {
    mayPause = false;
    await connect();
    await adapter.setPresence?.('1001', lunch);
    await adapter.setPresence?.('1002', lunch);
    expect(log).toHaveLength(1);
    expect(log[0]).toContain('write = agent');
});

test('names its queues, with who waits and who is free where it says so', async () => {
    expect(await adapter.queues?.()).toEqual([]);
    await connect();
    expect(await adapter.queues?.()).toEqual([
        { name: 'suporte', waiting: 2, free: 1 },
        { name: 'vendas', waiting: null, free: null }
    ]);
});
