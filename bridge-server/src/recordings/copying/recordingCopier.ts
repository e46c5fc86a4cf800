import type { Logger } from 'pino';
import type { ClaimedRecording, RecordingCopy } from '../../calls/recording.ts';
import { createClaimLoop } from '../../claimLoop.ts';
import { storeOutcome } from '../../storeOutcome.ts';
import type { AudioStore } from '../audioStore.ts';
import type { AudioStoreErrorCode } from '../audioStoreError.ts';
import { createBoundedLog } from '../boundedLog.ts';
import type { RecordingQueue } from '../recordingQueue.ts';
import type { RecordingSource } from '../recordingSource.ts';
import { copyErrorOf, type CopyError, type CopyFailureCode, failedCopyOf } from './copyFailure.ts';
import { copyRecording } from './copyRecording.ts';
import { createStoreTrouble } from './storeTrouble.ts';

interface RecordingCopierOptions {
    readonly queue: RecordingQueue;
    /** In the order in which they are asked. */
    readonly sources: readonly RecordingSource[];
    readonly store: AudioStore;
    readonly maxBytes: number;
    readonly log: Logger;
    readonly random?: () => number;
    /** So many are copied at once. */
    readonly concurrency?: number;
    readonly onCopied?: (bytes: number) => void;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** What a dead replica held is freed at once by its advisory lock; the lease is for one that lost its database session. */
const LEASE_MS = 90 * MINUTE_MS;
/** A copy that takes longer is broken off and gone on with, so that it never outlives its lease. */
const COPY_LIMIT_MS = 80 * MINUTE_MS;

/** What is usual of a recording that was just told of, or of a bridge that stops. */
const PASSES_BY_ITSELF: ReadonlySet<CopyFailureCode> = new Set(['absent', 'changed', 'interrupted']);

/** Copies every recording that was told of into the bridge's own store, however often that takes. */
export function createRecordingCopier({
    queue,
    sources,
    store,
    maxBytes,
    log,
    random = Math.random,
    concurrency = 4,
    onCopied
}: RecordingCopierOptions) {
    const stopping = new AbortController();
    const givenUp = new AbortController();
    const trouble = createStoreTrouble(log);
    const failed = createBoundedLog({
        write: log.error.bind(log),
        each: 'A recording was not copied, and is not tried again',
        rest: 'More recordings were not copied, and are not tried again'
    });
    const loop = createClaimLoop<ClaimedRecording>({
        claim: (limit) => queue.claim(limit, LEASE_MS),
        reap: () => queue.reap(),
        work,
        concurrency,
        onUnreadable: (error) => log.warn({ err: error }, 'Recordings that are due cannot be read now')
    });

    async function work(claimed: ClaimedRecording): Promise<void> {
        const late = new AbortController();
        const limit = setTimeout(() => late.abort(), COPY_LIMIT_MS).unref();
        const signal = AbortSignal.any([stopping.signal, late.signal]);
        try {
            signal.throwIfAborted();
            const copy = await copyRecording(claimed, { sources, store, maxBytes, signal });
            trouble.over();
            await complete(claimed, copy);
        } catch (error) {
            await noteFailure(claimed, copyErrorOf(error, claimed.partial, signal.aborted));
        } finally {
            clearTimeout(limit);
        }
    }

    async function complete(claimed: ClaimedRecording, copy: RecordingCopy): Promise<void> {
        let isDoubtful = false;
        const isKept = await keep(claimed, async () => {
            try {
                return await queue.complete(claimed, copy);
            } catch (error) {
                // the database may have noted it and lost only the answer
                isDoubtful = true;
                throw error;
            }
        });
        const { id: recordingId, callId } = claimed;
        if (isKept) {
            onCopied?.(copy.bytes);
            log.info({ recordingId, callId, source: copy.source, bytes: copy.bytes }, 'A recording was copied');
            if (!copy.whole) log.warn({ recordingId, callId }, 'Only a part of a recording was ever there');
        }
        // where nobody knows whether it is noted it stays; the next copy of the same recording removes it
        if (!isKept && isDoubtful) return;
        await (isKept ? store.removeOthers(recordingId, copy.file) : store.remove(copy.file)).catch((error: unknown) =>
            log.error({ err: error, recordingId }, 'A needless copy was not removed')
        );
    }

    async function noteFailure(claimed: ClaimedRecording, error: CopyError): Promise<void> {
        const failure = failedCopyOf(error, claimed, random);
        const { id: recordingId, callId, attempt } = claimed;
        const fields = { recordingId, callId, attempt, code: error.code, pii: { reason: error.message } };
        if (isOfStore(error.code)) trouble.began(error.code, error.cause);
        else if (failure.retryInMs === null) failed.tell(error.code, fields);
        else if (PASSES_BY_ITSELF.has(error.code)) log.debug(fields, 'A recording will be tried again');
        else log.warn(fields, 'A recording will be tried again');
        await keep(claimed, () => queue.fail(claimed, failure));
    }

    /** What came of a copy is not forgotten because the database is away for a moment. */
    const keep = <T>({ id: recordingId }: ClaimedRecording, outcome: () => Promise<T>): Promise<T | null> =>
        storeOutcome(outcome, {
            limitMs: LEASE_MS,
            signal: givenUp.signal,
            onLost: (error) => log.error({ err: error, recordingId }, 'What came of a copy was not stored')
        });

    /** Of recordings that were deleted meanwhile, or given up. */
    async function removeLeftovers(): Promise<void> {
        try {
            const removed = await store.removeLeftovers();
            if (removed > 0) log.info({ removed }, 'Parts of recordings with which nobody went on were removed');
        } catch (error) {
            // whoever cannot tidy the store cannot copy into it either: known before the first recording is due
            const { code, cause } = copyErrorOf(error, null, false);
            if (isOfStore(code)) trouble.began(code, cause);
        }
    }

    let tidied: Promise<void> | undefined;
    let tidyDaily: NodeJS.Timeout | undefined;
    return {
        /** Looks for recordings that are due now. Cheap, and safe to call at every event. */
        kick: loop.kick,
        /** Before that, nothing is claimed. Removes, each day, what is left of copies that nobody went on with. */
        start(): void {
            tidied ??= removeLeftovers();
            tidyDaily ??= setInterval(() => {
                tidied = removeLeftovers();
            }, DAY_MS).unref();
            loop.start();
        },
        /** Breaks the copies off, which are gone on with later; resolves once that is noted, or after ten seconds. */
        async stop(): Promise<void> {
            stopping.abort();
            clearInterval(tidyDaily);
            await Promise.all([loop.stop(), tidied]);
            givenUp.abort();
            failed.tellRest();
        }
    };
}

export type RecordingCopier = ReturnType<typeof createRecordingCopier>;

const isOfStore = (code: CopyFailureCode): code is AudioStoreErrorCode =>
    code === 'disk-full' || code === 'store-unwritable';
