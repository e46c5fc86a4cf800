import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const MODULE = pathToFileURL(join(import.meta.dirname, '../../../src/store/embedded/embeddedPostgres.ts')).href;
const SCRIPT = `
    import { startEmbeddedPostgres } from '${MODULE}';
    await startEmbeddedPostgres(process.argv[1]);
    console.log('started');
    setInterval(() => undefined, 60_000);`;

export interface BridgeProcess {
    /** Resolves once PostgreSQL runs. */
    readonly started: Promise<unknown>;
    /** Ends the process and the programs that it waits for, as a power cut would; a server that it started stays. */
    kill(): Promise<void>;
}

/** A process of its own that starts the PostgreSQL of a folder, as a bridge does. */
export function spawnBridgeProcess(dataDir: string): BridgeProcess {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', SCRIPT, dataDir], {
        detached: true,
        stdio: ['ignore', 'pipe', 'inherit']
    });
    const exited = once(child, 'exit');
    return {
        started: once(child.stdout, 'data'),
        async kill() {
            if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
            await exited;
        }
    };
}
