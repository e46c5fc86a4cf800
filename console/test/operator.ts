import type { TestStack } from './stack.ts';

/** Opens the bridge's routes for who runs it. */
export const ADMIN_TOKEN = 'a-token-of-at-least-thirty-two-characters';

interface Erasure {
    readonly by: string;
    readonly reason: string;
    /** Also before the law's time is over. */
    readonly force: boolean;
}

/** Who runs the bridge deletes the recordings of a call. @returns how many */
export async function eraseRecordings({ bridgeUrl }: TestStack, protocol: string, erasure: Erasure): Promise<number> {
    const response = await fetch(`${bridgeUrl}/admin/recordings/${encodeURIComponent(protocol)}/erase`, {
        method: 'POST',
        headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify(erasure)
    });
    if (!response.ok) throw new Error(`Erasing was answered ${response.status}: ${await response.text()}`);
    return ((await response.json()) as { erased: number }).erased;
}
