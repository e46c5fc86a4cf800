import { createCaseCalls } from '../../src/agents/caseCalls.ts';
import type { Call } from '../../src/calls/call.ts';
import type { Agent } from '../../src/contract/agentApi.ts';
import { caseCallsSchema } from '../../src/contract/caseCalls.ts';
import { toLongId } from '../../src/salesforce/recordId.ts';
import { event, inbound, legEvent, play, second } from '../calls/story.ts';

const ana: Agent = { userId: '005a', name: 'Ana Souza', extension: '1001', timeZone: 'America/Sao_Paulo' };
const CASE_ID = '500gL000000000BQAQ';

const events = [
    event('callArrived', 0, inbound),
    legEvent('legOffered', 1, '1001'),
    legEvent('legAnswered', 3, '1001'),
    legEvent('legHeld', 10, '1001'),
    legEvent('legResumed', 14, '1001'),
    event('recordingStarted', 3),
    legEvent('legOffered', 20, '1009', { kind: 'consult' }),
    legEvent('legTransferred', 30, '1001', { mode: 'attended', to: '1009' }),
    legEvent('legAnswered', 31, '1009'),
    legEvent('legHeld', 40, '1009'),
    legEvent('legResumed', 46, '1009'),
    legEvent('legEnded', 60, '1009'),
    event('callEnded', 60)
];

function setUp(change: (call: Call) => Call = (call) => call, mayRead = true) {
    const call = change(play(...events));
    const callsOfCase = jest.fn((_caseId: string) => Promise.resolve([{ call, events }]));
    const asked = jest.fn((_userId: string, _recordId: string) => Promise.resolve(mayRead));
    const caseCalls = createCaseCalls({
        callsOfCase,
        toLongId,
        mayRead: asked,
        nameOf: (extension) => (extension === '1001' ? 'Ana Souza' : null)
    });
    return { caseCalls, callsOfCase, asked };
}

test('a call of a Case, as the contract has it', async () => {
    const { caseCalls } = setUp((call) => ({
        ...call,
        protocol: '20261123000001',
        legs: call.legs.map((leg) => ({ ...leg, note: { reason: 'Troca', text: leg.agent, at: second(61) } }))
    }));
    const answer = await caseCalls(ana, CASE_ID);
    expect(caseCallsSchema.parse(answer)).toEqual(answer);
    expect(answer.calls).toEqual([
        {
            callId: 'test:1',
            protocol: '20261123000001',
            direction: 'inbound',
            numberDisplay: '(11) 98765-4321',
            queue: 'suporte',
            startedAt: second(0),
            answeredAt: second(3),
            endedAt: second(60),
            heldMs: 10_000,
            recorded: true,
            notes: [
                { agent: 'Ana Souza', reason: 'Troca', text: '1001' },
                { agent: '1009', reason: 'Troca', text: '1009' }
            ],
            timeline: expect.arrayContaining([expect.objectContaining({ what: 'transferred', detail: '1009' })])
        }
    ]);
});

test('the Case is asked for with its long id, in the name of the agent', async () => {
    const { caseCalls, callsOfCase, asked } = setUp();
    await caseCalls(ana, CASE_ID.slice(0, 15));
    expect(asked).toHaveBeenCalledWith('005a', CASE_ID);
    expect(callsOfCase).toHaveBeenCalledWith(CASE_ID);
});

const REFUSED = { status: 403, type: 'urn:softphone-bridge:case-not-readable' };

test('an agent who may not read the Case hears nothing of its calls', async () => {
    const { caseCalls, callsOfCase } = setUp(undefined, false);
    await expect(caseCalls(ana, CASE_ID)).rejects.toMatchObject(REFUSED);
    expect(callsOfCase).not.toHaveBeenCalled();
});

test.each(['', 'x', '003gL0000000003QAA', "500' OR Id != '"])('%j is no Case, and nobody is asked', async (id) => {
    const { caseCalls, asked } = setUp();
    await expect(caseCalls(ana, id)).rejects.toMatchObject(REFUSED);
    expect(asked).not.toHaveBeenCalled();
});
