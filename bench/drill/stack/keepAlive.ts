import { setTimeout as wait } from 'node:timers/promises';
import type { ChildProcess } from '../../../scripts/stack/childProcess.ts';

/** A process that is started again whenever it ends, as a service manager does. */
export interface KeptAlive {
    /** How often it ended although nobody had killed it, or did not start: with PostgreSQL away, a bridge does both. */
    readonly unasked: number;
    /** Ends it as a power cut would, and resolves once it runs again. False when it was down already. */
    kill(downMs: number): Promise<boolean>;
    /** Resolves once it runs. */
    up(): Promise<void>;
    /** Ends it as a power cut would, for good. */
    killForGood(): Promise<void>;
    stop(): Promise<void>;
}

const RETRY_MS = 300;

/** @param start rejects when the process ends before it is ready; only the first time that is an error */
export async function keepAlive(start: () => Promise<ChildProcess>): Promise<KeptAlive> {
    let running: ChildProcess | null = null;
    let starting: Promise<void> = Promise.resolve();
    let isStopping = false;
    let unasked = 0;

    function hold(child: ChildProcess): void {
        running = child;
        void child.ended.then(() => {
            if (running !== child || isStopping) return;
            running = null;
            unasked += 1;
            starting = startAgain(RETRY_MS);
        });
    }

    async function startAgain(afterMs: number): Promise<void> {
        await wait(afterMs);
        while (!isStopping) {
            try {
                return hold(await start());
            } catch {
                unasked += 1;
                await wait(RETRY_MS);
            }
        }
    }

    async function end(how: 'kill' | 'stop'): Promise<void> {
        isStopping = true;
        await starting;
        await running?.[how]();
    }

    hold(await start());
    return {
        get unasked() {
            return unasked;
        },
        async kill(downMs) {
            const victim = running;
            if (!victim) return false;
            running = null;
            await victim.kill();
            starting = startAgain(downMs);
            await starting;
            return true;
        },
        up: () => starting,
        killForGood: () => end('kill'),
        stop: () => end('stop')
    };
}
