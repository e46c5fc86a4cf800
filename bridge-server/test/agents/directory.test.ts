import pino from 'pino';
import { createDirectory } from '../../src/agents/directory.ts';
import type { KnownAgent } from '../../src/agents/presenceKeeper.ts';
import type { Presence } from '../../src/contract/presence.ts';
import { ANA } from '../support/presenceReplica.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 12, minute)).toISOString();
const knows = (extension: string, name: string, presence: Partial<Presence> = {}): KnownAgent => ({
    extension,
    name,
    version: 1,
    presence: { state: 'available', reason: null, automatic: false, since: at(0), wrapUp: null, ...presence }
});
const wrapUp = { callId: 'c', legId: 'l', since: at(5), endsAt: at(6) };

const users = [
    { extension: '1001', name: 'Ana Souza' },
    { extension: '1002', name: 'Bruno Lima' },
    { extension: '1003', name: 'Ângela Dias' },
    { extension: '1004', name: 'Caio Prado' },
    { extension: '1005', name: 'Davi Nunes' }
];
const everybody = [
    knows('1001', 'Ana Souza'),
    knows('1002', 'Bruno Lima', { wrapUp }),
    knows('1003', 'Ângela Dias', { state: 'paused', reason: 'Almoço' }),
    knows('1004', 'Caio Prado', { wrapUp }),
    knows('1099', 'Quem Saiu')
];
const queues = [
    { name: 'vendas', waiting: null, free: null },
    { name: 'suporte', waiting: 2, free: 1 }
];

const directory = (options: Partial<Parameters<typeof createDirectory>[0]> = {}) =>
    createDirectory({
        listUsers: () => Promise.resolve(users),
        everybody: () => everybody,
        onCallSince: () => Promise.resolve(new Map([['1004', at(3)]])),
        queues: () => Promise.resolve(queues),
        log: pino({ level: 'silent' }),
        ...options
    })(ANA);

test('lists the others by name, with what keeps them, and the queues', async () => {
    expect(await directory()).toEqual({
        agents: [
            { extension: '1003', name: 'Ângela Dias', state: 'paused', reason: 'Almoço', since: at(0) },
            { extension: '1002', name: 'Bruno Lima', state: 'wrapUp', reason: null, since: at(5) },
            { extension: '1004', name: 'Caio Prado', state: 'onCall', reason: null, since: at(3) },
            { extension: '1005', name: 'Davi Nunes', state: 'offline', reason: null, since: null }
        ],
        queues: [
            { name: 'suporte', waiting: 2, free: 1 },
            { name: 'vendas', waiting: null, free: null }
        ]
    });
});

test('while Salesforce is away it lists who signed in before', async () => {
    const { agents } = await directory({ listUsers: () => Promise.reject(new Error('away')) });
    expect(agents.map(({ extension }) => extension)).toEqual(['1003', '1002', '1004', '1099']);
});

test('waits for neither Salesforce nor a PBX that does not answer', async () => {
    const never = () => new Promise<never>(() => undefined);
    const found = await directory({ listUsers: never, queues: never, patienceMs: 20 });
    expect(found.agents).toHaveLength(4);
    expect(found.queues).toEqual([]);
});

test('a PBX that refuses leaves the colleagues to choose from', async () => {
    const found = await directory({ queues: () => Promise.reject(new Error('Permission denied')) });
    expect(found.agents).toHaveLength(4);
    expect(found.queues).toEqual([]);
});

test('says so when the database is away', async () => {
    const away = new Error('away');
    await expect(directory({ onCallSince: () => Promise.reject(away) })).rejects.toBe(away);
});
