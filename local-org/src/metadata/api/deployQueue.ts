import { refuse } from '../../errors/refusals.ts';
import { formatRecordId } from '../../ids/formatRecordId.ts';
import { parseRecordId } from '../../ids/recordId.ts';
import type { Org } from '../../org.ts';
import type { DeployOptions } from '../deploy/deployOptions.ts';
import type { DeployOutcome } from '../deploy/deployOutcome.ts';
import { isDone, type DeployJob, type ZipSource } from './deployJob.ts';

const KEY_PREFIX = '0Af';
/** "Validated … within the last 10 days" (Metadata API Developer Guide, deployRecentValidation()). */
const VALIDATION_LIFE_MS = 10 * 24 * 60 * 60 * 1000;

/** Carries out a deploy; it may stop halfway, throwing, when the signal is aborted, and changes nothing then. */
export type RunDeploy = (job: DeployJob, zip: Buffer, signal: AbortSignal) => Promise<DeployOutcome>;

/** What the queue itself needs of an org: the time, and ids. */
type DeployTarget = Pick<Org, 'clock' | 'records'>;

/** The org's deploys: one runs at a time, the others wait in their order, and what became of them is remembered. */
export class DeployQueue {
    readonly #org: DeployTarget;
    readonly #run: RunDeploy;
    readonly #jobs = new Map<string, DeployJob>();
    #running: { id: string; abort: AbortController } | null = null;
    #tail: Promise<void> = Promise.resolve();

    constructor(org: DeployTarget, run: RunDeploy) {
        this.#org = org;
        this.#run = run;
    }

    enqueue(zip: ZipSource, options: DeployOptions, userId: string): DeployJob {
        const now = this.#org.clock();
        const job: DeployJob = {
            id: formatRecordId(KEY_PREFIX, this.#org.records.nextNumber('DeployRequest')),
            options,
            createdById: userId,
            createdDate: now,
            status: 'Pending',
            startDate: null,
            completedDate: null,
            lastModifiedDate: now,
            canceledById: null,
            outcome: null,
            zip
        };
        this.#jobs.set(job.id, job);
        this.#tail = this.#tail.then(() => this.#start(job.id));
        return job;
    }

    /** @throws SalesforceError for an id that no deploy has */
    find(id: string): DeployJob {
        const job = this.#jobs.get(parseRecordId(id) ?? '');
        if (!job) throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
        return job;
    }

    /**
     * A deploy that waits is cancelled at once, one that runs as soon as it can stop.
     *
     * @throws SalesforceError INVALID_ID_FIELD when it is over already
     */
    cancel(id: string, userId: string): DeployJob {
        const job = this.find(id);
        if (isDone(job)) throw refuse('INVALID_ID_FIELD', 'Deployment already completed');
        if (this.#running?.id !== job.id) return this.#finish(job.id, { status: 'Canceled', canceledById: userId });
        this.#running.abort.abort();
        return this.#change(job.id, { status: 'Canceling', canceledById: userId });
    }

    /**
     * The quick deploy: deploys what a validation found good, under an id of its own. A validation qualifies for ten
     * days, if it ran the tests, until something else is deployed.
     *
     * @throws SalesforceError INVALID_ID_FIELD when it does not qualify
     */
    deployValidated(id: string, userId: string): DeployJob {
        const { options, zip, completedDate } = this.find(id);
        const ageMs = this.#org.clock().getTime() - (completedDate?.getTime() ?? 0);
        if (!completedDate || !zip || ageMs > VALIDATION_LIFE_MS) {
            throw refuse('INVALID_ID_FIELD', `Validation ${id} does not qualify for a quick deploy`);
        }
        return this.enqueue(zip, { ...options, checkOnly: false }, userId);
    }

    /** Cancels what waits or runs, and resolves when nothing runs any more. */
    async close(): Promise<void> {
        for (const job of this.#jobs.values()) if (!isDone(job)) this.cancel(job.id, job.createdById);
        await this.#tail;
    }

    async #start(id: string): Promise<void> {
        const { status, zip } = this.find(id);
        if (status === 'Canceled' || !zip) return;
        const abort = new AbortController();
        this.#running = { id, abort };
        const job = this.#change(id, { status: 'InProgress', startDate: this.#org.clock() });
        try {
            const outcome = await this.#run(job, await zip(), abort.signal);
            if (!job.options.checkOnly && outcome.status !== 'Failed') this.#forgetValidations();
            this.#finish(id, { status: outcome.status, outcome, canceledById: null });
        } catch (error) {
            if (abort.signal.aborted) this.#finish(id, { status: 'Canceled' });
            else this.#finish(id, { status: 'Failed', outcome: describeFailure(error) });
        } finally {
            this.#running = null;
        }
    }

    /** What they found good was measured against an org that is no more. */
    #forgetValidations(): void {
        for (const job of this.#jobs.values()) if (isDone(job)) this.#jobs.set(job.id, { ...job, zip: null });
    }

    #finish(id: string, result: Partial<DeployJob>): DeployJob {
        const { checkOnly, testLevel } = this.find(id).options;
        const isGoodValidation = checkOnly && testLevel !== 'NoTestRun' && result.status === 'Succeeded';
        const kept = isGoodValidation ? {} : { zip: null };
        return this.#change(id, { ...result, ...kept, completedDate: this.#org.clock() });
    }

    #change(id: string, changes: Partial<DeployJob>): DeployJob {
        const job = { ...this.find(id), ...changes, lastModifiedDate: this.#org.clock() };
        this.#jobs.set(id, job);
        return job;
    }
}

function describeFailure(error: unknown): DeployOutcome {
    console.error('The local org failed to deploy a package.', error);
    const message = 'An unexpected error occurred. The log of the local org says more.';
    const failure = { code: 'UNKNOWN_EXCEPTION', message };
    return { status: 'Failed', messages: [], componentsTotal: 0, componentErrors: 0, error: failure };
}
