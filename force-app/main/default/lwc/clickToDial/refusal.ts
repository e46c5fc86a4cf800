import { fillPlaceholders } from 'c/callFormat';
import { labels } from './labels';

/** Why a number was not called, by the name of the problem. */
const REASONS: Readonly<Record<string, string>> = {
    unreachable: labels.unreachable,
    forbidden: labels.forbidden,
    unauthorised: labels.forbidden,
    'not-capable': labels.impossible,
    'telephony-away': labels.telephonyAway,
    'telephony-refused': labels.telephonyRefused,
    'number-without-area': labels.noArea
};

export const describeRefusal = (number: string, reason: string): string =>
    `${fillPlaceholders(labels.refused, number)} ${REASONS[reason] ?? labels.numberRefused}`;
