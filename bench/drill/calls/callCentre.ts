import { setTimeout as wait } from 'node:timers/promises';
import type { Ledger } from '../ledger.ts';
import type { BridgeDatabase } from '../stack/bridgeDatabase.ts';
import { createRandom } from '../random.ts';
import type { Pbx } from './pbx.ts';
import { type Known, readRecordings, recast, type RecordedCall, RECORDING_NAMES } from './recordedCall.ts';
import { type RecordingSpool, recordingsToldBy } from './recordingSpool.ts';
import { planWebhookCall, tellWebhookCall, type WebhookCall } from './webhookCall.ts';
import type { WebhookSide } from './webhookSide.ts';

export type PlannedCall = { readonly beginsAtMs: number } & (
    { readonly side: 'webhook'; readonly call: WebhookCall } | { readonly side: 'pbx'; readonly call: RecordedCall }
);

interface PlanOptions {
    /** Of the part: names its calls. */
    readonly name: string;
    readonly count: number;
    readonly seed: number;
    /** How long until the last call begins. */
    readonly loadMs: number;
    readonly agents: readonly string[];
}

const SHARE_ON_PBX = 0.15;
/** Mobile numbers that nobody in the org's seed has. */
const FIRST_NUMBER = 5_511_960_000_000;

/** Which calls come, when, and what happens in each: all of it from the seed. */
export async function planCalls({ name, count, seed, loadMs, agents }: PlanOptions): Promise<PlannedCall[]> {
    const recordings = await readRecordings();
    const random = createRandom(seed, `calls ${name}`);
    return Array.from({ length: count }, (_, index): PlannedCall => {
        const beginsAtMs = random.between(0, loadMs);
        const number = String(FIRST_NUMBER + index);
        if (random.chance(SHARE_ON_PBX)) {
            const recording = random.pick(RECORDING_NAMES);
            const [first = '', second = ''] = random.shuffled(agents);
            const cast = { index: index + 1, number, agents: [first, second] as const };
            return { beginsAtMs, side: 'pbx', call: recast(recording, recordings.get(recording) ?? [], cast) };
        }
        return { beginsAtMs, side: 'webhook', call: planWebhookCall(`${name}${index + 1}`, number, agents, random) };
    }).toSorted((a, b) => a.beginsAtMs - b.beginsAtMs);
}

interface CallCentre {
    readonly webhook: WebhookSide;
    readonly pbx: Pbx;
    readonly database: BridgeDatabase;
    readonly ledger: Ledger;
    readonly spool: RecordingSpool;
    readonly signal: AbortSignal;
}

/** How long a recorded call goes on for the bridge to hear of it; longer than the bridge may be away. */
const HEARD_LIMIT_MS = 60_000;

/** Lets every call take place at its time. Resolves once the telephony sides have said all that there was to say. */
export async function takeCalls(calls: readonly PlannedCall[], centre: CallCentre): Promise<void> {
    const { webhook, pbx, database, ledger, spool, signal } = centre;
    const heard = (known: Known) => database.knows(known, HEARD_LIMIT_MS);
    const beganMs = Date.now();
    await Promise.all(
        calls.map(async (planned) => {
            await wait(Math.max(0, beganMs + planned.beginsAtMs - Date.now()), undefined, { signal });
            ledger.calls.push(planned.call.entry);
            const told =
                planned.side === 'webhook'
                    ? tellWebhookCall(planned.call, webhook, signal)
                    : pbx.play(planned.call, heard, signal);
            await Promise.all([told, ...recordingsToldBy(planned).map((told) => spool.bring(told, ledger))]);
        })
    );
}
