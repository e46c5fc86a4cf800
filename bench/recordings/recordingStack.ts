import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchDatabase, startBenchPostgres } from '../stack/benchDatabase.ts';
import { startBenchOrg } from '../stack/benchOrg.ts';
import { type BridgeProcess, startBridgeProcess } from '../stack/bridgeProcess.ts';

export interface RecordingStack {
    readonly orgUrl: string;
    readonly bridge: BridgeProcess;
    readonly database: BenchDatabase;
    /** Where the bridge finds recordings of the telephony side as `name.format`. */
    readonly spoolDir: string;
    /** The bridge's own copies. */
    readonly storeDir: string;
    stop(): Promise<void>;
}

/** A bridge whose recordings come from a folder and, if they are not there, from the vendor's storage. */
export async function startRecordingStack(vendorUrl: string): Promise<RecordingStack> {
    const closing = new AsyncDisposableStack();
    try {
        const folder = await mkdtemp(join(tmpdir(), 'bench-recordings-'));
        closing.defer(() => rm(folder, { recursive: true, force: true }));
        const spoolDir = join(folder, 'spool');
        const storeDir = join(folder, 'store');
        await mkdir(spoolDir);
        const org = closing.adopt(await startBenchOrg(), (started) => started.stop());
        const postgres = closing.adopt(await startBenchPostgres(), (started) => started.stop());
        const database = closing.adopt(await postgres.createDatabase(), (created) => created.close());
        const bridge = closing.adopt(
            await startBridgeProcess({
                org,
                databaseUrl: database.url,
                environment: {
                    RECORDINGS_DIR: spoolDir,
                    RECORDING_STORE_DIR: storeDir,
                    S3_ENDPOINT: vendorUrl,
                    S3_BUCKET: 'recordings',
                    S3_PATH_STYLE: 'on',
                    S3_ACCESS_KEY_ID: 'any',
                    S3_SECRET_ACCESS_KEY: 'any'
                }
            }),
            (started) => started.stop()
        );
        return { orgUrl: org.url, bridge, database, spoolDir, storeDir, stop: () => closing.disposeAsync() };
    } catch (error) {
        await closing.disposeAsync();
        throw error;
    }
}
