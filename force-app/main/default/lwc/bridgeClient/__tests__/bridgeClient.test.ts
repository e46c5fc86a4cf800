import { type BridgeClient, HANDSHAKE_NOT_WRITTEN, createBridgeClient } from 'c/bridgeClient';
import { joao, talkingCall } from '../../../../../../test/jest-mocks/callViews';
import { eventually } from '../../../../../../test/jest-mocks/eventually';
import { createFakeBridge, problemResponse } from '../../../../../../test/jest-mocks/fakeBridge';
import { createManualSchedule } from '../../../../../../test/jest-mocks/manualSchedule';

const SESSION_MS = 600_000;

let bridge: ReturnType<typeof createFakeBridge>;
let clock: ReturnType<typeof createManualSchedule>;
let client: BridgeClient;
const writeHandshake = jest.fn<Promise<string>, [string]>();

beforeEach(() => {
    bridge = createFakeBridge();
    clock = createManualSchedule();
    writeHandshake.mockReset().mockResolvedValue('a00000000000001AAA');
    client = createBridgeClient({
        url: 'https://bridge.example.com/',
        writeHandshake,
        fetch: bridge.fetch,
        schedule: clock.schedule
    });
});

afterEach(() => client.stop());

describe('signing in', () => {
    it('proves who the agent is by a record and keeps the token to itself', async () => {
        const session = await client.signIn();

        expect(writeHandshake).toHaveBeenCalledWith('nonce-1');
        expect(bridge.requestsTo('POST /agent/session')[0]?.body).toEqual({
            handshakeId: 'h',
            proof: 'proof-1',
            recordId: 'a00000000000001AAA'
        });
        expect(session.agent.name).toBe('Ana Souza');
    });

    it('shakes hands once when several requests need a session', async () => {
        await Promise.all([client.history(), client.history('2026-11-22'), client.command('a', { action: 'hangup' })]);

        expect(bridge.requestsTo('POST /agent/handshake')).toHaveLength(1);
    });

    it('tells apart a record that may not be written', async () => {
        writeHandshake.mockRejectedValue({ status: 403, body: { message: 'no access' } });

        await expect(client.signIn()).rejects.toMatchObject({ kind: 'forbidden', problem: { detail: 'no access' } });
    });

    it.each([400, 401, 500, 0])(
        'takes a record that Salesforce refuses with %i for something that may pass',
        async (status) => {
            writeHandshake.mockRejectedValue({ status });

            await expect(client.signIn()).rejects.toMatchObject({
                kind: 'unreachable',
                problem: { type: HANDSHAKE_NOT_WRITTEN, status }
            });
        }
    );

    it('renews the session before it expires', async () => {
        await client.signIn();
        clock.advance(SESSION_MS);

        await eventually(() => expect(bridge.requestsTo('POST /agent/session')).toHaveLength(2));
    });

    it('renews no session after the end', async () => {
        await client.signIn();
        client.stop();

        expect(clock.pendingCount).toBe(0);
    });
});

