import { z } from 'zod';

/** What an agent can ask for during a call. */

const line = (maxLength: number, message: string) =>
    z
        .string(message)
        .trim()
        .min(1, message)
        .max(maxLength, message)
        .regex(/^\P{Cc}+$/u, message)
        .refine((text) => text.isWellFormed(), message);

/** Whom a call can be handed to, or be asked about it. */
export const transferTargetSchema = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('agent'), extension: line(40, 'must be an extension such as 1002') }),
    z.strictObject({ kind: z.literal('queue'), name: line(128, 'must be the name of a queue') }),
    z.strictObject({ kind: z.literal('number'), number: line(40, 'must be a telephone number or an extension') })
]);

const toTarget = z.strictObject({ to: transferTargetSchema });
const nothing = z.strictObject({});

/** One keypress a character, as a telephone has them (ITU-T Q.23). */
const DTMF = /^[0-9*#A-D]{1,32}$/;

/** What each action takes beside the call that it is about: the body of `POST /agent/calls/:callId/:action`. */
export const ACTION_BODIES = {
    answer: nothing,
    reject: nothing,
    hangup: nothing,
    hold: nothing,
    resume: nothing,
    mute: nothing,
    unmute: nothing,
    dtmf: z.strictObject({ digits: z.string().regex(DTMF, 'must be 1 to 32 of 0-9, *, # and A-D') }),
    /** Hands the customer over unasked and leaves. */
    blindTransfer: toTarget,
    /** Puts the customer on hold and asks somebody, who may take the call over. */
    consult: toTarget,
    /** Hands the customer to whom was consulted. */
    completeTransfer: nothing,
    /** Back to the customer. */
    cancelTransfer: nothing,
    /** Agent, customer and whom was consulted speak with one another. */
    conference: nothing,
    pauseRecording: nothing,
    resumeRecording: nothing
} as const;

/** What the telephony side cannot do is never listed in a call's `actions`. */
export const agentActionSchema = z.enum(Object.keys(ACTION_BODIES) as [keyof typeof ACTION_BODIES]);

export type TransferTarget = z.output<typeof transferTargetSchema>;
export type AgentAction = z.output<typeof agentActionSchema>;
/** An action with what it takes, such as `{ action: 'dtmf', digits: '12#' }`. */
export type AgentCommand =
    | { readonly action: Exclude<AgentAction, 'dtmf' | 'blindTransfer' | 'consult'> }
    | { readonly action: 'dtmf'; readonly digits: string }
    | { readonly action: 'blindTransfer' | 'consult'; readonly to: TransferTarget };

/**
 * Why a telephony side did not carry out what an agent asked for; the softphone says it in its agent's language.
 * `telephony-silent`: no answer came in time, and whether it was carried out is not known. `telephony-refused`:
 * anything else; the problem's detail has the words.
 */
export const refusalReasonSchema = z.enum([
    'telephony-away',
    'telephony-silent',
    'telephony-refused',
    'call-over',
    'not-ringing',
    'not-capable',
    'not-possible-now',
    'answer-on-phone',
    'phone-unreachable',
    'own-extension',
    'no-such-target',
    'target-busy'
]);

/** `POST /agent/calls`: whom to call. */
export const dialRequestSchema = z.strictObject({
    /** In any Brazilian spelling, international with `+`, an extension or a short code. */
    number: line(40, 'must be a telephone number such as (11) 98765-4321'),
    /** The contact, person account, account or lead whose number it is, where a record's page asks for the call. */
    recordId: z
        .string()
        .regex(/^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/, 'must be a Salesforce record id of 15 or 18 characters')
        .nullable()
        .default(null)
});
/** `POST /agent/calls` answers this once the agent's telephone is called. */
export const dialledSchema = z.object({ callId: z.string() });

/** Text of the Task's Comments, without what Salesforce would refuse. */
const MAX_NOTE_LENGTH = 20_000;

/** What the agent writes down about their part of a call; it goes into the Task. */
export const noteSchema = z.strictObject({
    /** One of `settings.contactReasons`; null: none chosen. */
    reason: line(255, 'must be one of the contact reasons, or null').nullable(),
    text: z
        .string()
        .max(MAX_NOTE_LENGTH, `must have at most ${MAX_NOTE_LENGTH} characters`)
        .transform((text) => text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, ''))
});

/** `PUT /agent/calls/:callId/note` takes this. */
export const noteRequestSchema = noteSchema.extend({
    /** The agent's part: the same call may come back to them. */
    legId: line(200, 'must be the legId of the call as the agent sees it')
});

export type RefusalReason = z.output<typeof refusalReasonSchema>;
export type DialRequest = z.input<typeof dialRequestSchema>;
export type Dialled = z.output<typeof dialledSchema>;
export type Note = z.output<typeof noteSchema>;
export type NoteRequest = z.output<typeof noteRequestSchema>;
