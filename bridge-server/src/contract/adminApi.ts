import { z } from 'zod';
import { callerViewSchema } from './agentApi.ts';
import { instantSchema } from './instant.ts';

/** What crosses the wire between the bridge and the people who run it. Every request carries the ADMIN_TOKEN. */

/**
 * How a call stands with Salesforce.
 * - `failed`: Salesforce refused a step for good; nothing happens until somebody retries it
 * - `waiting`: it lacks something, and is tried when its turn or its next try comes
 * - `underWay`: a replica works on it now
 * - `complete`: Salesforce lacks nothing of it
 */
export const callSyncSchema = z.enum(['failed', 'waiting', 'underWay', 'complete']);

/** What a try was about: a step of the plan, and the leg where it is about one agent's part. */
export const failedStepSchema = z.object({ kind: z.string(), legId: z.string().nullable() });

/** A call without anything that says who called. */
export const adminCallSchema = z.object({
    callId: z.string(),
    protocol: z.string(),
    sync: callSyncSchema,
    startedAt: instantSchema,
    /** When the first agent answered; null when nobody did. */
    answeredAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    /** What failed last; null when no try has failed since the last one that went well. */
    step: failedStepSchema.nullable(),
    /** Tries of the step since it became due. */
    attempts: z.number().int().nonnegative(),
    failedAt: instantSchema.nullable(),
    /** When it is tried next; null when it is not. */
    nextTryAt: instantSchema.nullable(),
    /** Salesforce's code, such as `FIELD_CUSTOM_VALIDATION_EXCEPTION`. */
    code: z.string().nullable(),
    /** May quote personal data: for the operator's eyes, not for logs and tickets. */
    saidBySalesforce: z.string().nullable(),
    /** What to do about the code; null when nothing failed. */
    advice: z.string().nullable()
});

const MAX_PAGE = 200;
const PAGE = 50;
const code = z.string().regex(/^\w{1,80}$/, 'must be a code such as FIELD_CUSTOM_VALIDATION_EXCEPTION');
const step = z.string().regex(/^[A-Za-z]{1,40}$/, 'must be a step such as openCase');

/** `GET /admin/calls`: failed calls come last failed first, waiting ones longest begun first. */
export const adminCallsQuerySchema = z.strictObject({
    sync: z.enum(['failed', 'waiting'], 'must be failed or waiting'),
    limit: z.coerce
        .number('must be a number')
        .int('must be whole')
        .min(1, 'must be at least 1')
        .max(MAX_PAGE, `must be at most ${MAX_PAGE}`)
        .default(PAGE),
    /** The `next` of the page before. */
    after: z
        .string()
        .max(500)
        .regex(/^\d{1,20}_./, 'must be the `next` of the page before')
        .optional(),
    code: code.optional(),
    step: step.optional()
});

/** `next` is null on the last page. */
export const adminCallsSchema = z.object({ calls: z.array(adminCallSchema), next: z.string().nullable() });

/** `GET /admin/calls/:callId`, where a protocol does as well as an id. */
export const adminCallQuerySchema = z.strictObject({
    personalData: z.enum(['include'], 'must be include, or left out').optional()
});

export const adminCallDetailsSchema = adminCallSchema.extend({
    case: z.object({ id: z.string(), number: z.string().nullable() }).nullable(),
    /** The agents' parts, in their order. */
    legs: z.array(
        z.object({
            legId: z.string(),
            /** The agent's extension. */
            agent: z.string(),
            answeredAt: instantSchema.nullable(),
            endedAt: instantSchema.nullable(),
            taskId: z.string().nullable()
        })
    ),
    /** Only when it was asked for. */
    personalData: z
        .object({
            number: z.string().nullable(),
            announcedName: z.string().nullable(),
            caller: callerViewSchema.nullable()
        })
        .optional()
});

/** `POST /admin/calls/retry` takes this; without a filter every failed call is meant. */
export const retryRequestSchema = z.strictObject({ code: code.optional(), step: step.optional() });

/** How many calls are due again, and since when: one whose `failedAt` is not before it failed again. */
export const retriedSchema = z.object({ due: z.number().int().nonnegative(), at: instantSchema });

/** `GET /admin/sync` */
export const syncCountsSchema = z.object({
    failed: z.number().int(),
    /** Calls that lack something and that no replica works on now. */
    waiting: z.number().int(),
    /** Calls that a replica works on now. */
    leased: z.number().int(),
    /** Of both, those whose last try failed, or that were retried and have not been tried yet. */
    retrying: z.number().int(),
    /** How long Salesforce has lacked what the oldest waiting call needs; null when none waits. */
    oldestWaitingSeconds: z.number().nullable()
});

export type AdminCall = z.output<typeof adminCallSchema>;
export type AdminCallsQuery = z.output<typeof adminCallsQuerySchema>;
export type AdminCalls = z.output<typeof adminCallsSchema>;
export type AdminCallDetails = z.output<typeof adminCallDetailsSchema>;
export type RetryRequest = z.output<typeof retryRequestSchema>;
export type Retried = z.output<typeof retriedSchema>;
export type SyncCounts = z.output<typeof syncCountsSchema>;
