import { join } from 'node:path';
import type { Logger } from 'pino';
import { createAdminRecordings } from './admin/adminRecordings.ts';
import { sourceOf } from './calls/call.ts';
import type { Config } from './config.ts';
import type { Metrics } from './metrics.ts';
import { createAudioStore } from './recordings/audioStore.ts';
import { createRecordingCopier } from './recordings/copying/recordingCopier.ts';
import { createKeeping } from './recordings/keeping/keeping.ts';
import { createRecordingSources } from './recordings/sources/recordingSources.ts';
import type { Store } from './store/openStore.ts';

interface RecordingsSideOptions {
    readonly config: Pick<Config, 'recordings' | 'asterisk' | 'simulator'>;
    readonly store: Store;
    readonly metrics: Metrics;
    readonly log: Logger;
}

/** What a simulated customer leaves on tape. */
const SAMPLE_RECORDING = join(import.meta.dirname, 'telephony/simulator/sample.wav');

/** The recordings of all telephony sides: copied into the bridge's own store, and kept there for as long as they must. */
export function createRecordingsSide({ config, store, metrics, log }: RecordingsSideOptions) {
    const { recordings, asterisk, simulator } = config;
    const sources = createRecordingSources({
        config: recordings,
        ari: asterisk?.ari ? { ...asterisk.ari, telephony: 'asterisk' } : null,
        sample: simulator ? { telephony: 'simulator', file: SAMPLE_RECORDING } : null
    });
    const audio = createAudioStore({ folder: recordings.storeDir });
    const copier = createRecordingCopier({
        queue: store.recordings.queue,
        sources,
        store: audio,
        maxBytes: recordings.maxBytes,
        log
    });
    const keeping = createKeeping({
        ...store.recordings,
        addToAudit: store.recordings.audit.add,
        removeCopy: audio.remove,
        removeLeft: audio.removeLeft,
        sources,
        deleteAtSource: recordings.deleteAtSource,
        retentionDays: recordings.retentionDays,
        now: Date.now,
        log
    });
    metrics.watchRecordings(store.recordings.counts);

    return {
        /** Whether the audio of this call's telephony side can be had at all. */
        canBeHeard: (callId: string): boolean => hasAudioOf(sourceOf(callId), config),
        pathOf: audio.pathOf,
        admin: createAdminRecordings({
            ...store.recordings,
            ofProtocol: store.recordings.ofProtocolForAdmin,
            erase: keeping.erase,
            sweeps: store.recordings.sweeps.list,
            listAudit: store.recordings.audit.list,
            addToAudit: store.recordings.audit.add,
            retentionDays: recordings.retentionDays,
            now: Date.now
        }),
        start(): void {
            copier.start();
            keeping.job.start();
        },
        async stop(): Promise<void> {
            await Promise.all([copier.stop(), keeping.job.stop()]);
        }
    };
}

function hasAudioOf(telephony: string, { recordings, asterisk, simulator }: RecordingsSideOptions['config']): boolean {
    if (recordings.folder !== null || recordings.s3 !== null) return true;
    switch (telephony) {
        case 'asterisk':
            return asterisk?.ari != null;
        case 'simulator':
            return simulator;
        default:
            return recordings.urlHosts.length > 0;
    }
}

export type RecordingsSide = ReturnType<typeof createRecordingsSide>;
