import type { Agent, CallView, CallerView, Candidate, Directory, Presence, Settings, Snapshot } from 'bridge/contract';

export const ana: Agent = {
    userId: '005000000000001AAA',
    name: 'Ana Souza',
    extension: '1001',
    timeZone: 'America/Sao_Paulo'
};

/** Somebody on record with the calling number, with what a test changes about them. */
export const candidate = (changes: Partial<Candidate> = {}): Candidate => ({
    kind: 'contact',
    id: '003000000000001AAA',
    name: 'Maria da Silva',
    phone: '(11) 98765-4321',
    accountId: '001000000000001AAA',
    accountName: 'Padaria Boa Massa Ltda',
    taxId: '12345678909',
    ...changes
});

export const joao = candidate({ id: '003000000000002AAA', name: 'João Pereira', phone: '(11) 2295-3040' });

export const helena = candidate({
    id: '003000000000003AAA',
    name: 'Helena Pereira',
    phone: '11 2295-3040',
    accountId: null,
    accountName: null,
    taxId: null
});

/** Who calls from a number that João and Helena share, and Helena was served last. */
export const sharedNumber: CallerView = { who: helena, reason: 'servedLast', others: [joao] };

/** A call that rings at Ana, with what a test changes about it. Another leg is another call unless the test says so. */
export const ringingCall = (changes: Partial<CallView> = {}): CallView => ({
    callId: `asterisk:1700000000.${changes.legId ?? 'leg-1'}`,
    legId: 'leg-1',
    direction: 'inbound',
    state: 'ringing',
    kind: 'offer',
    result: null,
    number: '+5511987654321',
    numberDisplay: '(11) 98765-4321',
    announcedName: null,
    queue: 'suporte',
    protocol: '20261123000042',
    waitingSince: '2026-11-23T12:00:00.000Z',
    offeredAt: '2026-11-23T12:00:05.000Z',
    answeredAt: null,
    endedAt: null,
    heldSince: null,
    heldMs: 0,
    muted: false,
    consult: null,
    consultedBy: null,
    colleagues: [],
    caller: null,
    case: null,
    recorded: false,
    recordingPaused: false,
    note: null,
    actions: ['answer'],
    ...changes
});

/** The same call once Ana has answered and Salesforce knows the caller and the Case. */
export const talkingCall = (changes: Partial<CallView> = {}): CallView =>
    ringingCall({
        state: 'talking',
        answeredAt: '2026-11-23T12:00:10.000Z',
        caller: { who: candidate(), reason: 'onlyContact', others: [] },
        case: { id: '500000000000042AAA', number: '00001042' },
        actions: ['hangup'],
        ...changes
    });

/** The same call after 4 min 5 s of service. */
export const endedCall = (changes: Partial<CallView> = {}): CallView =>
    talkingCall({
        state: 'ended',
        result: 'answered',
        endedAt: '2026-11-23T12:04:15.000Z',
        actions: [],
        ...changes
    });

/** Ana's presence, with what a test changes about it. */
export const presenceOf = (changes: Partial<Presence> = {}): Presence => ({
    state: 'available',
    reason: null,
    automatic: false,
    since: '2026-11-23T11:00:00.000Z',
    wrapUp: null,
    ...changes
});

export const settings: Settings = {
    canDial: true,
    canLogInToQueues: false,
    pauseReasons: ['Almoço', 'Banheiro', 'Treinamento'],
    contactReasons: ['Dúvida', 'Reclamação', 'Segunda via'],
    wrapUpSeconds: 30
};

/** To whom Ana can transfer a call. */
export const directory: Directory = {
    agents: [
        { extension: '1002', name: 'Bruno Lima', state: 'available', reason: null, since: '2026-11-23T11:30:00.000Z' },
        { extension: '1003', name: 'Carla Dias', state: 'paused', reason: 'Almoço', since: '2026-11-23T11:50:00.000Z' }
    ],
    queues: [{ name: 'suporte', waiting: 2, free: 1 }]
};

export const snapshotOf = (...calls: CallView[]): Snapshot => ({
    agent: ana,
    serverTime: '2026-11-23T12:00:10.000Z',
    presence: presenceOf(),
    settings,
    calls
});
