import fc from 'fast-check';
import type { ClaimedRecording } from '../../../src/calls/recording.ts';
import type { Store } from '../../../src/store/openStore.ts';
import { queryDatabase } from '../../support/databaseClient.ts';
import { createTestDatabase, openTestStore } from '../../support/testDatabase.ts';
import { absent, ago, copyOf, DAY_MS, LEASE_MS, recordingsOf, tellCall } from './recordedCalls.ts';

let address: Awaited<ReturnType<typeof createTestDatabase>>;
let replicas: [Store, Store];
let stopFollowing: (() => Promise<void>)[];
let runs = 0;

beforeAll(async () => {
    address = await createTestDatabase();
    replicas = [await openTestStore(address), await openTestStore(address)];
    const ignore = () => undefined;
    stopFollowing = await Promise.all(
        replicas.map((each) => each.followChanges({ onChange: ignore, onPresence: ignore, onLost: ignore }))
    );
});
afterAll(async () => {
    await Promise.all(stopFollowing.map((stop) => stop()));
    await Promise.all(replicas.map((each) => each.close()));
});

const byAna = { by: 'Ana', reason: 'Processo 123/2026' };
const CALLS = 3;

type Act =
    | { readonly kind: 'claim'; readonly lapses: boolean }
    | { readonly kind: 'complete' | 'fail' | 'failForGood'; readonly of: number }
    | { readonly kind: 'hold' | 'release' | 'erase' | 'retry'; readonly call: number }
    | { readonly kind: 'reap' | 'retention' | 'done' };
type Step = Act & { readonly replica: 0 | 1 };

const act: fc.Arbitrary<Act> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('claim' as const), lapses: fc.boolean() }) },
    {
        weight: 4,
        arbitrary: fc.record({ kind: fc.constantFrom('complete', 'fail', 'failForGood'), of: fc.nat(9) })
    },
    {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constantFrom('hold', 'release', 'erase', 'retry'), call: fc.nat(CALLS - 1) })
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('reap', 'retention', 'done') }) }
);
const step: fc.Arbitrary<Step> = fc
    .tuple(act, fc.constantFrom(0 as const, 1 as const))
    .map(([each, replica]) => ({ ...each, replica }));
/** What happens at one moment, one moment after the other. */
const story = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 14 });

interface Claim {
    readonly claimed: ClaimedRecording;
    readonly replica: 0 | 1;
    readonly lapses: boolean;
    /** Nobody began to end it. */
    live: boolean;
}

