import type { Logger } from 'pino';
import { applyStepResult } from '../calls/applyStepResult.ts';
import { plan } from '../calls/plan.ts';
import type { ClaimedCall, StepResult } from '../calls/syncStep.ts';
import { backOffMs } from './backOff.ts';
import { performStep } from './performStep.ts';
import { failureKind, type SalesforcePort } from './salesforcePort.ts';

/** The calls that lack something, of which each is handed to one replica at a time. */
export interface SyncQueuePort {
    claim(limit: number, leaseMs: number): Promise<ClaimedCall[]>;
    complete(claimed: ClaimedCall, result: StepResult, moreLacking: boolean): Promise<void>;
    fail(claimed: ClaimedCall, reason: string, retryInMs: number | null): Promise<void>;
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
/** Catches what no notification told of: back-offs that are over, leases of replicas that died. */
const POLL_MS = 1_000;
const MAX_REASON_LENGTH = 1_000;
const FAILED = { error: 'Salesforce refused a call for good', warn: 'Salesforce will be tried again' };

/** Brings Salesforce to what the calls say, one step of a call after the other, many calls at once. */
export function createReconciler({ queue, salesforce, log, random = Math.random }: ReconcilerOptions) {
    const running = new Set<Promise<void>>();
    let claiming: Promise<void> | null = null;
    let askedAgain = false;
    let stopped = false;
    let poll: NodeJS.Timeout | undefined;

    async function work(claimed: ClaimedCall): Promise<void> {
        const { call, attempt } = claimed;
        const [step] = plan(call);
        try {
            const result: StepResult = step
                ? await performStep(salesforce, call, step, attempt)
                : { kind: 'nothingLacking' };
            const moreLacking = plan(applyStepResult(call, result)).length > 0;
            await queue.complete(claimed, result, moreLacking);
            if (moreLacking) kick();
        } catch (error) {
            const permanent = failureKind(error) === 'permanent';
            const reason = error instanceof Error ? error.message : String(error);
            const level = permanent ? 'error' : 'warn';
            log[level]({ callId: call.id, step: step?.kind, attempt, pii: { reason } }, FAILED[level]);
            // if even this cannot be stored, the lease runs out and the call is claimed again
            await queue
                .fail(claimed, reason.slice(0, MAX_REASON_LENGTH), permanent ? null : backOffMs(attempt, random))
                .catch(() => undefined);
        }
    }

    async function claimAll(): Promise<void> {
        do {
            askedAgain = false;
            const room = CONCURRENCY - running.size;
            if (room <= 0) return;
            for (const claimed of await queue.claim(room, LEASE_MS)) {
                const done = work(claimed).finally(() => {
                    running.delete(done);
                    if (running.size === CONCURRENCY - 1) kick();
                });
                running.add(done);
            }
        } while (askedAgain && !stopped);
    }

    /** Looks for due calls now. Cheap, and safe to call at every event. */
    function kick(): void {
        if (stopped) return;
        askedAgain = true;
        claiming ??= claimAll()
            .catch((error: unknown) => log.warn({ err: error }, 'Due calls cannot be read now'))
            .finally(() => {
                claiming = null;
            });
    }

    async function tick(): Promise<void> {
        await queue.reap().catch(() => 0);
        kick();
        if (!stopped) poll = setTimeout(() => void tick(), POLL_MS);
    }

    return {
        kick,
        start: (): void => void tick(),
        /** Resolves once the steps under way are done and stored. */
        async stop(): Promise<void> {
            stopped = true;
            clearTimeout(poll);
            await claiming;
            await Promise.all(running);
        }
    };
}

export type Reconciler = ReturnType<typeof createReconciler>;
