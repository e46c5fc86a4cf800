import type { TestStack } from './stack.ts';

/** Opens the bridge's routes for who runs it. */
export const ADMIN_TOKEN = 'a-token-of-at-least-thirty-two-characters';

const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 100;

interface Erasure {
    readonly by: string;
    readonly reason: string;
    /** Also before the law's time is over. */
    readonly force: boolean;
}

/** Who runs the bridge deletes the recordings of a call. @returns how many */
export async function eraseRecordings(stack: TestStack, protocol: string, erasure: Erasure): Promise<number> {
    const { erased } = await ask<{ erased: number }>(stack, `${protocol}/erase`, {
        method: 'POST',
        body: JSON.stringify(erasure)
    });
    return erased;
}

/** Waits until the bridge has its own copy of every recording of a call. */
export async function awaitStored(stack: TestStack, protocol: string): Promise<void> {
    const deadlineMs = Date.now() + PATIENCE_MS;
    for (;;) {
        const { recordings } = await ask<{ recordings: { state: string }[] }>(stack, protocol);
        if (recordings.length > 0 && recordings.every(({ state }) => state === 'stored')) return;
        if (Date.now() > deadlineMs) throw new Error(`The recording is ${JSON.stringify(recordings)}`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
}

async function ask<Answer>({ bridgeUrl }: TestStack, path: string, request: RequestInit = {}): Promise<Answer> {
    const headers = { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' };
    const response = await fetch(`${bridgeUrl}/admin/recordings/${path}`, { ...request, headers });
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
}
