import { setTimeout as wait } from 'node:timers/promises';
import type { AdminCall, Retried } from '../../../src/contract/adminApi.ts';
import { type CallsClient, listCalls } from './callsClient.ts';
import type { CallFilter } from './salesforceCommand.ts';

export interface Progress {
    /** Calls made due again. */
    readonly due: number;
    /** Of all calls, those that failed before and wait for their next outcome. */
    readonly toBeTried: number;
    readonly failedAgain: number;
}

export interface RetryOutcome extends Retried {
    /** Whether every retried call came to an end in the time given. */
    readonly isSettled: boolean;
    /** The calls that failed since, the last one first; at most MAX_LISTED. */
    readonly failedAgain: readonly AdminCall[];
    readonly areMoreFailed: boolean;
}

interface RetryOptions {
    /** 0: not at all. */
    readonly waitMs: number;
    readonly onProgress: (progress: Progress) => void;
}

const POLL_MS = 500;
/** A long backlog takes a while to count: most of the time the database shall do other things. */
const REST_PER_COUNT = 4;
/** After the step that failed others may follow, such as the Task after the Case. */
const LAST_STEPS_MS = 3_000;
const MAX_LISTED = 1_000;

/** Retries all that the filter means, and follows them until each has its outcome or the time is over. */
export async function retryAll(client: CallsClient, filter: CallFilter, options: RetryOptions): Promise<RetryOutcome> {
    const { failed: failedBefore } = await client.counts();
    const retried = await client.retryAll(filter);
    const failedOthers = Math.max(0, failedBefore - retried.due);
    const isSettled = retried.due === 0 || (await followAll(client, retried.due, failedOthers, options));
    const { calls, areMore } =
        options.waitMs > 0 ? await failedSince(client, retried.at) : { calls: [], areMore: false };
    return { ...retried, isSettled, failedAgain: calls, areMoreFailed: areMore };
}

/** Whatever the reason: a call that was retried for its Case may since have failed for its Task. */
const failedSince = (client: CallsClient, at: string) =>
    listCalls(client, { sync: 'failed', limit: MAX_LISTED }, ({ failedAt }) => (failedAt ?? '') >= at);

/** Retries one call, and follows it. */
export async function retryOne(client: CallsClient, call: string, options: RetryOptions): Promise<RetryOutcome> {
    const retried = await client.retry(call);
    const deadline = Date.now() + options.waitMs;
    for (;;) {
        const now = await client.show(call, false);
        const isSettled = now.sync === 'complete' || now.sync === 'failed';
        if (isSettled || Date.now() >= deadline) {
            const failedAgain = now.sync === 'failed' ? [now] : [];
            return { ...retried, isSettled, failedAgain, areMoreFailed: false };
        }
        options.onProgress({ due: 1, toBeTried: 1, failedAgain: 0 });
        await wait(POLL_MS);
    }
}

/** Resolves to whether all came to an end in time. New calls of a busy day are not waited for. */
async function followAll(client: CallsClient, due: number, failedOthers: number, { waitMs, onProgress }: RetryOptions) {
    const deadline = Date.now() + waitMs;
    let triedAt: number | null = null;
    while (Date.now() < deadline) {
        const askedAt = Date.now();
        const { failed, waiting, leased, retrying } = await client.counts();
        const tookMs = Date.now() - askedAt;
        onProgress({ due, toBeTried: retrying, failedAgain: Math.max(0, failed - failedOthers) });
        triedAt = retrying > 0 ? null : (triedAt ?? Date.now());
        if (waiting + leased === 0) return true;
        if (triedAt !== null && Date.now() - triedAt >= LAST_STEPS_MS) return true;
        await wait(Math.max(POLL_MS, REST_PER_COUNT * tookMs));
    }
    return false;
}
