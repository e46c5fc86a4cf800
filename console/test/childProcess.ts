import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const READY_TIMEOUT_MS = 60_000;
const KEPT_LINES = 60;

export interface ChildProcess {
    /** What the ready line's pattern captured. */
    readonly ready: RegExpExecArray;
    stop(): Promise<void>;
}

export interface ProcessOptions {
    /** What the process is called when it fails. */
    readonly name: string;
    /** The TypeScript file, from the repository's root, and its arguments. */
    readonly command: readonly string[];
    readonly cwd: string;
    readonly environment: Record<string, string>;
    /** Matches the line by which the process says that it is ready. */
    readonly readyLine: RegExp;
}

/** Starts a Node process and waits for its ready line. @throws with the process's last lines when it ends before. */
export async function startProcess(options: ProcessOptions): Promise<ChildProcess> {
    const child = spawn(process.execPath, options.command, {
        cwd: options.cwd,
        env: { ...process.env, ...options.environment },
        stdio: ['ignore', 'pipe', 'pipe']
    });
    const exited = once(child, 'exit');
    const lastLines: string[] = [];
    const stop = async () => {
        child.kill('SIGTERM');
        await exited;
    };

    const ready = await new Promise<RegExpExecArray>((resolve, reject) => {
        const fail = (reason: string) => reject(new Error([`${options.name} ${reason}`, ...lastLines].join('\n  ')));
        const timer = setTimeout(() => fail(`was not ready within ${READY_TIMEOUT_MS} ms`), READY_TIMEOUT_MS);
        void exited.then(([code]) => fail(`ended with ${code}`));
        for (const stream of [child.stdout, child.stderr]) {
            createInterface(stream).on('line', (line) => {
                lastLines.push(line);
                if (lastLines.length > KEPT_LINES) lastLines.shift();
                const match = options.readyLine.exec(line);
                if (!match) return;
                clearTimeout(timer);
                resolve(match);
            });
        }
    }).catch(async (error: unknown) => {
        await stop();
        throw error;
    });
    return { ready, stop };
}
