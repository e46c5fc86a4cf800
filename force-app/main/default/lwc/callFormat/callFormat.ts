export { callerName, callerNumber } from './callerIdentity';
export { holdMs, serviceMs, waitingMs } from './callTimes';
export { formatDuration } from './duration';
export { fillPlaceholders } from './placeholders';
export { formatTimeOfDay, localDay } from './localTime';
export { formatTaxId, maskTaxId } from './taxId';
