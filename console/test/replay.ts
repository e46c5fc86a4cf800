import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../..');
const CAPTURE = 'bridge-server/test/captures/ami-queue-answered.raw.txt';
const AUDIO = 'bridge-server/src/telephony/simulator/sample.wav';
const SPEED = '5';

export interface Replay {
    /** Resolves to the exit code once everything was played. */
    readonly ended: Promise<number | null>;
    stop(): Promise<void>;
}

/** A recorded PBX to which the bridge connects, and whose agent answers and hangs up when the softphone says so. */
export function startReplay(amiPort: number, recordingsDir: string): Replay {
    const options = ['--port', String(amiPort), '--speed', SPEED, '--interactive'];
    const recording = ['--recording', AUDIO, '--recordings-dir', recordingsDir];
    const child = spawn(process.execPath, ['bridge-server/tools/replay/main.ts', CAPTURE, ...options, ...recording], {
        cwd: repository,
        stdio: ['ignore', 'ignore', 'inherit']
    });
    const ended = once(child, 'exit').then(([code]) => code as number | null);
    return {
        ended,
        async stop() {
            if (child.exitCode === null) child.kill('SIGTERM');
            await ended;
        }
    };
}
