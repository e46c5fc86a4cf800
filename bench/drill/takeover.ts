import { setTimeout as wait } from 'node:timers/promises';
import { API_VERSION } from '../../bridge-server/src/salesforce/salesforceConnection.ts';
import { createWebhookSide, type WebhookSide } from './calls/webhookSide.ts';
import { createRandom } from './random.ts';
import { type BridgeDatabase, createBridgeDatabase } from './stack/bridgeDatabase.ts';
import { type DrillStack, startDrillStack } from './stack/drillStack.ts';
import type { KeptAlive } from './stack/keepAlive.ts';
import { createOrgAdministrator, type OrgAdministrator } from './stack/orgAdministrator.ts';

interface TakeoverOptions {
    readonly seed: number;
    readonly onLine: (process: string, line: string) => void;
    readonly signal: AbortSignal;
}

const ROUNDS = 3;
const HELD_UP_MS = 60_000;
const POLL_MS = 5;
const LIMIT_MS = 30_000;

/**
 * How long a call waits when the replica that works on it is killed: from the kill -9 until the other replica has its
 * Case, in milliseconds. The request under way is held up, so that the killed replica holds the call for sure; and the
 * other one is started after that, so that it cannot be the one that holds it.
 */
export async function measureTakeover({ seed, onLine, signal }: TakeoverOptions): Promise<number[]> {
    const stack = await startDrillStack({ replicas: 2, started: 1, amiPorts: [], onLine });
    const database = createBridgeDatabase(stack.postgres.address, signal);
    try {
        const org = createOrgAdministrator(stack.orgUrl, signal);
        let [holder] = stack.bridges;
        const tookMs: number[] = [];
        for (let round = 0; round < ROUNDS && holder; round++) {
            const url = stack.bridgeUrls[round % 2] ?? '';
            const webhook = createWebhookSide([url], createRandom(seed, `takeover ${round}`), signal);
            const other: KeptAlive = await takeHoldOfCall({ stack, org, webhook, round });
            const killedAt = performance.now();
            await holder.killForGood();
            await caseKnown(database, callName(round), signal);
            tookMs.push(performance.now() - killedAt);
            holder = other;
        }
        return tookMs;
    } finally {
        await database.close();
        await stack.stop();
    }
}

const callName = (round: number): string => `takeover-${round}`;

interface Round {
    readonly stack: DrillStack;
    readonly org: OrgAdministrator;
    readonly webhook: WebhookSide;
    readonly round: number;
}

/** Lets the only replica work on a call whose request gets no answer, and starts the other one. */
async function takeHoldOfCall({ stack, org, webhook, round }: Round): Promise<KeptAlive> {
    await org.control('POST', '/faults', {
        kind: 'delay',
        delayMs: HELD_UP_MS,
        times: 1,
        match: { method: 'POST', pathIncludes: `/v${API_VERSION}/composite` }
    });
    const callId = callName(round);
    const leg = { legId: `${callId}/1`, agent: '1001' };
    const facts = { direction: 'inbound', number: null };
    const tell = (type: string, more: object) =>
        webhook.deliver(`${callId}-${type}`, { type, callId, at: new Date().toISOString(), facts, ...more });
    await tell('callArrived', {});
    await tell('legOffered', leg);
    await tell('legAnswered', leg);
    const other = await stack.startBridge((round + 1) % 2);
    while (await isWaiting(org)) await wait(POLL_MS);
    return other;
}

/** Whether the fault has not struck yet. */
async function isWaiting(org: OrgAdministrator): Promise<boolean> {
    const answer = (await org.control('GET', '/faults')) as { faults: unknown[] } | null;
    return answer === null || answer.faults.length > 0;
}

async function caseKnown(database: BridgeDatabase, name: string, signal: AbortSignal): Promise<void> {
    const deadline = Date.now() + LIMIT_MS;
    while ((await database.caseOf(`webhook:${name}`)) === null) {
        if (Date.now() > deadline) throw new Error(`Nobody took ${name} over within ${LIMIT_MS / 1000} s.`);
        await wait(POLL_MS, undefined, { signal });
    }
}
