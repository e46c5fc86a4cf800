import { setTimeout as wait } from 'node:timers/promises';
import { pseudoRandom } from '../../local-org/src/faults/pseudoRandom.ts';
import { mobileOf } from '../local-org/phoneContacts.ts';
import type { WebhookEvent } from './webhookSender.ts';

export interface CallLoadOptions {
    readonly callsPerSecond: number;
    readonly seconds: number;
    /** Names the calls of this load, and draws its moments. */
    readonly seed: number;
    /** Extensions. */
    readonly agents: readonly string[];
    /** The index of the first caller among the org's contacts, and how many there are. */
    readonly firstCaller: number;
    readonly callers: number;
    readonly tell: (event: WebhookEvent) => Promise<void>;
    readonly onAnswering: (callId: string) => void;
}

export interface CallLoadResult {
    readonly calls: number;
    /** The most calls that were under way at one time. */
    readonly mostAtOnce: number;
}

/** A call's moments, in ms from the beginning of the load. */
interface PlannedCall {
    readonly callId: string;
    readonly number: string;
    readonly agent: string;
    readonly offeredMs: number;
    readonly answeredMs: number;
    readonly endedMs: number;
}

const RINGING_MS = { from: 1_000, to: 3_000 };
const TALKING_MS = { from: 2_000, to: 4_000 };

/**
 * Calls that come as calls come: each by itself, so many a second on average (a Poisson process). Each rings 1 to 3 s,
 * is answered, and ends 2 to 4 s later. Resolves once the last has ended.
 */
export async function runCallLoad(options: CallLoadOptions): Promise<CallLoadResult> {
    const startedAt = Date.now();
    let atOnce = 0;
    let mostAtOnce = 0;
    const calls = planCalls(options);
    await Promise.all(
        calls.map(async (call) => {
            const until = (moment: number) => wait(Math.max(0, startedAt + moment - Date.now()));
            await until(call.offeredMs);
            mostAtOnce = Math.max(mostAtOnce, ++atOnce);
            await runCall(call, until, options);
            atOnce -= 1;
        })
    );
    return { calls: calls.length, mostAtOnce };
}

async function runCall(
    call: PlannedCall,
    until: (moment: number) => Promise<void>,
    { tell, onAnswering }: CallLoadOptions
): Promise<void> {
    const { callId, number } = call;
    const ofCall = () => ({ callId, at: new Date().toISOString(), facts: { direction: 'inbound', number } });
    const ofLeg = () => ({ ...ofCall(), legId: `${callId}/${call.agent}`, agent: call.agent });
    await tell({ type: 'legOffered', ...ofLeg() });
    await until(call.answeredMs);
    onAnswering(callId);
    await tell({ type: 'legAnswered', ...ofLeg() });
    await until(call.endedMs);
    await tell({ type: 'legEnded', ...ofLeg() });
    await tell({ type: 'callEnded', ...ofCall() });
}

function planCalls({ callsPerSecond, seconds, seed, agents, firstCaller, callers }: CallLoadOptions): PlannedCall[] {
    const random = pseudoRandom(seed);
    const between = ({ from, to }: { from: number; to: number }) => from + random() * (to - from);
    const calls: PlannedCall[] = [];
    let offeredMs = 0;
    for (let index = 0; index < callsPerSecond * seconds; index++) {
        offeredMs += (-Math.log(1 - random()) * 1000) / callsPerSecond;
        const answeredMs = offeredMs + between(RINGING_MS);
        calls.push({
            callId: `load-${seed}-${index}`,
            number: `55${mobileOf((firstCaller + index) % callers)}`,
            agent: agents[Math.floor(random() * agents.length)] ?? '',
            offeredMs,
            answeredMs,
            endedMs: answeredMs + between(TALKING_MS)
        });
    }
    return calls;
}
