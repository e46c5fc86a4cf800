import { z } from 'zod';
import { instantSchema } from './instant.ts';

/** What happened in a call, for the page of its Case. */

export const timelineEntrySchema = z.object({
    at: instantSchema,
    what: z.enum([
        'arrived',
        'dialled',
        'offered',
        'answered',
        'refused',
        'missed',
        'held',
        'resumed',
        'consulted',
        'conference',
        'transferred',
        'left',
        'abandoned',
        'ended'
    ]),
    /** The agent whose part it is; null for what happened to the call as a whole. */
    agent: z.object({ extension: z.string(), name: z.string().nullable() }).nullable(),
    /** Such as to whom the call was transferred; null where there is nothing to add. */
    detail: z.string().nullable()
});

export const caseCallSchema = z.object({
    callId: z.string(),
    protocol: z.string(),
    direction: z.enum(['inbound', 'outbound', 'internal']),
    numberDisplay: z.string().nullable(),
    queue: z.string().nullable(),
    startedAt: instantSchema,
    answeredAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    /** Milliseconds on hold, of all agents. */
    heldMs: z.number().int().nonnegative(),
    recorded: z.boolean(),
    /** What the agents wrote down, in the order of their parts. */
    notes: z.array(z.object({ agent: z.string(), reason: z.string().nullable(), text: z.string() })),
    timeline: z.array(timelineEntrySchema)
});

/** `GET /agent/cases/:caseId/calls`: the calls of one Case, the last one first. */
export const caseCallsSchema = z.object({ calls: z.array(caseCallSchema) });

export type TimelineEntry = z.output<typeof timelineEntrySchema>;
export type CaseCall = z.output<typeof caseCallSchema>;
export type CaseCalls = z.output<typeof caseCallsSchema>;
