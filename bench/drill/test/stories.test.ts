import fc from 'fast-check';
import { applyEvent } from '../../../bridge-server/src/calls/applyEvent.ts';
import type { Call } from '../../../bridge-server/src/calls/call.ts';
import type { CallEvent } from '../../../bridge-server/src/contract/callEvent.ts';
import { STORY_WEIGHTS, type Story, type StoryName, tellStory } from '../calls/stories.ts';
import { createRandom } from '../random.ts';

const AGENTS = ['1001', '1002', '1003', '1004'];
const BEGAN_MS = Date.parse('2026-11-23T12:00:00.000Z');
const NAMES = Object.keys(STORY_WEIGHTS) as StoryName[];
/** A consult is known by its offer and by who had the customer before, so its call is told in order. */
const TOLD_IN_ORDER = new Set<StoryName>(['attendedTransfer', 'consultOnly']);

const eventsOf = ({ events, direction }: Story): CallEvent[] =>
    events.map(({ atMs, ...event }, index) => ({
        ...event,
        key: `${index}`,
        callId: 'webhook:c',
        at: new Date(BEGAN_MS + atMs).toISOString(),
        facts: { direction }
    }));

const reduce = (events: readonly CallEvent[]): Call | null =>
    events.reduce<Call | null>((call, event) => applyEvent(call, event), null);

/** Who had the customer, by what the bridge makes of the events. */
const servedIn = (call: Call | null): string[] =>
    (call?.direction === 'internal' ? [] : (call?.legs ?? []))
        .filter(({ answeredAt }) => answeredAt !== null)
        .toSorted((a, b) => ((a.answeredAt ?? '') < (b.answeredAt ?? '') ? -1 : 1))
        .map(({ id }) => id);

const story = fc
    .record({ name: fc.constantFrom(...NAMES), seed: fc.nat() })
    .map(({ name, seed }) => ({ name, seed, told: tellStory(name, 'c', AGENTS, createRandom(seed, 'story')) }));

test('what the ledger expects of a story is what its events say, in whatever order they are told', () => {
    fc.assert(
        fc.property(story, ({ name, seed, told }) => {
            const events = eventsOf(told);
            const order = TOLD_IN_ORDER.has(name) ? events : createRandom(seed, 'order').shuffled(events);
            const call = reduce(order);
            expect(servedIn(call)).toEqual(told.served.map(({ legId }) => legId));
            expect(call?.legs.every(({ state }) => state === 'ended')).toBe(true);
        }),
        { numRuns: 500 }
    );
});

test('the same seed tells the same story', () => {
    const told = (seed: number) => tellStory('twoTransfers', 'c', AGENTS, createRandom(seed, 'story'));
    expect(told(7)).toEqual(told(7));
    expect(told(7)).not.toEqual(told(8));
});
