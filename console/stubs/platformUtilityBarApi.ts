import type { UtilityAttributes } from 'console/shellEvents';
import { emitShellEvent } from 'console/shellEvents';

const SOFTPHONE_UTILITY_ID = 'softphone';

/** The page has one utility, so whoever asks is inside it. */
export class EnclosingUtilityId {
    readonly #emit: (utilityId: string) => void;

    constructor(emit: (utilityId: string) => void) {
        this.#emit = emit;
    }

    connect(): void {
        this.#emit(SOFTPHONE_UTILITY_ID);
    }

    update(): void {}

    disconnect(): void {}
}

export async function updateUtility(utilityId: string, attributes: UtilityAttributes): Promise<boolean> {
    emitShellEvent('console:updateutility', { utilityId, attributes });
    return true;
}

export async function open(utilityId: string): Promise<boolean> {
    emitShellEvent('console:openutility', { utilityId });
    return true;
}

export async function minimize(utilityId: string): Promise<boolean> {
    emitShellEvent('console:minimizeutility', { utilityId });
    return true;
}
