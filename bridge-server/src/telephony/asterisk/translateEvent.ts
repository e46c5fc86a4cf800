import type { CallEvent } from '../../contract/callEvent.ts';
import type { Instant } from '../../contract/instant.ts';
import { type AmiMessage, fieldOf } from './amiMessage.ts';
import { announced, ANNOUNCEMENT } from './announcedEvents.ts';
import { localBridge, localOptimizationBegin } from './consultEvents.ts';
import { dialBegin, dialEnd } from './dialEvents.ts';
import { hangup, originateResponse } from './hangupEvents.ts';
import { attendedTransfer, blindTransfer, hold, rename, unhold } from './legEvents.ts';
import { agentCalled, agentConnect, agentRingNoAnswer, queueCallerAbandon, queueCallerJoin } from './queueEvents.ts';
import { mixMonitorMute, mixMonitorStart, recordingReady } from './recordingEvents.ts';
import type { EventMeaning, TranslationContext } from './translation.ts';

/** What the dial plan and the bridges announce, by the name of the announcement. */
const ANNOUNCED: ReadonlyMap<string, EventMeaning> = new Map([
    ['RecordingReady', recordingReady],
    [ANNOUNCEMENT, announced]
]);

const userEvent: EventMeaning = (message, at, context) =>
    ANNOUNCED.get(fieldOf(message, 'UserEvent'))?.(message, at, context) ?? [];

const MEANINGS: ReadonlyMap<string, EventMeaning> = new Map([
    ['QueueCallerJoin', queueCallerJoin],
    ['QueueCallerAbandon', queueCallerAbandon],
    ['AgentCalled', agentCalled],
    ['AgentConnect', agentConnect],
    ['AgentRingNoAnswer', agentRingNoAnswer],
    ['DialBegin', dialBegin],
    ['DialEnd', dialEnd],
    ['OriginateResponse', originateResponse],
    ['LocalBridge', localBridge],
    ['LocalOptimizationBegin', localOptimizationBegin],
    ['Hold', hold],
    ['Unhold', unhold],
    ['BlindTransfer', blindTransfer],
    ['AttendedTransfer', attendedTransfer],
    ['Rename', rename],
    ['MixMonitorStart', mixMonitorStart],
    ['MixMonitorMute', mixMonitorMute],
    ['UserEvent', userEvent],
    ['Hangup', hangup]
]);

export interface Translation extends TranslationContext {
    /** Told the name of each event that means nothing here. */
    readonly countIgnored: (eventName: string) => void;
}

/**
 * What an AMI event says in the words of no vendor: mostly nothing. Never throws, whatever the message holds.
 *
 * @param receivedAt when it was read; the PBX's own `Timestamp` (manager.conf: `timestampevents`) goes before it
 */
export function translateEvent(message: AmiMessage, receivedAt: Instant, translation: Translation): CallEvent[] {
    const meaning = MEANINGS.get(fieldOf(message, 'Event'));
    if (meaning) return meaning(message, timeOf(message) ?? receivedAt, translation);
    translation.countIgnored(eventNameOf(message));
    return [];
}

/** Whether this event can mean something here; most of what a PBX tells cannot, and need not wait in line. */
export const concernsCalls = (message: AmiMessage): boolean => MEANINGS.has(fieldOf(message, 'Event'));

/** The event's name, fit to be counted by. */
export function eventNameOf(message: AmiMessage): string {
    const name = fieldOf(message, 'Event');
    return /^\w{1,64}$/.test(name) ? name : 'other';
}

/** Seconds since 1970 with microseconds, such as `1795402035.397214`. */
export function timeOf(message: AmiMessage): Instant | null {
    const text = fieldOf(message, 'Timestamp');
    return /^\d{9,11}(\.\d+)?$/.test(text) ? new Date(Number(text) * 1000).toISOString() : null;
}
