import { type ChildProcess as NodeProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface ChildProcess {
    readonly processId: number;
    /** Resolves when the process ends, to what it ended with. */
    readonly ended: Promise<string>;
    /** Asks the process to stop, and resolves once it has. */
    stop(): Promise<void>;
    /** Ends the process as a power cut would. */
    kill(): Promise<void>;
}

interface ProcessOptions {
    /** What the process is called when it fails. */
    readonly name: string;
    /** The TypeScript file, from the repository's root. */
    readonly file: string;
    readonly environment: Readonly<Record<string, string>>;
    readonly nodeOptions?: readonly string[];
    /** Answers 2xx as soon as the process is ready. */
    readonly readyUrl: string;
    /** Every line that the process writes. */
    readonly onLine?: (line: string) => void;
}

const REPOSITORY = join(import.meta.dirname, '../..');
const READY_TIMEOUT_MS = 60_000;
const ANSWER_TIMEOUT_MS = 5_000;
const POLL_MS = 50;
const STOP_TIMEOUT_MS = 15_000;
const KEPT_LINES = 40;

/** Starts a Node process and waits until it is ready. Throws with its last lines when it ends before. */
export async function startProcess({
    name,
    file,
    environment,
    nodeOptions = [],
    readyUrl,
    onLine
}: ProcessOptions): Promise<ChildProcess> {
    const child = spawn(process.execPath, [...nodeOptions, join(REPOSITORY, file)], {
        cwd: REPOSITORY,
        env: { ...process.env, ...environment },
        stdio: ['ignore', 'pipe', 'pipe']
    });
    const lastLines: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
        createInterface(stream).on('line', (line) => {
            lastLines.push(line);
            if (lastLines.length > KEPT_LINES) lastLines.shift();
            onLine?.(line);
        });
    }
    const ended = once(child, 'exit').then(([code, signal]) => `${name} ended with ${code ?? signal}`);
    const running = {
        processId: child.pid ?? 0,
        ended,
        stop: () => stop(child, ended),
        kill: () => kill(child, ended)
    };
    const failure = await Promise.race([ready(readyUrl), ended]);
    if (failure === null) return running;
    await running.stop();
    throw new Error([`${name} did not start: ${failure}`, ...lastLines].join('\n  '));
}

/** Null once the address answers; otherwise what went wrong. */
async function ready(url: string): Promise<string | null> {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (Date.now() < deadline) {
        const answered = await fetch(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) }).then(
            ({ ok }) => ok,
            () => false
        );
        if (answered) return null;
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    return `${url} did not answer within ${READY_TIMEOUT_MS / 1000} s`;
}

async function stop(child: NodeProcess, ended: Promise<unknown>): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(force);
}

async function kill(child: NodeProcess, ended: Promise<unknown>): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
}
