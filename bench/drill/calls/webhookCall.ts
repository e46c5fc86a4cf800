import { setTimeout as wait } from 'node:timers/promises';
import type { LedgerCall } from '../ledger.ts';
import type { Random } from '../random.ts';
import type { StoryEvent } from './scene.ts';
import { STORY_WEIGHTS, tellStory } from './stories.ts';
import type { WebhookSide } from './webhookSide.ts';

/**
 * How the telephony side tells of a call.
 * - `inOrder`: each event when it happens, after the answer to the one before
 * - `late`: each by itself, up to some seconds after it happened, so that events cross
 * - `shuffled`: all once the call is over, in any order
 */
type Manner = 'inOrder' | 'late' | 'shuffled';

/** A call of which signed webhooks tell. */
export interface WebhookCall {
    readonly entry: LedgerCall;
    readonly manner: Manner;
    /** In the order of telling, with milliseconds after the call's beginning. */
    readonly tellings: readonly Telling[];
    readonly facts: Readonly<Record<string, string | null>>;
}

interface Telling {
    /** The `webhook-id`: a repeated telling has that of the first. */
    readonly id: string;
    readonly event: StoryEvent;
    readonly sendAtMs: number;
    readonly isRepeat: boolean;
}

const MANNERS = { inOrder: 60, late: 20, shuffled: 20 } as const;
const SHARE_REPEATED = 0.12;
const LATEST_MS = 5_000;
/** Customers of the org's seed: a number that several calls have. */
const KNOWN_NUMBERS = ['5511987654321', '1122953040', '+55 41 3026-4500', '(21) 98765-4321'];

/**
 * @param name of the call on the telephony side; no other call of the part has it
 * @param ownNumber that no other call has
 */
export function planWebhookCall(
    name: string,
    ownNumber: string,
    agents: readonly string[],
    random: Random
): WebhookCall {
    const storyName = random.weighted(STORY_WEIGHTS);
    const { direction, events, served } = tellStory(storyName, name, agents, random);
    const number = random.weighted({ own: 70, known: 20, withheld: 10 });
    const facts = {
        direction,
        number: { own: ownNumber, known: random.pick(KNOWN_NUMBERS), withheld: null }[number],
        queue: 'Atendimento',
        // a call that its number does not name must be known by its protocol
        ...((number !== 'own' || random.chance(0.5)) && { protocol: `P-${name}` })
    };
    // a consult is known by its offer and by who had the customer before: docs/webhook.md asks for the order
    const isConsult = events.some((event) => 'kind' in event && event.kind === 'consult');
    const manner = isConsult ? 'inOrder' : random.weighted(MANNERS);
    return {
        entry: {
            id: `webhook:${name}`,
            story: `${storyName} ${manner}`,
            protocol: facts.protocol ?? null,
            number: number === 'own' ? ownNumber : null,
            served: served.map(({ legId, agent }) => ({ legId: `webhook:${legId}`, agent }))
        },
        manner,
        tellings: planTellings(name, events, manner, random),
        facts
    };
}

function planTellings(name: string, events: readonly StoryEvent[], manner: Manner, random: Random): Telling[] {
    const overMs = events.at(-1)?.atMs ?? 0;
    const sendAtMs: Readonly<Record<Manner, (event: StoryEvent) => number>> = {
        inOrder: ({ atMs }) => atMs,
        late: ({ atMs }) => atMs + random.between(0, LATEST_MS),
        shuffled: () => overMs + random.between(0, 500)
    };
    const firsts = events.map((event, index) => ({
        id: `${name}-${index + 1}`,
        event,
        sendAtMs: sendAtMs[manner](event),
        isRepeat: false
    }));
    const repeats = firsts
        .filter(() => random.chance(SHARE_REPEATED))
        .map((telling) => ({ ...telling, sendAtMs: telling.sendAtMs + random.between(0, LATEST_MS), isRepeat: true }));
    return [...firsts, ...repeats].toSorted((a, b) => a.sendAtMs - b.sendAtMs);
}

/** Resolves once every event of the call is acknowledged. */
export async function tellWebhookCall(call: WebhookCall, side: WebhookSide, signal: AbortSignal): Promise<void> {
    const beganMs = Date.now();
    const send = async ({ id, event: { atMs, ...event }, sendAtMs, isRepeat }: Telling): Promise<void> => {
        await wait(Math.max(0, beganMs + sendAtMs - Date.now()), undefined, { signal });
        if (isRepeat) side.counts.repeated += 1;
        const callId = call.entry.id.slice('webhook:'.length);
        const at = new Date(beganMs + atMs).toISOString();
        await side.deliver(id, { ...event, callId, at, facts: call.facts });
    };
    if (call.manner !== 'inOrder') return void (await Promise.all(call.tellings.map(send)));
    const repeats: Promise<void>[] = [];
    for (const telling of call.tellings.filter(({ isRepeat }) => !isRepeat)) {
        await send(telling);
        // a repeat is of what was told: it does not come before it
        const repeat = call.tellings.find(({ id, isRepeat }) => isRepeat && id === telling.id);
        if (repeat) repeats.push(send(repeat));
    }
    await Promise.all(repeats);
}
