import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { orgNodeOptions } from '../../scripts/stack/orgNodeOptions.ts';
import { keepSecrets } from '../../scripts/stack/secrets.ts';

export interface OrgProcess {
    readonly url: string;
    readonly processId: number;
    /** The PEM with which the bridge's integration user signs in here. */
    readonly privateKeyFile: string;
    /** From the start of the process to the line that says it serves. */
    readonly readyAfterMs: number;
    stop(): Promise<void>;
}

const MAIN = join(import.meta.dirname, '../../local-org/src/main.ts');
const READY_LINE = /ready at (http:\S+)/;

/** Starts a local org as a process of its own, with a journal on disk, as the demo does. */
export async function startOrgProcess(): Promise<OrgProcess> {
    const dataDir = await mkdtemp(join(tmpdir(), 'bench-org-'));
    const { publicKeyFile, privateKeyFile } = keepSecrets(dataDir);
    const environment = { ORG_PORT: '0', ORG_DATA_DIR: join(dataDir, 'org'), ORG_JWT_PUBLIC_KEY_FILE: publicKeyFile };
    const startedMs = performance.now();
    const child = spawn(process.execPath, [...orgNodeOptions, MAIN], {
        env: { ...process.env, ...environment },
        stdio: ['ignore', 'pipe', 'inherit']
    });
    const url = await readUrl(child);
    const readyAfterMs = performance.now() - startedMs;
    if (child.pid === undefined) throw new Error('The local org has no process.');
    return {
        url,
        processId: child.pid,
        privateKeyFile,
        readyAfterMs,
        async stop() {
            if (child.exitCode === null && child.signalCode === null) {
                const ended = once(child, 'exit');
                child.kill('SIGTERM');
                await ended;
            }
            await rm(dataDir, { recursive: true, force: true });
        }
    };
}

async function readUrl(child: ChildProcess): Promise<string> {
    if (!child.stdout) throw new Error('The local org writes nothing.');
    for await (const line of createInterface(child.stdout)) {
        const url = READY_LINE.exec(line)?.[1];
        if (url) return url;
    }
    throw new Error('The local org ended before it was ready.');
}