/** Plays a story on calls of its own, and notes whatever must never be. */
function createPlay(prefix: string) {
    const wrongs: string[] = [];
    const claims: Claim[] = [];
    const copied = new Map<string, string>();
    const decided = new Set<string>();
    /** What was not decided on when a hold was told to be set, until somebody begins to release it. */
    const kept = new Map<string, Set<string>>();
    /** Counts the beginnings and the ends of releases, by protocol. */
    const releases = new Map<string, number>();
    const protocolOf = (call: number) => `P-${prefix}-${call}`;
    const isOurs = ({ callId }: { readonly callId: string }) => callId.startsWith(`test:${prefix}-`);

    function noteDecided(deleting: readonly { readonly id: string; readonly protocol: string }[]): void {
        for (const { id, protocol } of deleting) {
            if (decided.has(id)) wrongs.push(`${id} was decided on twice`);
            decided.add(id);
            if (kept.get(protocol)?.has(id)) wrongs.push(`${id} is deleted although it is held`);
        }
    }

    async function claim(replica: 0 | 1, lapses: boolean): Promise<void> {
        const taken = await replicas[replica].recordings.queue.claim(2, lapses ? 0 : LEASE_MS);
        for (const claimed of taken.filter(isOurs)) {
            const isTaken = claims.some((other) => other.live && !other.lapses && other.claimed.id === claimed.id);
            if (isTaken && !lapses) wrongs.push(`${claimed.id} was claimed twice`);
            claims.push({ claimed, replica, lapses, live: true });
        }
    }

    async function end(claimEnded: Claim, kind: 'complete' | 'fail' | 'failForGood'): Promise<void> {
        const { claimed, replica, lapses } = claimEnded;
        const wasLive = claimEnded.live && !lapses;
        claimEnded.live = false;
        const { queue } = replicas[replica].recordings;
        if (kind !== 'complete')
            return queue.fail(claimed, { ...absent, retryInMs: kind === 'failForGood' ? null : 0 });
        // every copy has a name of its own, and whoever asks again is told of theirs
        const file = `${claimed.id}-${claimed.lease}`;
        const isCopied = await queue.complete(claimed, { ...copyOf(claimed), file });
        if (isCopied && (copied.get(claimed.id) ?? file) !== file) wrongs.push(`${claimed.id} was copied twice`);
        if (isCopied) copied.set(claimed.id, file);
        else if (wasLive && (await stateOf(claimed.id)) !== 'deleted')
            wrongs.push(`${claimed.id} lost its claim to nobody`);
    }

    async function hold(store: Store, call: number): Promise<void> {
        const protocol = protocolOf(call);
        const releasesBefore = releases.get(protocol);
        await store.recordings.hold(protocol, byAna);
        const recordings = await recordingsOf(store, `${prefix}-${call}`);
        if (releases.get(protocol) !== releasesBefore) return;
        kept.set(protocol, new Set(recordings.filter(({ deletion }) => deletion === null).map(({ id }) => id)));
    }

    async function release(store: Store, call: number): Promise<void> {
        const protocol = protocolOf(call);
        const count = () => releases.set(protocol, (releases.get(protocol) ?? 0) + 1);
        count();
        kept.delete(protocol);
        await store.recordings.release(protocol);
        count();
        kept.delete(protocol);
    }

    async function erase(store: Store, call: number): Promise<void> {
        const erased = await store.recordings.deletion.decideErasure(protocolOf(call), byAna);
        // what was decided before and is not done is given again
        if (erased !== null && erased !== 'held') noteDecided(erased.filter(({ id }) => !decided.has(id)));
    }

    const play = async (each: Step): Promise<void> => {
        const store = replicas[each.replica];
        switch (each.kind) {
            case 'claim':
                return claim(each.replica, each.lapses);
            case 'complete':
            case 'fail':
            case 'failForGood': {
                const ended = claims.at(-1 - each.of);
                return ended && end(ended, each.kind);
            }
            case 'hold':
                return hold(store, each.call);
            case 'release':
                return release(store, each.call);
            case 'erase':
                return erase(store, each.call);
            case 'retry':
                return void (await store.recordings.retry(protocolOf(each.call)));
            case 'reap':
                return void (await store.recordings.queue.reap());
            case 'retention':
                return noteDecided(await store.recordings.deletion.decideRetention(ago(0), 2));
            case 'done':
                for (const { id } of await store.recordings.deletion.unfinished(2, 0))
                    await store.recordings.deletion.done(id);
        }
    };

    /** Whoever still copies finishes, and what is left is copied. */
    async function finish(): Promise<void> {
        for (const claimed of claims.filter(({ live }) => live)) await end(claimed, 'complete');
        for (let call = 0; call < CALLS; call++) await replicas[0].recordings.retry(protocolOf(call));
        await replicas[0].recordings.queue.reap();
        await claim(0, false);
        await claim(1, false);
        for (const claimed of claims.filter(({ live }) => live)) await end(claimed, 'complete');
    }

    return { play, finish, wrongs, copied, decided };
}

interface StateRow {
    id: string;
    state: string;
}

const readStates = () =>
    queryDatabase<StateRow>(
        address,
        `SELECT id, CASE WHEN deletion_at IS NOT NULL THEN 'deleted' WHEN copied_at IS NOT NULL THEN 'stored' ELSE 'lacking' END AS state
         FROM recordings ORDER BY id`
    );
const stateOf = async (wanted: string) => (await readStates()).find(({ id }) => id === wanted)?.state;

test('whatever two replicas do at one moment, no copy is made twice, nothing held is deleted and nothing is lost', async () => {
    await fc.assert(
        fc.asyncProperty(story, async (moments) => {
            const prefix = `run${runs++}`;
            await queryDatabase(address, 'DELETE FROM recordings');
            for (let call = 0; call < CALLS; call++)
                await tellCall(replicas[0], `${prefix}-${call}`, {
                    endedMsAgo: 100 * DAY_MS,
                    names: call === 0 ? ['a', 'b'] : ['a']
                });
            const told = (await readStates()).map(({ id }) => id);
            const { play, finish, wrongs, copied, decided } = createPlay(prefix);
            for (const moment of moments) await Promise.all(moment.map(play));
            await finish();
            expect(wrongs).toEqual([]);
            const expected = told.map((id) => ({
                id,
                state: decided.has(id) ? 'deleted' : copied.has(id) ? 'stored' : 'lacking'
            }));
            expect(await readStates()).toEqual(expected);
            expect(expected.filter(({ state }) => state === 'lacking')).toEqual([]);
        }),
        { numRuns: 60 }
    );
});
