import { createCallerCorrection } from '../../src/agents/correctCaller.ts';
import type { Call, Caller } from '../../src/calls/call.ts';
import type { Agent, Candidate } from '../../src/contract/agentApi.ts';
import { candidate, event, inbound, legEvent, NOBODY, play } from '../calls/story.ts';

const ana: Agent = { userId: '005a', name: 'Ana Souza', extension: '1001', timeZone: 'America/Sao_Paulo' };

const FOUND: Caller = { who: candidate('a'), reason: 'firstFound', others: [candidate('b')] };
const call = play(
    event('callArrived', 0, inbound),
    legEvent('legOffered', 1, '1001'),
    legEvent('legAnswered', 2, '1001')
);

function setUp(caller: Caller | null, options: { call?: Call | null; onRecord?: Candidate[]; stored?: boolean } = {}) {
    const candidateById = jest.fn((id: string) =>
        Promise.resolve(options.onRecord?.find((each) => each.id.startsWith(id)) ?? null)
    );
    const store = jest.fn((_callId: string, _from: Caller, _chosen: Caller) => Promise.resolve(options.stored ?? true));
    const correct = createCallerCorrection({
        callById: () => Promise.resolve(options.call === undefined ? { ...call, caller } : options.call),
        candidateById,
        store
    });
    return { choose: (id: string | null) => correct(ana, call.id, id), candidateById, store };
}

const chosenIn = ({ store }: ReturnType<typeof setUp>): Caller | undefined => store.mock.calls[0]?.[2];

test('one of the candidates is chosen without asking Salesforce', async () => {
    const side = setUp(FOUND);
    await side.choose('b');
    expect(chosenIn(side)).toEqual({ who: candidate('b'), reason: 'chosenByAgent', others: [candidate('a')] });
    expect(side.candidateById).not.toHaveBeenCalled();
});

test('nobody known is chosen, and everybody stays to be chosen', async () => {
    const side = setUp(FOUND);
    await side.choose(null);
    expect(chosenIn(side)).toEqual({
        who: null,
        reason: 'chosenByAgent',
        others: [candidate('a'), candidate('b')]
    });
});

test('anybody on record is chosen, and the earlier ones stay among the others', async () => {
    const side = setUp(FOUND, { onRecord: [candidate('z')] });
    await side.choose('z');
    expect(side.store).toHaveBeenCalledWith(call.id, FOUND, {
        who: candidate('z'),
        reason: 'chosenByAgent',
        others: [candidate('a'), candidate('b')]
    });
});

test('somebody on record is chosen for a number that nobody has', async () => {
    const side = setUp(NOBODY, { onRecord: [candidate('z')] });
    await side.choose('z');
    expect(chosenIn(side)).toMatchObject({ who: { id: 'z' }, others: [] });
});

test('a record that turns out to be one of the candidates is not there twice', async () => {
    // by an id of 15 characters, or by the account of a person
    const side = setUp(FOUND, { onRecord: [candidate('b')] });
    side.candidateById.mockResolvedValueOnce(candidate('b'));
    await side.choose('another id of b');
    expect(chosenIn(side)).toEqual({ who: candidate('b'), reason: 'chosenByAgent', others: [candidate('a')] });
});

test('who is tried one after the other is bounded, and the last ones stay', async () => {
    const others = Array.from({ length: 10 }, (_, index) => candidate(`o${index}`));
    const side = setUp({ ...FOUND, others }, { onRecord: [candidate('z')] });
    await side.choose('z');
    expect(chosenIn(side)?.others.map(({ id }) => id)).toEqual(['a', ...others.slice(0, 9).map(({ id }) => id)]);
});

test('choosing the same again stores nothing', async () => {
    const side = setUp({ ...FOUND, reason: 'chosenByAgent' });
    await side.choose('a');
    expect(side.store).not.toHaveBeenCalled();
});

test.each([
    ['no such call', { call: null }, FOUND, 404, 'call-unknown'],
    [
        "a colleague's call",
        { call: { ...call, legs: call.legs.map((leg) => ({ ...leg, agent: '1002' })) } },
        FOUND,
        403,
        'call-not-yours'
    ],
    ['a lookup that is not done', {}, null, 409, 'caller-pending'],
    ['a record that the org does not have', {}, FOUND, 404, 'candidate-unknown'],
    [
        "a choice that somebody else's overtook",
        { onRecord: [candidate('z')], stored: false },
        FOUND,
        409,
        'caller-changed'
    ]
])('%s is refused', async (_, options, caller, status, name) => {
    const side = setUp(caller, options);
    await expect(side.choose('z')).rejects.toMatchObject({ status, type: `urn:softphone-bridge:${name}` });
});
