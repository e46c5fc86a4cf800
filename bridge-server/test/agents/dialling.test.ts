import { setImmediate as settled } from 'node:timers/promises';
import { createDialling } from '../../src/agents/dialling.ts';
import type { Caller } from '../../src/calls/call.ts';
import type { Agent } from '../../src/contract/agentApi.ts';
import { candidate, legEvent, NOBODY, play } from '../calls/story.ts';

const ana: Agent = { userId: '005', name: 'Ana Souza', extension: '1001', timeZone: 'America/Sao_Paulo' };
const maria = candidate('003A');

const byId = (id: string) => Promise.resolve(id === maria.id ? maria : null);

function setUp({ stored = [null] as (Caller | null)[], candidateById = byId } = {}) {
    const dialled: string[] = [];
    const chosen: unknown[] = [];
    const errors: unknown[] = [];
    const dial = createDialling({
        dial: (_agent, number) => {
            dialled.push(number);
            return Promise.resolve('test:1');
        },
        callById: () => Promise.resolve({ ...play(legEvent('callDialled', 0, '1001')), caller: stored[0] ?? null }),
        candidateById,
        chooseCaller: (_callId, from, caller) => {
            if (stored.length > 1) {
                stored.shift();
                return Promise.resolve(false);
            }
            chosen.push([from, caller]);
            return Promise.resolve(true);
        },
        onError: (error) => void errors.push(error)
    });
    return { dial, dialled, chosen, errors };
}

test.each([
    ['(11) 98765-4321', '+5511987654321'],
    ['0 15 11 98765 4321', '+5511987654321'],
    ['+1 212 555 0100', '+12125550100'],
    ['0800 722 1234', '+558007221234'],
    ['1002', '1002'],
    ['190', '190'],
    ['*72', '*72']
])('%s is dialled as %s', async (typed, number) => {
    const { dial, dialled } = setUp();
    expect(await dial(ana, typed, null)).toEqual({ callId: 'test:1' });
    expect(dialled).toEqual([number]);
});

test.each([
    ['98765-4321', 'number-without-area'],
    ['2295-3040', 'number-without-area'],
    ['padaria', 'number-unreadable'],
    ['123456789012345678', 'number-unreadable']
])('%s is refused: %s', async (typed, name) => {
    const { dial, dialled } = setUp();
    await expect(dial(ana, typed, null)).rejects.toMatchObject({ status: 400, type: `urn:softphone-bridge:${name}` });
    expect(dialled).toEqual([]);
});

test("who is called from a record's page is the caller", async () => {
    const { dial, chosen } = setUp();
    await dial(ana, '11987654321', maria.id);
    await settled();
    expect(chosen).toEqual([[null, { who: maria, reason: 'chosenByAgent', others: [] }]]);
});

test('also when the lookup finds somebody else in the same moment', async () => {
    const helena = candidate('003B');
    const found: Caller = { who: helena, reason: 'servedLast', others: [maria] };
    const { dial, chosen } = setUp({ stored: [NOBODY, found] });
    await dial(ana, '11987654321', maria.id);
    await settled();
    expect(chosen).toEqual([[found, { who: maria, reason: 'chosenByAgent', others: [helena] }]]);
});

test('a record that nobody can read keeps nobody from calling', async () => {
    const { dial, dialled, chosen } = setUp();
    await dial(ana, '11987654321', '003Z');
    await settled();
    expect(dialled).toEqual(['+5511987654321']);
    expect(chosen).toEqual([]);
});

test('nobody waits for Salesforce before they are told that their telephone is called', async () => {
    const { dial, errors } = setUp({ candidateById: () => new Promise(() => undefined) });
    expect(await dial(ana, '11987654321', maria.id)).toEqual({ callId: 'test:1' });
    expect(errors).toEqual([]);
});

test('a call that is placed is no failure because it cannot be noted whom it is for', async () => {
    const away = new Error('Salesforce does not answer');
    const { dial, chosen, errors } = setUp({ candidateById: () => Promise.reject(away) });
    expect(await dial(ana, '11987654321', maria.id)).toEqual({ callId: 'test:1' });
    await settled();
    expect([chosen, errors]).toEqual([[], [away]]);
});

test('what the agent says meanwhile stands', async () => {
    const byHand: Caller = { who: candidate('003B'), reason: 'chosenByAgent', others: [] };
    const { dial, chosen } = setUp({ stored: [byHand] });
    await dial(ana, '11987654321', maria.id);
    await settled();
    expect(chosen).toEqual([]);
});
