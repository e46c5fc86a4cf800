import type { AmiAction, AmiMessage } from '../../src/telephony/asterisk/amiMessage.ts';
import { AmiRefused } from '../../src/telephony/asterisk/amiError.ts';

/** What the checks ask of a PBX. Both throw AmiRefused or AmiUnreachable. */
export interface Pbx {
    ask(action: AmiAction): Promise<AmiMessage>;
    list(action: AmiAction): Promise<readonly AmiMessage[]>;
    /** The next event that is meant; null when none comes in time. To be called before what makes it come. */
    nextEvent(isMeant: (message: AmiMessage) => boolean, withinMs: number): Promise<AmiMessage | null>;
}

const DENIED = /permission denied/i;
const UNKNOWN_ACTION = /invalid\/unknown command/i;

export const isDenied = (error: unknown): boolean => error instanceof AmiRefused && DENIED.test(error.message);
/** The module that offers the action is not loaded. */
export const isUnknownAction = (error: unknown): boolean =>
    error instanceof AmiRefused && UNKNOWN_ACTION.test(error.message);

/** The answer, or null when the PBX refuses it, whatever for. Throws AmiUnreachable. */
export async function unlessRefused<T>(asking: Promise<T>): Promise<T | null> {
    try {
        return await asking;
    } catch (error) {
        if (error instanceof AmiRefused) return null;
        throw error;
    }
}
