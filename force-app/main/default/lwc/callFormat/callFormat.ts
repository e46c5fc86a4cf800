export { callerName, callerNumber } from './callerIdentity';
export { resultText } from './callResult';
export { holdMs, serviceMs, waitingMs } from './callTimes';
export { formatDialled, isDialled } from './dialledNumber';
export { formatDuration, formatPosition, formatTimeLeft, secondsLeft } from './duration';
export { fillPlaceholders } from './placeholders';
export { formatDay, formatTimeOfDay, localDay } from './localTime';
export { formatTaxId, maskTaxId } from './taxId';
export { formatMoment, formatTimeOfDayExactly } from './localTime';
