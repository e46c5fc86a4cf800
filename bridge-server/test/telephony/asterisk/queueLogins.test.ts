import pino from 'pino';
import { type AmiMessage, fieldOf } from '../../../src/telephony/asterisk/amiMessage.ts';
import { createAsteriskAdapter } from '../../../src/telephony/asterisk/asteriskAdapter.ts';
import type { TelephonyAdapter } from '../../../src/telephony/telephonyAdapter.ts';
import { AmiServer } from '../../../tools/replay/amiServer.ts';
import { RecordingSink } from './recordingSink.ts';

interface Member {
    readonly queue: string;
    readonly name: string;
    readonly membership: 'static' | 'dynamic' | 'realtime';
}

let members: Member[];
let asked: AmiMessage[];
let refusal: string | null;
let pbx: AmiServer;
let port: number;
let adapter: TelephonyAdapter;

beforeEach(async () => {
    members = [
        { queue: 'suporte', name: 'PJSIP/1001', membership: 'static' },
        { queue: 'vendas', name: 'Local/1002@from-queue', membership: 'dynamic' }
    ];
    asked = [];
    refusal = null;
    pbx = new AmiServer(answer);
    port = await pbx.listen(0, '127.0.0.1');
});
afterEach(async () => {
    await adapter.stop();
    await pbx.close();
});

/** As app_queue of Asterisk 22 answers. */
function answer(action: AmiMessage): AmiMessage[] {
    const [queue, name] = [fieldOf(action, 'Queue'), fieldOf(action, 'Interface')];
    const known = members.find((each) => each.queue === queue && each.name === name);
    switch (fieldOf(action, 'Action')) {
        case 'CoreShowChannels':
            return list('CoreShowChannelsComplete');
        case 'QueueStatus':
            return list('QueueStatusComplete', ...memberEvents(queue));
        case 'QueueSummary':
            return list('QueueSummaryComplete', ...['suporte', 'vendas', 'diretoria'].map(summaryOf));
        case 'QueueAdd':
            asked.push(action);
            if (refusal) return [{ Response: 'Error', Message: refusal }];
            if (known) return [{ Response: 'Error', Message: 'Unable to add interface: Already there' }];
            members.push({ queue, name, membership: 'dynamic' });
            return [{ Response: 'Success', Message: 'Added interface to queue' }];
        case 'QueueRemove':
            asked.push(action);
            if (!known) return [{ Response: 'Error', Message: 'Unable to remove interface: Not there' }];
            members = members.filter((each) => each !== known);
            return [{ Response: 'Success', Message: 'Removed interface from queue' }];
        default:
            return [{ Response: 'Success' }];
    }
}

const memberEvents = (wanted: string): AmiMessage[] =>
    members
        .filter(({ queue }) => wanted === '' || queue === wanted)
        .map(({ queue, name, membership }) => ({
            ...{ Event: 'QueueMember', Queue: queue, Name: 'x', Location: name },
            Membership: membership
        }));
const summaryOf = (queue: string): AmiMessage => ({
    ...{ Event: 'QueueSummary', Queue: queue, LoggedIn: '3' },
    ...(queue === 'suporte' && { Available: '1', Callers: '2' })
});
const list = (complete: string, ...items: AmiMessage[]): AmiMessage[] => [
    { Response: 'Success', EventList: 'start' },
    ...items,
    { Event: complete, EventList: 'Complete' }
];

const createAdapter = (queueLogin: readonly string[], agentInterface?: string): TelephonyAdapter =>
    createAsteriskAdapter({
        ...{ host: '127.0.0.1', port, username: 'bridge', secret: 'a secret', maxBackoffMs: 20, stopLimitMs: 200 },
        ...{ queueLogin, log: pino({ level: 'silent' }) },
        ...(agentInterface && { agentInterface })
    });

