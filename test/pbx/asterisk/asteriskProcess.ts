import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { endsWithThisProcess } from '../endsWithThisProcess.ts';

export interface AsteriskProcess {
    /** What `asterisk -rx` prints for a command. */
    console(command: string): Promise<string>;
    /** Ends it in good order: calls are hung up. */
    stop(): Promise<void>;
    /** Ends it as a power cut would. */
    kill(): Promise<void>;
}

const PROGRAM = '/usr/sbin/asterisk';
const BOOT_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 10_000;
const CONSOLE_LIMIT_MS = 10_000;
const POLL_MS = 100;

/** Starts the PBX of a run folder, and resolves once it is fully booted. @throws Error when it ends before, or never is */
export async function startAsteriskProcess(run: string, folder: string): Promise<AsteriskProcess> {
    const configuration = ['-C', join(folder, 'etc/asterisk.conf')];
    const output = createWriteStream(join(folder, 'log/output'), { flags: 'a' });
    await once(output, 'open');
    const child = spawn(...endsWithThisProcess(run, [PROGRAM, ...configuration, '-f', '-n']), {
        stdio: ['ignore', output, output]
    });
    const ended = once(child, 'exit');
    void ended.then(() => output.close());

    const console = async (command: string): Promise<string> => {
        const remote = promisify(execFile)(run, [PROGRAM, ...configuration, '-rx', command], {
            timeout: CONSOLE_LIMIT_MS
        });
        return (await remote).stdout;
    };
    const running: AsteriskProcess = {
        console,
        stop: () => end(child, ended, 'SIGTERM'),
        kill: () => end(child, ended, 'SIGKILL')
    };
    const deadline = Date.now() + BOOT_LIMIT_MS;
    for (;;) {
        const said = await console('core waitfullybooted').catch(() => '');
        if (said.includes('fully booted')) return running;
        if (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
            await wait(POLL_MS);
            continue;
        }
        await running.kill();
        throw new Error(`Asterisk did not start; ${join(folder, 'log')} says why.`);
    }
}

async function end(child: ChildProcess, ended: Promise<unknown>, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(force);
}
