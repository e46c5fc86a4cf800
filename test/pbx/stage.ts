import { createWriteStream } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAsterisk } from './asterisk/startAsterisk.ts';
import { type Scene, setScene } from './scene.ts';
import { startPbxStack } from './stack.ts';

export interface Stage {
    /** Everything of this run lies here, and goes with it. */
    readonly folder: string;
    /** Starts PBX, org, bridge, phones. */
    set(): Promise<Scene>;
    /** Stops what runs, the latest first, also when not all of it started; waits for what is starting. */
    close(): Promise<void>;
}

/** PostgreSQL, which may run as another user, must pass through. */
const PASSABLE = 0o711;

export async function openStage(): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'softphone-pbx-'));
    await chmod(folder, PASSABLE);
    const closers: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true, maxRetries: 5 })];
    let setting: Promise<unknown> = Promise.resolve();

    async function setAll(): Promise<Scene> {
        const pbx = await startAsterisk({ runDir: join(folder, 'pbx') });
        closers.push(() => pbx.remove());
        const bridgeLog = createWriteStream(join(folder, 'bridge.log'));
        const stack = await startPbxStack(pbx, join(folder, 'bridge'), (line) => bridgeLog.write(`${line}\n`));
        closers.push(() => stack.stop());
        const scene = await setScene(pbx, stack, folder);
        closers.push(() => scene.strike());
        return scene;
    }

    return {
        folder,
        set() {
            const scene = setAll();
            setting = scene;
            return scene;
        },
        async close() {
            await setting.catch(() => undefined);
            for (const close of closers.splice(0).reverse()) {
                await close().catch((error: unknown) => console.error('It did not stop cleanly:', error));
            }
        }
    };
}