async function connect(queueLogin: readonly string[], agentInterface?: string): Promise<void> {
    adapter = createAdapter(queueLogin, agentInterface);
    const sink = new RecordingSink();
    adapter.start(sink);
    await sink.until(({ snapshots }) => snapshots.length === 1);
}

const actions = () =>
    asked.map((each) => [fieldOf(each, 'Action'), fieldOf(each, 'Queue'), fieldOf(each, 'Interface')]);

test('where the administrator allows no queue, nothing is offered', async () => {
    await connect([]);
    expect([adapter.queueLogins, adapter.setQueueLogin]).toEqual([undefined, undefined]);
});

test('shows the queues that are allowed, with where the agent is and where they are fixed', async () => {
    await connect(['suporte', 'vendas']);
    expect(await adapter.queueLogins?.('1001')).toEqual([
        { name: 'suporte', isIn: true, isFixed: true, waiting: 2, free: 1 },
        { name: 'vendas', isIn: false, isFixed: false, waiting: null, free: null }
    ]);
    expect(await adapter.queueLogins?.('1002')).toMatchObject([
        { name: 'suporte', isIn: false },
        { name: 'vendas', isIn: true, isFixed: false }
    ]);
});

test('shows every queue where all are allowed', async () => {
    await connect(['*']);
    expect((await adapter.queueLogins?.('1001'))?.map(({ name }) => name)).toEqual(['suporte', 'vendas', 'diretoria']);
});

test('an agent enters with their telephone, paused as they are, and leaves', async () => {
    await connect(['vendas'], 'Local/{extension}@agents');
    await adapter.setPresence?.('1001', { state: 'paused', reason: 'Almoço' });
    await adapter.setQueueLogin?.('1001', 'vendas', true);
    expect(asked).toMatchObject([
        { Queue: 'vendas', Interface: 'Local/1001@agents', MemberName: '1001', Paused: 'true', Reason: 'Almoço' }
    ]);
    await adapter.setQueueLogin?.('1001', 'vendas', false);
    expect(actions()).toEqual([
        ['QueueAdd', 'vendas', 'Local/1001@agents'],
        ['QueueRemove', 'vendas', 'Local/1001@agents']
    ]);
});

test('who is there under another interface is not added once more, and leaves under that one', async () => {
    await connect(['vendas']);
    await adapter.setQueueLogin?.('1002', 'vendas', true);
    expect(actions()).toEqual([]);
    await adapter.setQueueLogin?.('1002', 'vendas', false);
    await adapter.setQueueLogin?.('1002', 'vendas', false);
    expect(actions()).toEqual([['QueueRemove', 'vendas', 'Local/1002@from-queue']]);
});

test('another bridge may have been faster', async () => {
    await connect(['vendas']);
    refusal = 'Unable to add interface: Already there';
    await expect(adapter.setQueueLogin?.('1001', 'vendas', true)).resolves.toBeUndefined();
    expect(actions()).toHaveLength(1);
});

test.each([
    ['a queue that is not allowed', 'diretoria', true, null, 'no-such-target'],
    ['a queue that is not there', 'vendas', true, 'Unable to add interface to queue: No such queue', 'no-such-target'],
    ['leaving where the agent is fixed', 'suporte', false, null, 'not-possible-now'],
    ['what the PBX does not let the bridge do', 'vendas', true, 'Permission denied', 'telephony-refused']
])('refuses %s', async (_what, queue, isIn, words, reason) => {
    await connect(['suporte', 'vendas']);
    refusal = words;
    await expect(adapter.setQueueLogin?.('1001', queue, isIn)).rejects.toMatchObject({ reason });
});

test('says that the PBX is away', async () => {
    adapter = createAdapter(['vendas']);
    await expect(adapter.queueLogins?.('1001')).rejects.toMatchObject({ reason: 'telephony-away' });
    await expect(adapter.setQueueLogin?.('1001', 'vendas', true)).rejects.toMatchObject({ reason: 'telephony-away' });
});
