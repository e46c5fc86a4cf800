import { setTimeout as wait } from 'node:timers/promises';

const LOOK_EVERY_MS = 10;

/** Waits until what the PBX tells makes it so; false when it did not in time. */
export async function untilTold(isSo: () => boolean, limitMs: number): Promise<boolean> {
    const deadline = performance.now() + limitMs;
    while (!isSo() && performance.now() < deadline) await wait(LOOK_EVERY_MS);
    return isSo();
}
