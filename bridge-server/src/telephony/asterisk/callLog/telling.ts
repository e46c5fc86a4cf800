import type { AmiMessage } from '../amiMessage.ts';
import type { CelRecord } from './celRecord.ts';
import type { KnownCall } from './knownCall.ts';

/** A message that the manager interface would have told, and when. */
export interface Told {
    readonly time: number;
    readonly message: AmiMessage;
}

/** What is known of a call while its records are told one after the other. */
export interface Telling extends KnownCall {
    /** The last record of a channel so far, which has its number, name and Linkedid. */
    readonly lastOf: ReadonlyMap<string, CelRecord>;
    /** All of them, in the order of time. */
    readonly records: readonly CelRecord[];
}

export const at = (time: number, event: string, fields: AmiMessage): Told => ({
    time,
    message: { Event: event, Timestamp: time.toFixed(6), ...fields }
});

export const own = ({ uniqueid, linkedid, channel, callerNumber, callerName }: CelRecord): AmiMessage => ({
    Channel: channel,
    Uniqueid: uniqueid,
    Linkedid: linkedid,
    CallerIDNum: callerNumber,
    CallerIDName: callerName
});

export const dest = ({ uniqueid, linkedid, channel }: CelRecord): AmiMessage => ({
    DestChannel: channel,
    DestUniqueid: uniqueid,
    DestLinkedid: linkedid
});

export const causeOf = ({ extra }: CelRecord): string => extra['hangupcause'] ?? '';

export const queueOf = (data: string): string => data.split(',')[0] ?? '';

/** `RecordingReady,Call: pbx-1.2,Name: call-pbx-1.2,Format: wav` */
export function userEvent(data: string): AmiMessage {
    const [name = '', ...headers] = data.split(',');
    const fields = headers.map((header) => [header.split(':')[0]?.trim(), header.split(/:\s*(.*)/s)[1] ?? '']);
    return { ...Object.fromEntries(fields), UserEvent: name };
}
