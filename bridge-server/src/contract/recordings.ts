import { z } from 'zod';
import { instantSchema } from './instant.ts';

/** How a call's recordings are heard. */

/** One of a call's recordings. Most calls have one; a PBX that records anew after a transfer makes several. */
export const recordingPartSchema = z.object({
    /** Plays for as long as the ticket holds, with `Range`. */
    url: z.string(),
    /** The same audio, to be saved under the protocol's name. */
    downloadUrl: z.string(),
    /** Such as `audio/wav`. */
    contentType: z.string(),
    /** Whether browsers play this format; what they do not can be saved. */
    playable: z.boolean(),
    bytes: z.number().int().nonnegative(),
    /** Null where the format does not say. */
    durationMs: z.number().int().nonnegative().nullable(),
    /** How loud it is from beginning to end, each from 0 to 100; null where it is not known. */
    peaks: z.array(z.number().int().min(0).max(100)).nullable()
});

/** `POST /recordings/:protocol/ticket` answers this: addresses for an `<audio>` element, and until when they hold. */
export const recordingTicketSchema = z.object({
    expiresAt: instantSchema,
    parts: z.array(recordingPartSchema).min(1)
});

/**
 * Why a recording is not to be heard, as the problem's name.
 * - `protocol-unknown`: no call has this protocol
 * - `not-recorded`: the call has no recording
 * - `recording-not-ready`: it is on its way into the bridge's store; try again in a moment
 * - `recording-lost`: the bridge could not get it from the telephony side
 * - `recording-deleted`: its time is over, or somebody erased it; `deletion` says which, and when
 * - `no-case`: the call has no Case, by which Salesforce could say who may hear it
 * - `case-not-readable`: Salesforce does not let this user see the Case
 * - `ticket-refused`: the ticket is forged, of another recording, or over
 */
export const recordingProblemSchema = z.enum([
    'protocol-unknown',
    'not-recorded',
    'recording-not-ready',
    'recording-lost',
    'recording-deleted',
    'no-case',
    'case-not-readable',
    'ticket-refused'
]);

/** `retention`: its time was over; `erased`: somebody asked for it. */
export const deletionFactsSchema = z.object({ at: instantSchema, kind: z.enum(['retention', 'erased']) });

export type DeletionFacts = z.output<typeof deletionFactsSchema>;
export type RecordingPart = z.output<typeof recordingPartSchema>;
export type RecordingTicket = z.output<typeof recordingTicketSchema>;
export type RecordingProblem = z.output<typeof recordingProblemSchema>;
