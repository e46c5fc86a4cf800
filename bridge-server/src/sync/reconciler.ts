import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { applyStepResult } from '../calls/applyStepResult.ts';
import { plan } from '../calls/plan.ts';
import type { ClaimedCall, StepResult } from '../calls/syncStep.ts';
import { performStep } from './performStep.ts';
import { retryDelayMs } from './retryDelay.ts';
import { readFailure, type SalesforcePort } from './salesforcePort.ts';
import { storeOutcome } from './storeOutcome.ts';

/** The calls that lack something, of which each is handed to one replica at a time. */
export interface SyncQueuePort {
    claim(limit: number, leaseMs: number, settleMs: number): Promise<ClaimedCall[]>;
    complete(claimed: ClaimedCall, result: StepResult, moreLacking: boolean): Promise<void>;
    fail(claimed: ClaimedCall, reason: string, retryInMs: number | null, mayHaveHappened: boolean): Promise<void>;
    reap(): Promise<number>;
}

interface ReconcilerOptions {
    readonly queue: SyncQueuePort;
    readonly salesforce: SalesforcePort;
    readonly log: Logger;
    readonly random?: () => number;
}

/** So many calls are worked on at once; their records share requests. */
const CONCURRENCY = 200;
/**
 * Longer than the longest step, so that no other replica repeats what is still under way. What a dead replica held
 * is freed at once by its advisory lock; the lease is for one that lives and lost its database session.
 */
const LEASE_MS = 5 * 60_000;
/** A request of which nothing was heard may write for so long: our deadline for a request, and as much again. */
const SETTLE_MS = 40_000;
/** Catches what no notification told of: back-offs that are over, leases of replicas that died. */
const POLL_MS = 1_000;
const STOP_LIMIT_MS = 10_000;
const MAX_REASON_LENGTH = 1_000;

/** Brings Salesforce to what the calls say, one step of a call after the other, many calls at once. */
export function createReconciler({ queue, salesforce, log, random = Math.random }: ReconcilerOptions) {
    const running = new Set<Promise<void>>();
    const givenUp = new AbortController();
    let isStopping = false;
    let claiming: Promise<void> | null = null;
    let askedAgain = false;
    let poll: NodeJS.Timeout | undefined;

    async function work(claimed: ClaimedCall): Promise<void> {
        const { call, earlier } = claimed;
        const [step] = plan(call);
        let result: StepResult = { kind: 'nothingLacking' };
        try {
            if (step) result = await performStep(salesforce, call, step, earlier);
        } catch (error) {
            await noteFailure(claimed, step?.kind, error);
            return;
        }
        const moreLacking = plan(applyStepResult(call, result)).length > 0;
        await keep(() => queue.complete(claimed, result, moreLacking));
        if (moreLacking) kick();
    }

    async function noteFailure(claimed: ClaimedCall, step: string | undefined, error: unknown): Promise<void> {
        const { call, attempt } = claimed;
        const { kind, code, mayHaveHappened } = readFailure(error);
        const reason = error instanceof Error ? error.message : String(error);
        const fields = { callId: call.id, step, attempt, kind, code, pii: { reason } };
        if (kind === 'permanent') log.error(fields, 'Salesforce refused a call for good');
        else log.warn(fields, 'Salesforce will be tried again');
        const retryInMs = kind === 'permanent' ? null : retryDelayMs(attempt, kind, random);
        await keep(() => queue.fail(claimed, reason.slice(0, MAX_REASON_LENGTH), retryInMs, mayHaveHappened));
    }

    /** What came of a step is not forgotten because the database is away for a moment. */
    const keep = (store: () => Promise<void>): Promise<void> =>
        storeOutcome(store, { limitMs: LEASE_MS, signal: givenUp.signal, log });

    async function claimAll(): Promise<void> {
        do {
            askedAgain = false;
            const room = CONCURRENCY - running.size;
            if (room <= 0) return;
            for (const claimed of await queue.claim(room, LEASE_MS, SETTLE_MS)) {
                const done = work(claimed).finally(() => {
                    running.delete(done);
                    if (running.size === CONCURRENCY - 1) kick();
                });
                running.add(done);
            }
        } while (askedAgain && !isStopping);
    }

    /** Looks for due calls now. Cheap, and safe to call at every event. */
    function kick(): void {
        if (isStopping) return;
        askedAgain = true;
        claiming ??= claimAll()
            .catch((error: unknown) => log.warn({ err: error }, 'Due calls cannot be read now'))
            .finally(() => {
                claiming = null;
                if (askedAgain && running.size < CONCURRENCY) setImmediate(kick);
            });
    }

    async function tick(): Promise<void> {
        await queue.reap().catch(() => 0);
        kick();
        if (!isStopping) poll = setTimeout(() => void tick(), POLL_MS);
    }

    return {
        kick,
        start: (): void => void tick(),
        /** Resolves once the steps under way are done and stored, or after ten seconds: others take the rest over. */
        async stop(): Promise<void> {
            isStopping = true;
            clearTimeout(poll);
            const finished = Promise.resolve(claiming).then(() => Promise.all(running));
            await Promise.race([finished, wait(STOP_LIMIT_MS, undefined, { ref: false })]);
            givenUp.abort();
        }
    };
}

export type Reconciler = ReturnType<typeof createReconciler>;
