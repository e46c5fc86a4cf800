import { z } from 'zod';
import { transferTargetSchema } from './callActions.ts';
import { instantSchema } from './instant.ts';

/**
 * What the telephony side tells the bridge, in words of no vendor.
 *
 * A *call* is what the customer experiences: it begins when they reach us (or we them) and ends when they
 * are gone. A *leg* is one agent's part in it: being offered the call, taking it, holding it, leaving it.
 * Every adapter (Asterisk, webhook, simulator) speaks these events and nothing else.
 *
 * Events may come late, twice or out of order. `key` makes a repeated event harmless; every event carries
 * enough to be understood alone, so that the first one seen can open the call.
 */
const plainText = (maxLength: number) =>
    z
        .string()
        .min(1)
        .max(maxLength)
        .regex(/^\P{Cc}+$/u, 'must not contain control characters')
        .refine((value) => value.isWellFormed(), 'must be well-formed Unicode');

const id = plainText(200).regex(/^\S(.*\S)?$/, 'must not begin or end with a blank');

/** Text of a stranger, such as a caller's name: control characters go, and what is too long is cut, never refused. */
export const strangersText = (maxLength: number) =>
    z.string().transform((value) => [...value.toWellFormed().replace(/\p{Cc}/gu, '')].slice(0, maxLength).join(''));

/** What is known of the call beside the event itself. The first value told for a fact stays. */
const callFactsSchema = z
    .object({
        direction: z.enum(['inbound', 'outbound', 'internal']),
        /** The other party's number as the telephony side wrote it; null or absent when withheld. */
        number: strangersText(128).nullable(),
        callerName: strangersText(255).nullable(),
        queue: strangersText(128).nullable(),
        /** The attendance protocol, when the telephony side issues it. */
        protocol: z
            .string()
            .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, dashes or underscores')
            .nullable(),
        /** Told after the call was over, from the telephony side's own log: nobody saw it live. */
        recovered: z.literal(true)
    })
    .partial();

const callEvent = {
    /** Unique for what happened, the same each time it is told. */
    key: id,
    callId: id,
    at: instantSchema,
    facts: callFactsSchema.default({})
};

const legEvent = {
    ...callEvent,
    legId: id,
    /** The agent's extension, as in `User.Extension`. */
    agent: plainText(40)
};

export const legEndReasonSchema = z.enum([
    'hungUp',
    'refused',
    'noAnswer',
    'answeredElsewhere',
    'callerGone',
    'busy',
    'failed',
    'transferred',
    'lost'
]);

export const callEventSchema = z.discriminatedUnion('type', [
    /** The customer's call reached a queue. */
    z.object({ type: z.literal('callArrived'), ...callEvent }),
    /** An agent dials a customer; `facts.number` is whom. */
    z.object({ type: z.literal('callDialled'), ...legEvent }),
    /** The call rings at an agent. `consult`: a colleague asks before handing the call over. */
    z.object({ type: z.literal('legOffered'), ...legEvent, kind: z.enum(['offer', 'consult']).default('offer') }),
    z.object({ type: z.literal('legAnswered'), ...legEvent }),
    z.object({ type: z.literal('legHeld'), ...legEvent }),
    z.object({ type: z.literal('legResumed'), ...legEvent }),
    z.object({ type: z.literal('legMuted'), ...legEvent }),
    z.object({ type: z.literal('legUnmuted'), ...legEvent }),
    /** The agent asks somebody while the customer waits; a colleague's own leg is offered as a `consult`. */
    z.object({ type: z.literal('consultStarted'), ...legEvent, to: transferTargetSchema }),
    /** Whom the agent asks took the call. */
    z.object({ type: z.literal('consultAnswered'), ...legEvent }),
    /** Whom the agent asked is gone, or left the conference. */
    z.object({ type: z.literal('consultEnded'), ...legEvent }),
    /** Agent, customer and whom the agent asks speak with one another. */
    z.object({ type: z.literal('conferenceStarted'), ...legEvent }),
    /** The agent hands the customer over and leaves. */
    z.object({
        type: z.literal('legTransferred'),
        ...legEvent,
        mode: z.enum(['blind', 'attended']),
        to: z.string().max(128)
    }),
    z.object({ type: z.literal('legEnded'), ...legEvent, reason: legEndReasonSchema.default('hungUp') }),
    /** The customer gave up before anyone answered. */
    z.object({ type: z.literal('callAbandoned'), ...callEvent }),
    z.object({ type: z.literal('callEnded'), ...callEvent }),
    z.object({ type: z.literal('recordingStarted'), ...callEvent }),
    z.object({ type: z.literal('recordingPaused'), ...callEvent }),
    z.object({ type: z.literal('recordingResumed'), ...callEvent }),
    /** Audio of the call can be fetched from where the telephony side keeps it, under `name` or at `url`. */
    z.object({
        type: z.literal('recordingReady'),
        ...callEvent,
        name: plainText(255),
        format: plainText(16),
        url: z
            .url({ protocol: /^https$/, error: 'must be an https URL' })
            .max(2000)
            .optional()
    })
]);

export type CallEvent = z.output<typeof callEventSchema>;
export type CallEventType = CallEvent['type'];
export type LegEvent = Extract<CallEvent, { legId: string }>;
export type LegEndReason = z.output<typeof legEndReasonSchema>;
export type CallFacts = z.output<typeof callFactsSchema>;
