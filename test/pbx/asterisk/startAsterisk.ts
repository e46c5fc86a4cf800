import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAsteriskProcess } from './asteriskProcess.ts';
import { choosePbxPlaces, PBX_HOST, type PbxPlaces } from './choosePbxPlaces.ts';
import { type AsteriskTree, fetchAsterisk } from './fetchAsterisk.ts';
import { layOutRunFolder } from './layOutRunFolder.ts';

/** A PBX with the configuration in `test/pbx/etc`. */
export interface Asterisk extends Omit<PbxPlaces, 'httpPort'> {
    /** `Asterisk 22.10.1…` */
    readonly version: string;
    readonly tree: AsteriskTree;
    readonly host: string;
    /** The certificate of AMI over TLS. */
    readonly caFile: string;
    readonly ariUrl: string;
    readonly recordingsDir: string;
    /** The log of calls that cel_custom writes. */
    readonly celFile: string;
    /** `full` is Asterisk's own log, `queue_log` the queues'. */
    readonly logDir: string;
    /** What `asterisk -rx` prints for a command. */
    console(command: string): Promise<string>;
    /** The lines of its log that tell of an error. */
    errors(): Promise<string[]>;
    /** Whether it was not ended since it was last started. */
    isUp(): boolean;
    /** Ends it in good order: calls are hung up. Starts again with `startAgain`. */
    stop(): Promise<void>;
    /** Ends it as a power cut would. Starts again with `startAgain`. */
    kill(): Promise<void>;
    /** At the same addresses, with what it had written down. Resolves once it is fully booted. */
    startAgain(): Promise<void>;
    /** Stops it for good and removes its folder, unless it was given one. */
    remove(): Promise<void>;
}

/** `[Nov 23 20:00:00] ERROR[123] file.c: …` */
const ERROR_LINE = /^\[[^\]]*\] ERROR\[/;

/**
 * Fetches Asterisk when it is not there yet, and starts it on loopback, on free ports.
 *
 * @param runDir where it runs and keeps its logs; a folder of its own that goes when it is removed, unless given
 */
export async function startAsterisk({ runDir }: { runDir?: string } = {}): Promise<Asterisk> {
    const tree = await fetchAsterisk();
    const folder = runDir ?? (await mkdtemp(join(tmpdir(), 'softphone-pbx-')));
    const { httpPort, ...places } = await choosePbxPlaces();
    await layOutRunFolder(folder, tree, { ...places, httpPort });
    let running = await startAsteriskProcess(tree.run, folder);
    let isUp = true;
    return {
        ...places,
        version: tree.version,
        tree,
        host: PBX_HOST,
        caFile: join(folder, 'keys/certificate.pem'),
        ariUrl: `http://${PBX_HOST}:${httpPort}`,
        recordingsDir: join(folder, 'spool/recording'),
        celFile: join(folder, 'log/cel-custom/softphone.csv'),
        logDir: join(folder, 'log'),
        console: (command) => running.console(command),
        async errors() {
            const log = await readFile(join(folder, 'log/full'), 'utf8');
            return log.split('\n').filter((line) => ERROR_LINE.test(line));
        },
        isUp: () => isUp,
        async stop() {
            isUp = false;
            await running.stop();
        },
        async kill() {
            isUp = false;
            await running.kill();
        },
        async startAgain() {
            running = await startAsteriskProcess(tree.run, folder);
            isUp = true;
        },
        async remove() {
            await running.stop();
            if (runDir === undefined) await rm(folder, { recursive: true, force: true });
        }
    };
}
