import type { CallView } from 'bridge/contract';
import { labels } from './labels';
import { fillPlaceholders } from './placeholders';

/**
 * The name on record, a lead's marked as one; until the lookup is done, or when it found nobody, the name that the
 * telephony side announced.
 */
export function callerName({ caller, announcedName }: CallView): string | null {
    const who = caller?.who;
    if (!who) return announcedName;
    return who.kind === 'lead' ? fillPlaceholders(labels.leadName, who.name) : who.name;
}

/** The number as Brazilians read it; null when it was withheld. */
export const callerNumber = ({ numberDisplay, number }: CallView): string | null => numberDisplay ?? number;
