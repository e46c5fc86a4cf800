import { setTimeout as wait } from 'node:timers/promises';
import { pseudoRandom } from '../../local-org/src/faults/pseudoRandom.ts';
import type { BenchDatabase } from '../stack/benchDatabase.ts';
import { createWebhookSender } from '../sync/webhookSender.ts';
import { auditStore, type StoreAudit } from './auditStore.ts';
import { tellRecordedCall } from './recordedCalls.ts';
import { drawVendorFaults, type VendorFaults } from './vendorFaults.ts';
import { createNoise, createWaveAudio, type WaveAudio } from './waveAudio.ts';

export interface Ingest extends StoreAudit {
    readonly recordings: number;
    /** From the first word of the telephony side to the last copy, or to the limit. */
    readonly seconds: number;
    readonly megabytes: number;
}

export const FAULT_SHARE = 0.1;
const RECORDINGS = 1_000;
const LEAST_BYTES = 10_000;
const MOST_BYTES = 2_000_000;
const SEED = 11;
const AT_ONCE = 8;
const POLL_MS = 200;
const LIMIT_MS = 10 * 60_000;

/** What the vendor has: recordings of all sizes, by key. */
export function inventRecordings(): ReadonlyMap<string, WaveAudio> {
    const random = pseudoRandom(SEED);
    const noise = createNoise(MOST_BYTES + 2 * RECORDINGS);
    return new Map(
        Array.from({ length: RECORDINGS }, (_, index) => {
            const bytes = 2 * Math.floor((LEAST_BYTES + random() * (MOST_BYTES - LEAST_BYTES)) / 2);
            return [`ingest-${index}.wav`, createWaveAudio(noise, 2 * index, bytes)];
        })
    );
}

export const drawIngestFaults = (): VendorFaults => drawVendorFaults(FAULT_SHARE, SEED);

/** The telephony side tells of all recordings as fast as it is heard; the bridge copies them, and the copies are audited. */
export async function measureIngest(
    bridgeUrl: string,
    database: BenchDatabase,
    storeDir: string,
    vendor: ReadonlyMap<string, WaveAudio>
): Promise<Ingest> {
    const startedMs = performance.now();
    await tellAll(bridgeUrl, [...vendor.keys()]);
    await allCopied(database, vendor.size);
    const seconds = (performance.now() - startedMs) / 1000;
    const audit = await auditStore(database, storeDir, vendor);
    const bytes = vendor.values().reduce((sum, audio) => sum + audio.bytes, 0);
    return { ...audit, recordings: vendor.size, seconds, megabytes: bytes / 1_000_000 };
}

async function tellAll(bridgeUrl: string, keys: readonly string[]): Promise<void> {
    const sender = createWebhookSender(bridgeUrl);
    const left = keys.values();
    try {
        await Promise.all(
            Array.from({ length: AT_ONCE }, async () => {
                for (const key of left) await tellRecordedCall(sender, key.replace(/\.wav$/, ''));
            })
        );
    } finally {
        sender.close();
    }
}

const COPIED = "SELECT count(*)::int AS copied FROM recordings WHERE copied_at IS NOT NULL AND name LIKE 'ingest-%'";

async function allCopied(database: BenchDatabase, count: number): Promise<void> {
    const deadline = Date.now() + LIMIT_MS;
    while (Date.now() < deadline) {
        const [row] = await database.query<{ copied: number }>(COPIED);
        if ((row?.copied ?? 0) >= count) return;
        await wait(POLL_MS);
    }
}
