import { z } from 'zod';
import { instantSchema } from './instant.ts';

/** Whether an agent takes calls. */

/** What an agent chooses; being on a call and wrapping it up follow from the calls. */
export const chosenPresenceSchema = z.enum(['available', 'paused', 'offline']);

/** `GET /agent/events` tells this of the agent in the snapshot, and as `presence` each time it changes. */
export const presenceSchema = z.object({
    state: chosenPresenceSchema,
    /** Why the agent is paused; null when they are not, or when the bridge paused them for missing calls. */
    reason: z.string().nullable(),
    /** Whether the bridge paused the agent, because calls rang and nobody answered. */
    automatic: z.boolean(),
    since: instantSchema,
    /** The time after a call in which no other is offered; null when there is none. */
    wrapUp: z.object({ callId: z.string(), legId: z.string(), since: instantSchema, endsAt: instantSchema }).nullable()
});

/** `PUT /agent/presence` takes this and answers the presence. */
export const presenceRequestSchema = z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('available') }),
    z.strictObject({
        state: z.literal('paused'),
        /** One of `settings.pauseReasons`. */
        reason: z.string().min(1, 'must be one of the reasons for a pause').max(80)
    }),
    z.strictObject({ state: z.literal('offline') })
]);

/** What colleagues see of an agent. */
export const colleagueStateSchema = z.enum(['available', 'onCall', 'wrapUp', 'paused', 'offline']);

/** `GET /agent/directory`: to whom a call can be transferred. */
export const directorySchema = z.object({
    /** Everybody who has an extension, without the agent who asks; by name. */
    agents: z.array(
        z.object({
            extension: z.string(),
            name: z.string(),
            state: colleagueStateSchema,
            reason: z.string().nullable(),
            /** Since when; null for those who never signed in. */
            since: instantSchema.nullable()
        })
    ),
    queues: z.array(
        z.object({
            name: z.string(),
            /** Callers who wait; null where the telephony side does not say. */
            waiting: z.number().int().nonnegative().nullable(),
            /** Agents who could be offered a call now; null where the telephony side does not say. */
            free: z.number().int().nonnegative().nullable()
        })
    )
});

export type ChosenPresence = z.output<typeof chosenPresenceSchema>;
export type Presence = z.output<typeof presenceSchema>;
export type PresenceRequest = z.output<typeof presenceRequestSchema>;
export type ColleagueState = z.output<typeof colleagueStateSchema>;
export type Directory = z.output<typeof directorySchema>;
