import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createAudioStore } from '../../../src/recordings/audioStore.ts';
import { createRecordingCopier } from '../../../src/recordings/copying/recordingCopier.ts';
import type { RecordingQueue } from '../../../src/recordings/recordingQueue.ts';
import type { RecordingSource } from '../../../src/recordings/recordingSource.ts';
import { createFolderSource } from '../../../src/recordings/sources/folderSource.ts';
import type { Store } from '../../../src/store/openStore.ts';
import { recordingsOf, tellCall } from '../../store/recordings/recordedCalls.ts';
import { queryDatabase } from '../../support/databaseClient.ts';
import { eventually } from '../../support/eventually.ts';
import { createTestDatabase, openTestStore } from '../../support/testDatabase.ts';
import { sha256Of } from './claimed.ts';
import { sine, wavOf } from './wav.ts';

const AUDIO = wavOf(sine(() => 0.5));

let folder: string;
let spool: string;
let address: Awaited<ReturnType<typeof createTestDatabase>>;
let store: Store;
beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copier-'));
    spool = join(folder, 'spool');
    await mkdir(spool);
    address = await createTestDatabase();
    store = await openTestStore(address);
});
afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
});

const copierOf = (source: RecordingSource, queue: RecordingQueue = store.recordings.queue) =>
    createRecordingCopier({
        queue,
        sources: [source],
        store: createAudioStore({ folder: join(folder, 'store') }),
        maxBytes: 1_000_000,
        log: pino({ level: 'silent' })
    });

test('a recording that the PBX writes after it told of it is copied, and known with all that is known of it', async () => {
    await tellCall(store, '1');
    const copier = copierOf(createFolderSource({ folder: spool }));
    copier.start();
    await eventually(
        async () =>
            (await queryDatabase(address, 'SELECT failed_code FROM recordings')).map((row) => row['failed_code']),
        ([code]) => code === 'absent'
    );
    // MixMonitor has not closed it yet
    await writeFile(
        join(spool, 'audio-1.wav'),
        wavOf(
            sine(() => 0.5),
            { saysDataBytes: 0 }
        )
    );
    await eventually(
        async () =>
            (await queryDatabase(address, 'SELECT failed_code FROM recordings')).map((row) => row['failed_code']),
        ([code]) => code === 'changed'
    );
    await writeFile(join(spool, 'audio-1.wav'), AUDIO);
    const [recording] = await eventually(
        () => recordingsOf(store, '1'),
        ([first]) => first?.copy !== null
    );
    await copier.stop();
    expect(recording?.copy).toMatchObject({
        source: 'folder',
        bytes: AUDIO.length,
        sha256: sha256Of(AUDIO),
        durationMs: 1_000,
        peaks: new Array(200).fill(50),
        whole: true
    });
    expect(await readFile(join(folder, 'store', recording?.copy?.file ?? ''))).toEqual(AUDIO);
});

test('a replica that lost the recording to another one harms nothing', async () => {
    await writeFile(join(spool, 'audio-1.wav'), AUDIO);
    await tellCall(store, '1');
    const reached = Promise.withResolvers<null>();
    const goOn = Promise.withResolvers<null>();
    const real = createFolderSource({ folder: spool });
    const slow: RecordingSource = {
        ...real,
        async open(recording, request) {
            reached.resolve(null);
            await goOn.promise;
            return real.open(recording, request);
        }
    };
    const told = Promise.withResolvers<boolean>();
    const { queue } = store.recordings;
    const first = copierOf(slow, {
        ...queue,
        async complete(...outcome) {
            const isKept = await queue.complete(...outcome);
            told.resolve(isKept);
            return isKept;
        }
    });
    const second = copierOf(real);
    first.start();
    await reached.promise;
    await queryDatabase(address, "UPDATE recordings SET lease_until = now() - interval '1 s'");
    second.start();
    await eventually(
        () => recordingsOf(store, '1'),
        ([recording]) => recording?.copy !== null
    );
    goOn.resolve(null);
    expect(await told.promise).toBe(false);
    await Promise.all([first.stop(), second.stop()]);
    const [recording] = await recordingsOf(store, '1');
    expect(await readFile(join(folder, 'store', recording?.copy?.file ?? ''))).toEqual(AUDIO);
    const names = await readdir(join(folder, 'store'), { recursive: true, withFileTypes: true });
    expect(names.filter((entry) => entry.isFile())).toHaveLength(1);
});
