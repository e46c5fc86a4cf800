import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { applyStepResult } from '../calls/applyStepResult.ts';
import { plan, type RecordRules, stepName } from '../calls/plan.ts';
import type { ClaimedCall, StepResult, SyncStep } from '../calls/syncStep.ts';
import { createCircuit } from './circuit.ts';
import { performStep } from './performStep.ts';
import { retryDelayMs } from './retryDelay.ts';
import { readFailure, type SalesforcePort } from './salesforcePort.ts';
import { storeOutcome } from './storeOutcome.ts';
import type { SyncQueuePort } from './syncQueuePort.ts';

interface ReconcilerOptions {
    readonly queue: SyncQueuePort;
    readonly salesforce: SalesforcePort;
    readonly rules: RecordRules;
    readonly log: Logger;
    readonly random?: () => number;
}

/** So many calls are worked on at once; their records share requests of 200. */
const CONCURRENCY = 1_000;
/**
 * Longer than the longest step, so that no other replica repeats what is still under way. What a dead replica held
 * is freed at once by its advisory lock; the lease is for one that lives and lost its database session.
 */
const LEASE_MS = 5 * 60_000;
/** A request of which nothing was heard may write for so long: our deadline for a request, and as much again. */
const SETTLE_MS = 40_000;
/** Catches what no notification told of: back-offs that are over, leases of replicas that died. */
const POLL_MS = 1_000;
const RETRY_WHILE_AWAY_MS = 250;
const STOP_LIMIT_MS = 10_000;
const MAX_REASON_LENGTH = 1_000;

/** Brings Salesforce to what the calls say, one step of a call after the other, many calls at once. */
export function createReconciler({ queue, salesforce, rules, log, random = Math.random }: ReconcilerOptions) {
    const running = new Set<Promise<void>>();
    const givenUp = new AbortController();
    const circuit = createCircuit({
        now: Date.now,
        random,
        onOpen: () => log.warn('Salesforce is away: one call at a time is tried until it answers again'),
        onClose: () => log.info('Salesforce is back')
    });
    let isStarted = false;
    let isStopping = false;
    let claiming: Promise<void> | null = null;
    let askedAgain = false;
    let poll: NodeJS.Timeout | undefined;
    let probe: NodeJS.Timeout | undefined;

    async function work(claimed: ClaimedCall): Promise<void> {
        const { call, earlier } = claimed;
        const [step] = plan(call, rules);
        let result: StepResult = { kind: 'nothingLacking' };
        try {
            if (step) result = await performStep(salesforce, call, step, earlier);
        } catch (error) {
            await noteFailure(claimed, step, error);
            return;
        }
        if (step) circuit.answered();
        const moreLacking = plan(applyStepResult(call, result), rules).length > 0;
        await keep(() => queue.complete(claimed, result, moreLacking));
        if (moreLacking) kick();
    }

    async function noteFailure(claimed: ClaimedCall, step: SyncStep | undefined, error: unknown): Promise<void> {
        const { kind, code, written, message } = readFailure(error);
        if (kind === 'unavailable') circuit.unavailable();
        else circuit.answered();
        const fields = {
            callId: claimed.call.id,
            step: step?.kind,
            attempt: claimed.attempt,
            kind,
            code,
            pii: { reason: message }
        };
        if (kind === 'permanent') log.error(fields, 'Salesforce refused a call for good');
        else log.warn(fields, 'Salesforce will be tried again');
        const retryInMs = {
            permanent: null,
            unavailable: RETRY_WHILE_AWAY_MS,
            passing: retryDelayMs(claimed.attempt, random)
        }[kind];
        await keep(() =>
            queue.fail(claimed, {
                step: step ? stepName(step) : null,
                code,
                reason: message.slice(0, MAX_REASON_LENGTH),
                written,
                retryInMs,
                countsAsAttempt: kind !== 'unavailable'
            })
        );
    }

    /** What came of a step is not forgotten because the database is away for a moment. */
    const keep = (store: () => Promise<void>): Promise<void> =>
        storeOutcome(store, { limitMs: LEASE_MS, signal: givenUp.signal, log });

    const room = (): number => circuit.allows(CONCURRENCY - running.size, running.size);

    async function claimAll(): Promise<void> {
        do {
            askedAgain = false;
            if (room() <= 0) return;
            for (const claimed of await queue.claim(room(), LEASE_MS, SETTLE_MS)) {
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
        if (!isStarted || isStopping) return;
        askedAgain = true;
        claiming ??= claimAll()
            .catch((error: unknown) => log.warn({ err: error }, 'Due calls cannot be read now'))
            .finally(() => {
                claiming = null;
                probeWhenDue();
                if (askedAgain && room() > 0) setImmediate(kick);
            });
    }

    function probeWhenDue(): void {
        const probeInMs = circuit.probeInMs();
        clearTimeout(probe);
        if (probeInMs !== null && !isStopping) probe = setTimeout(kick, probeInMs);
    }

    async function tick(): Promise<void> {
        await queue.reap().catch(() => 0);
        kick();
        if (!isStopping) poll = setTimeout(() => void tick(), POLL_MS);
    }

    return {
        kick,
        /** Before that, nothing is claimed. */
        start(): void {
            isStarted = true;
            void tick();
        },
        /** Resolves once the steps under way are done and stored, or after ten seconds: others take the rest over. */
        async stop(): Promise<void> {
            isStopping = true;
            clearTimeout(poll);
            clearTimeout(probe);
            const finished = Promise.resolve(claiming).then(() => Promise.all(running));
            await Promise.race([finished, wait(STOP_LIMIT_MS, undefined, { ref: false })]);
            givenUp.abort();
        }
    };
}

export type Reconciler = ReturnType<typeof createReconciler>;
