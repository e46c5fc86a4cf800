import { z } from 'zod';

/** In which queues an agent takes calls, where agents may enter and leave queues themselves. */

/** One queue as one agent sees it. */
export const queueLoginSchema = z.object({
    name: z.string(),
    /** Whether the agent is a member. A pause is no leaving: who is paused stays one. */
    isIn: z.boolean(),
    /** Whether the telephony side's configuration put the agent there: who is fixed cannot leave. */
    isFixed: z.boolean(),
    /** Callers who wait; null where the telephony side does not say. */
    waiting: z.number().int().nonnegative().nullable(),
    /** Agents who could be offered a call now; null where the telephony side does not say. */
    free: z.number().int().nonnegative().nullable()
});

/** `GET /agent/queues`: the queues that the agent may enter and leave, by name; those where they are fixed, too. */
export const queueLoginsSchema = z.object({ queues: z.array(queueLoginSchema) });

/** `PUT /agent/queues/:name` takes this. Entering where one is and leaving where one is not is no mistake. */
export const queueLoginRequestSchema = z.strictObject({
    isIn: z.boolean('must be true to enter the queue, or false to leave it')
});

export type QueueLogin = z.output<typeof queueLoginSchema>;
export type QueueLogins = z.output<typeof queueLoginsSchema>;
export type QueueLoginRequest = z.output<typeof queueLoginRequestSchema>;
