import type { Logger } from 'pino';
import { applyStepResult } from '../calls/applyStepResult.ts';
import { notYetMs, plan, type RecordRules, remaining, stepName } from '../calls/plan.ts';
import {
    type ClaimedCall,
    doubtOf,
    earlierTry,
    type FailedTry,
    type StepResult,
    type SyncStep
} from '../calls/syncStep.ts';
import { createClaimLoop } from '../claimLoop.ts';
import { storeOutcome } from '../storeOutcome.ts';
import { createCircuit } from './circuit.ts';
import { performStep } from './performStep.ts';
import { retryDelayMs } from './retryDelay.ts';
import { readFailure, type SalesforcePort } from './salesforcePort.ts';
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
/** A record that has not been sent so long after its claim is not sent: by then another replica may have taken it over. */
const SEND_WITHIN_MS = 10_000;
/**
 * A request of which nothing was heard may write for so long: what may pass before it is sent, its deadline of 20 s, and
 * signing in once more in between.
 */
const SETTLE_MS = 60_000;
const RETRY_WHILE_AWAY_MS = 500;
/** While an earlier request may still write a Task, it is looked for so often. */
const LOOK_AGAIN_MS = 4_000;
const MAX_REASON_LENGTH = 1_000;

const NOT_TRIED: FailedTry = {
    step: null,
    code: null,
    reason: null,
    doubt: null,
    whoUnknown: false,
    retryInMs: 0,
    countsAsAttempt: false,
    skips: false
};

/** Brings Salesforce to what the calls say, one step of a call after the other, many calls at once. */
export function createReconciler({ queue, salesforce, rules, log, random = Math.random }: ReconcilerOptions) {
    const givenUp = new AbortController();
    const circuit = createCircuit({
        now: () => performance.now(),
        random,
        onOpen: () => log.warn('Salesforce is away: one call at a time is tried until it answers again'),
        onClose: () => log.info('Salesforce is back')
    });
    const loop = createClaimLoop<ClaimedCall>({
        claim: (limit) => queue.claim(limit, LEASE_MS, SETTLE_MS),
        reap: () => queue.reap(),
        work,
        concurrency: CONCURRENCY,
        allows: (room, running) => circuit.allows(room, running),
        lookAgainInMs: () => circuit.probeInMs(),
        onUnreadable: (error) => log.warn({ err: error }, 'Due calls cannot be read now')
    });

    async function work(claimed: ClaimedCall): Promise<void> {
        const { call, skipped, doubt } = claimed;
        const [step] = remaining(plan(call, rules), skipped);
        const waitMs = step ? notYetMs(step, call, Date.now()) : 0;
        if (waitMs > 0) return keep(() => queue.fail(claimed, { ...NOT_TRIED, retryInMs: waitMs }));
        let result: StepResult = { kind: 'nothingLacking' };
        try {
            const notAfter = Date.now() + SEND_WITHIN_MS;
            if (step)
                result = await performStep(salesforce, call, step, { earlier: earlierTry(step, doubt), notAfter });
        } catch (error) {
            if (step) await noteFailure(claimed, step, error);
            return;
        }
        if (step) circuit.answered();
        const moreLacking = remaining(plan(applyStepResult(call, result), rules), skipped).length > 0;
        await keep(() => queue.complete(claimed, result, step ? doubtOf(step) : null, moreLacking));
        if (moreLacking) loop.kick();
    }

    async function noteFailure(claimed: ClaimedCall, step: SyncStep, error: unknown): Promise<void> {
        const { call, attempt, skipped } = claimed;
        const { kind, code, written, message } = readFailure(error);
        if (kind === 'unavailable') circuit.unavailable();
        else circuit.answered();
        const fields = { callId: call.id, step: step.kind, attempt, kind, code, pii: { reason: message } };
        if (kind === 'permanent') log.error(fields, 'Salesforce refused a call for good');
        else log.warn(fields, 'Salesforce will be tried again');
        const goesOn = remaining(plan(call, rules), [...skipped, stepName(step)]).length > 0;
        const waitsForDoubt = written === 'stillUnknown';
        const retryInMs = {
            permanent: goesOn ? 0 : null,
            unavailable: RETRY_WHILE_AWAY_MS * (0.5 + random()),
            passing: waitsForDoubt ? LOOK_AGAIN_MS * (0.5 + random()) : retryDelayMs(attempt, random)
        }[kind];
        await keep(() =>
            queue.fail(claimed, {
                step: stepName(step),
                code,
                reason: message.slice(0, MAX_REASON_LENGTH).toWellFormed(),
                doubt: written === 'unknown' ? doubtOf(step) : null,
                whoUnknown: written === 'unknown' && step.kind === 'changeCaller',
                retryInMs,
                countsAsAttempt: kind !== 'unavailable' && !waitsForDoubt,
                skips: kind === 'permanent' && goesOn
            })
        );
        if (kind === 'permanent' && goesOn) loop.kick();
    }

    /** What came of a step is not forgotten because the database is away for a moment. */
    async function keep(store: () => Promise<void>): Promise<void> {
        await storeOutcome(store, {
            limitMs: LEASE_MS,
            signal: givenUp.signal,
            onLost: (error) =>
                log.error({ err: error }, 'What came of a step was not stored; the call will be looked at again')
        });
    }

    return {
        kick: loop.kick,
        start: loop.start,
        /** Resolves once the steps under way are done and stored, or after ten seconds: others take the rest over. */
        async stop(): Promise<void> {
            await loop.stop();
            givenUp.abort();
        }
    };
}

export type Reconciler = ReturnType<typeof createReconciler>;
