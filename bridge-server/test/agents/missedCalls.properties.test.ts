import fc from 'fast-check';
import { event, inbound, legEvent, second } from '../calls/story.ts';
import { ANA, startPresenceReplica } from '../support/presenceReplica.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

/** How a call that rang at the agent came out. */
const outcomes = fc.constantFrom('missed', 'answered', 'refused', 'gaveUp', 'taken');
type Outcome = ReturnType<typeof outcomes.generate>['value'];

const END_REASON: Readonly<Record<Outcome, string>> = {
    missed: 'noAnswer',
    answered: 'hungUp',
    refused: 'refused',
    gaveUp: 'callerGone',
    taken: 'answeredElsewhere'
};

const SECONDS_A_CALL = 100;

function playCall(number: number, outcome: Outcome) {
    const call = { callId: `test:${number}`, legId: `leg ${number}` };
    const at = number * SECONDS_A_CALL;
    return [
        event('callArrived', at, { ...inbound, ...call }),
        legEvent('legOffered', at + 1, '1001', call),
        ...(outcome === 'answered' ? [legEvent('legAnswered', at + 5, '1001', call)] : []),
        legEvent('legEnded', at + 20, '1001', { ...call, reason: END_REASON[outcome] })
    ];
}

/** Missed calls in a row; who took or refused one is there, and the others say nothing. */
const inARow = (played: readonly Outcome[]): number => {
    const telling = played.filter((outcome) => outcome !== 'gaveUp' && outcome !== 'taken');
    return telling.length - 1 - telling.findLastIndex((outcome) => outcome !== 'missed');
};

test('an agent is paused by exactly so many missed calls in a row, however the calls between came out', async () => {
    await fc.assert(
        fc.asyncProperty(
            fc.array(outcomes, { maxLength: 10 }),
            fc.integer({ min: 1, max: 4 }),
            async (calls, limit) => {
                let clock = 0;
                const replica = await startPresenceReplica(await createTestDatabase(), () => second(clock), {
                    rules: { autoPauseAfterMissed: limit, wrapUpSeconds: 0 }
                });
                await replica.signedIn(ANA);
                let isPaused = false;
                for (const [index, outcome] of calls.entries()) {
                    clock = (index + 1) * SECONDS_A_CALL + 20;
                    await replica.record(...playCall(index + 1, outcome));
                    isPaused ||= inARow(calls.slice(0, index + 1)) >= limit;
                    const [agent] = await replica.store.presences.read(['1001']);
                    expect(agent?.presence.automatic).toBe(isPaused);
                }
                await replica.close();
            }
        ),
        { numRuns: 15 }
    );
});
