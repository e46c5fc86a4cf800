import type { CallView } from 'bridge/contract';

/** The name on record; until the lookup is done, or when it found nobody, the name that the telephony side announced. */
export const callerName = ({ caller, announcedName }: CallView): string | null => caller?.contactName ?? announcedName;

/** The number as Brazilians read it; null when it was withheld. */
export const callerNumber = ({ numberDisplay, number }: CallView): string | null => numberDisplay ?? number;
