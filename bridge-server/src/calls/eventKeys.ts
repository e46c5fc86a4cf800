import type { CallEventType } from '../contract/callEvent.ts';

/**
 * The deduplicating keys of events for telephony sides that give their events no id of their own.
 * What can happen once to a call or a leg is named by it; what can happen again (hold, resume) needs the time too.
 */
export const eventKeys = {
    call: (callId: string, type: CallEventType): string => `${callId}|${type}`,
    leg: (legId: string, type: CallEventType): string => `${legId}|${type}`,
    repeatable: (legId: string, type: CallEventType, at: string): string => `${legId}|${type}|${at}`
};
