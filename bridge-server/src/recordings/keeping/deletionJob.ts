import type { Logger } from 'pino';
import type { DeletingRecording } from '../../calls/recording.ts';
import type { DeletionPort, SweepReport, SweepsPort } from './deletionPort.ts';
import type { FinishDeletion } from './finishDeletion.ts';

export interface DeletionJobOptions {
    readonly deletion: Pick<DeletionPort, 'decideRetention' | 'unfinished' | 'heldAmong'>;
    readonly sweeps: SweepsPort;
    readonly finishDeletion: FinishDeletion;
    readonly retentionDays: number;
    readonly log: Logger;
}

const HOUR_MS = 3_600_000;
const BATCH = 100;
/** Somebody may be erasing now; what is older than this broke off. */
const BROKE_OFF_AFTER_MS = 5 * 60_000;
/** So many failures are no accident: the disk or the source is away, and the rest waits for the next run. */
const MAX_FAILED = 1_000;

/** Deletes the recordings whose time is over, each hour, one replica at a time. */
export function createDeletionJob(options: DeletionJobOptions) {
    const { deletion, sweeps, finishDeletion, retentionDays, log } = options;
    let timer: NodeJS.Timeout | undefined;
    let running: Promise<SweepReport | null> | null = null;
    let isStopping = false;

    /** Resolves to what was done; null when it is not this replica's turn. Throws what the store throws. */
    async function sweep(): Promise<SweepReport | null> {
        const begun = await sweeps.begin(retentionDays);
        if (begun === null) return null;
        const { id, endedBefore } = begun;
        const done = { deleted: 0, bytes: 0 };
        const tried = new Set<string>();
        let failed = 0;

        async function finishAll(recordings: readonly DeletingRecording[]): Promise<void> {
            for (const recording of recordings) {
                if (isStopping || failed >= MAX_FAILED) return;
                tried.add(recording.id);
                if (await finishDeletion(recording)) {
                    done.deleted += 1;
                    done.bytes += recording.bytes;
                } else failed += 1;
            }
        }
        const goOnWhile = async (next: () => Promise<readonly DeletingRecording[]>): Promise<void> => {
            while (!isStopping && failed < MAX_FAILED) {
                const recordings = (await next()).filter(({ id: recordingId }) => !tried.has(recordingId));
                if (recordings.length === 0) return;
                await finishAll(recordings);
            }
        };
        // those that failed in this run are among the unfinished ones, so it takes more to find others
        await goOnWhile(() => deletion.unfinished(BATCH + failed, BROKE_OFF_AFTER_MS));
        await goOnWhile(() => deletion.decideRetention(endedBefore, BATCH));
        const report = { ...done, held: await deletion.heldAmong(endedBefore), failed };
        await sweeps.finish(id, report);
        if (report.deleted > 0 || report.failed > 0)
            log.info({ sweep: id, endedBefore, ...report }, 'Recordings whose time was over were deleted');
        return report;
    }

    const sweepNow = (): Promise<SweepReport | null> => {
        running ??= sweep().finally(() => (running = null));
        return running;
    };
    const sweepQuietly = (): void =>
        void sweepNow().catch((error: unknown) =>
            log.warn({ err: error }, 'The deletion of recordings broke off; it goes on within the hour')
        );

    return {
        start(): void {
            sweepQuietly();
            timer = setInterval(sweepQuietly, HOUR_MS);
            timer.unref();
        },
        /** One run; who asks while one runs waits for that one. */
        sweepNow,
        /** Waits for the recording that is being deleted now. */
        async stop(): Promise<void> {
            isStopping = true;
            clearInterval(timer);
            await running?.catch(() => undefined);
        }
    };
}

export type DeletionJob = ReturnType<typeof createDeletionJob>;