describe('requests', () => {
    it('sends a command with the token and the call id escaped', async () => {
        await client.command('asterisk:1700/1 a', { action: 'answer' });

        const [request] = bridge.requestsTo('POST /agent/calls/asterisk%3A1700%2F1%20a/answer');
        expect(request?.headers.get('authorization')).toBe('Bearer token-1');
    });

    it.each([
        [{ action: 'hold' }, {}],
        [{ action: 'dtmf', digits: '12#' }, { digits: '12#' }],
        [
            { action: 'blindTransfer', to: { kind: 'queue', name: 'suporte' } },
            { to: { kind: 'queue', name: 'suporte' } }
        ]
    ] as const)('sends with %j what it takes', async (command, body) => {
        await client.command('a', command);

        expect(bridge.requestsTo(`POST /agent/calls/a/${command.action}`)[0]?.body).toEqual(body);
    });

    it('asks for a call to a number', async () => {
        const request = { number: '(11) 98765-4321', recordId: '003000000000002AAA' };

        expect(await client.dial(request)).toEqual({ callId: 'simulator:dialled' });
        expect(bridge.requestsTo('POST /agent/calls')[0]?.body).toEqual(request);
    });

    it('stores what was written down about a call', async () => {
        const note = { reason: 'Dúvida', text: 'Quer a segunda via.' };
        await client.saveNote({ callId: 'asterisk:1700/1 a', legId: 'leg-1' }, note);

        expect(bridge.requestsTo('PUT /agent/calls/asterisk%3A1700%2F1%20a/note')[0]?.body).toEqual({
            legId: 'leg-1',
            ...note
        });
    });

    it.each([
        [4_000, true],
        [20_000, false]
    ])('lets a note of %i characters outlive the page: %s', async (length, keepalive) => {
        await client.saveNote({ callId: 'a', legId: 'leg-1' }, { reason: null, text: 'ã'.repeat(length) });

        expect(bridge.requestsTo('PUT /agent/calls/a/note')[0]).toMatchObject({ keepalive });
    });

    it('searches people, whatever was typed', async () => {
        bridge.setContacts([joao]);

        expect((await client.contacts('joão & cia')).contacts).toEqual([joao]);
        expect(bridge.requestsTo('GET /agent/contacts?search=jo%C3%A3o%20%26%20cia')).toHaveLength(1);
    });

    it('asks to whom a call can be transferred', async () => {
        expect((await client.directory()).queues).toEqual([{ name: 'suporte', waiting: 2, free: 1 }]);
    });

    it('says that the agent has a break, and ends the wrap-up', async () => {
        const wanted = { state: 'paused', reason: 'Almoço' } as const;

        expect(await client.setPresence(wanted)).toMatchObject(wanted);
        expect(bridge.requestsTo('PUT /agent/presence')[0]?.body).toEqual(wanted);
        await client.finishWrapUp();
        expect(bridge.requestsTo('DELETE /agent/wrap-up')).toHaveLength(1);
    });

    it('asks for the calls of a Case', async () => {
        expect(await client.caseCalls('500000000000042AAA')).toEqual({ calls: [] });
    });

    it.each(['003000000000002AAA', null])('says that %s is calling', async (candidateId) => {
        await client.chooseCaller('asterisk:1700/1 a', candidateId);

        const [request] = bridge.requestsTo('PUT /agent/calls/asterisk%3A1700%2F1%20a/contact');
        expect(request?.body).toEqual({ candidateId });
        expect(request?.headers.get('content-type')).toBe('application/json');
    });

    it('asks for the history of a day', async () => {
        bridge.setHistory([talkingCall()]);

        expect((await client.history('2026-11-23')).calls).toHaveLength(1);
        expect(bridge.requestsTo('GET /agent/history?day=2026-11-23')).toHaveLength(1);
    });

    it('asks for a ticket to a recording', async () => {
        await client.recordingTicket('2026/1');

        expect(bridge.requestsTo('POST /recordings/2026%2F1/ticket')).toHaveLength(1);
    });

    it('repeats a request with a new session when the token is refused', async () => {
        bridge.answerWith('GET /agent/history', ({ headers }) => {
            const isOld = headers.get('authorization') === 'Bearer token-1';
            return isOld ? problemResponse(401) : new Response('{"day":"2026-11-23","calls":[]}');
        });

        expect(await client.history()).toEqual({ day: '2026-11-23', calls: [] });
        expect(bridge.requestsTo('POST /agent/session')).toHaveLength(2);
    });

    it.each([
        [401, 'unauthorised'],
        [403, 'forbidden'],
        [404, 'refused'],
        [409, 'refused'],
        [429, 'unreachable'],
        [503, 'unreachable']
    ])('calls HTTP %i %s and keeps the problem', async (status, kind) => {
        bridge.answerWith('POST /agent/calls/a/answer', () => problemResponse(status, { detail: 'do this' }));

        await expect(client.command('a', { action: 'answer' })).rejects.toMatchObject({
            kind,
            problem: { status, detail: 'do this' }
        });
    });

    it.each([
        ['an error that is no problem document', () => new Response('<h1>oops</h1>', { status: 502 })],
        ['an answer that is no JSON', () => new Response('<h1>hello</h1>')]
    ])('takes %s for a bridge out of reach', async (_name, answer) => {
        bridge.answerWith('GET /agent/history', answer);

        await expect(client.history()).rejects.toMatchObject({ kind: 'unreachable' });
    });
});
