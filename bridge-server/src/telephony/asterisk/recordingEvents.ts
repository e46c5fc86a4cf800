import { createHash } from 'node:crypto';
import { eventKeys } from '../../calls/eventKeys.ts';
import { cleanText, identifierOf } from './cleanText.ts';
import { fieldOf } from './amiMessage.ts';
import { type EventMeaning, ofCall } from './translation.ts';

const MAX_NAME = 255;
const MAX_FORMAT = 16;

export const mixMonitorStart: EventMeaning = (message, at, { calls }) => {
    const linkedid = identifierOf(message, 'Linkedid');
    const call = linkedid && calls.findAlsoOver(linkedid);
    if (linkedid && !call) calls.earlyRecordings.add(linkedid);
    if (!call || call.recorded) return [];
    call.recorded = true;
    return [ofCall('recordingStarted', call, at)];
};

/**
 * `UserEvent(RecordingReady,Call: <linkedid>,Name: <file without extension>,Format: wav)` of the dial plan.
 * Recordings of calls that never concerned an agent would only make calls appear that nobody ever ends.
 */
export const recordingReady: EventMeaning = (message, at, { calls }) => {
    const linkedid = identifierOf(message, 'Call') ?? identifierOf(message, 'Linkedid');
    const call = linkedid && calls.findAlsoOver(linkedid);
    const name = cleanText(fieldOf(message, 'Name'), MAX_NAME);
    const format = cleanText(fieldOf(message, 'Format'), MAX_FORMAT);
    if (!call || !name || !format) return [];
    return [{ ...ofCall('recordingReady', call, at), key: keyOf(call.callId, `${name}.${format}`), name, format }];
};

/** A call may have several recordings: one is told of twice only if its name is. */
const keyOf = (callId: string, fileName: string): string =>
    `${eventKeys.call(callId, 'recordingReady')}|${createHash('sha256').update(fileName).digest('base64url').slice(0, 16)}`;

/** Sensitive things are said: the tape goes on without them. What a snapshot adopted is recorded for all that is known. */
export const mixMonitorMute: EventMeaning = (message, at, { calls }) => {
    const linkedid = identifierOf(message, 'Linkedid');
    const call = linkedid ? calls.find(linkedid) : undefined;
    if (!call) return [];
    const type = fieldOf(message, 'State') === '1' ? 'recordingPaused' : 'recordingResumed';
    return [{ ...ofCall(type, call, at), key: eventKeys.repeatable(call.callId, type, at) }];
};
