import { z } from 'zod';
import { instantSchema } from './instant.ts';
import { recordingProblemSchema } from './recordings.ts';

/** What the people who run the bridge learn and do about recordings. Every request carries the ADMIN_TOKEN. */

/**
 * - `waiting`: told, and not copied yet
 * - `failed`: nothing happens until somebody retries it
 * - `stored`: in the bridge's store
 * - `deleted`: its time was over, or it was erased
 */
export const recordingStateSchema = z.enum(['waiting', 'failed', 'stored', 'deleted']);

const reason = z
    .string('must say why')
    .trim()
    .min(3, 'must say why, in at least 3 characters')
    .max(500, 'must have at most 500 characters')
    .regex(/^\P{Cc}*$/u, 'must be one line');
/** Who does it: the token does not say. */
const by = z
    .string('must say who does it')
    .trim()
    .min(2, 'must say who does it')
    .max(120, 'must have at most 120 characters')
    .regex(/^\P{Cc}*$/u, 'must be one line');

export const legalHoldSchema = z.object({ since: instantSchema, by: z.string(), reason: z.string() });

export const adminRecordingSchema = z.object({
    callId: z.string(),
    protocol: z.string(),
    part: z.number().int(),
    state: recordingStateSchema,
    /** As the telephony side named it. */
    name: z.string(),
    format: z.string(),
    endedAt: instantSchema.nullable(),
    /** Where it was copied from. */
    source: z.string().nullable(),
    bytes: z.number().int().nullable(),
    sha256: z.string().nullable(),
    /** False: the source never had more than a part of it. */
    whole: z.boolean().nullable(),
    attempts: z.number().int(),
    nextTryAt: instantSchema.nullable(),
    code: z.string().nullable(),
    lastError: z.string().nullable(),
    /** What to do about the code; null when nothing failed. */
    advice: z.string().nullable(),
    hold: legalHoldSchema.nullable(),
    /** When it is to be deleted; null while it is held, or is deleted. */
    keptUntil: instantSchema.nullable(),
    deleted: z.object({ at: instantSchema, why: z.string(), by: z.string() }).nullable()
});

/** `GET /admin/recordings` */
export const adminRecordingsQuerySchema = z.strictObject({
    state: recordingStateSchema.optional(),
    held: z.enum(['yes'], 'must be yes, or left out').optional(),
    limit: z.coerce.number('must be a number').int('must be whole').min(1).max(200).default(50),
    /** The `next` of the page before. */
    after: z
        .string()
        .regex(/^\d{1,20}_[0-9a-f-]{36}$/, 'must be the `next` of the page before')
        .optional()
});
export const adminRecordingsSchema = z.object({
    recordings: z.array(adminRecordingSchema),
    next: z.string().nullable()
});

/** `GET /admin/recordings/:protocol`: all of one call. A call may be held before it has any. */
export const callRecordingsSchema = z.object({
    recordings: z.array(adminRecordingSchema),
    hold: legalHoldSchema.nullable()
});

/** `GET /admin/recordings/counts` */
export const recordingCountsSchema = z.object({
    waiting: z.number().int(),
    failed: z.number().int(),
    stored: z.number().int(),
    deleted: z.number().int(),
    bytes: z.number().int(),
    oldestWaitingSeconds: z.number().nullable()
});

/** `POST /admin/recordings/retry` takes this; without a code every recording is meant that failed or waits for another try. */
export const retryRecordingsSchema = z.strictObject({
    code: z
        .string()
        .regex(/^[a-z-]{1,40}$/, 'must be a code such as absent')
        .optional()
});

/** `PUT /admin/recordings/:protocol/hold` takes this, and `DELETE` of the same. */
export const holdRequestSchema = z.strictObject({ by, reason });
/** `POST /admin/recordings/:protocol/erase`: deletes before the time is over. `force` also within the least retention. */
export const eraseRequestSchema = z.strictObject({ by, reason, force: z.boolean().default(false) });
export const erasedSchema = z.object({ erased: z.number().int(), bytes: z.number().int() });

/** One run of the deletion job. */
export const sweepSchema = z.object({
    id: z.number().int(),
    startedAt: instantSchema,
    finishedAt: instantSchema.nullable(),
    /** Recordings of calls that ended before this were due. */
    endedBefore: instantSchema,
    deleted: z.number().int(),
    bytes: z.number().int(),
    /** Kept because of a legal hold. */
    held: z.number().int(),
    failed: z.number().int()
});
/** `GET /admin/recordings/sweeps` */
export const sweepsSchema = z.object({ sweeps: z.array(sweepSchema) });

/**
 * - `opened`: was given the addresses to play it
 * - `heard`: began to get the audio; `downloaded`: to save it
 * - `refused`: was not let in; `reason` says why
 * - `held`, `released`, `erased`, `deleted`, `retried`: what the people who run the bridge, or its deletion job, did
 * - `exported`: somebody read the audit itself
 */
export const auditActionSchema = z.enum([
    'opened',
    'heard',
    'downloaded',
    'refused',
    'held',
    'released',
    'erased',
    'deleted',
    'retried',
    'exported'
]);

export const auditEntrySchema = z.object({
    id: z.number().int(),
    at: instantSchema,
    action: auditActionSchema,
    /** As it was asked for; null where it is about none. */
    protocol: z.string().nullable(),
    part: z.number().int().nullable(),
    /** The Salesforce user; null: nobody who is known. */
    userId: z.string().nullable(),
    /** The user's name, or who said they did it. */
    who: z.string().nullable(),
    via: z.enum(['console', 'browser', 'admin', 'job']),
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    reason: z.union([recordingProblemSchema, z.string()]).nullable()
});

/** `GET /admin/recordings/audit`: the oldest first. */
export const auditQuerySchema = z.strictObject({
    protocol: z.string().max(64).optional(),
    from: instantSchema.optional(),
    /** Excluded. */
    to: instantSchema.optional(),
    limit: z.coerce.number('must be a number').int('must be whole').min(1).max(1000).default(500),
    after: z.coerce.number('must be the `next` of the page before').int().min(0).default(0)
});
export const auditSchema = z.object({ entries: z.array(auditEntrySchema), next: z.number().int().nullable() });

export type RecordingState = z.output<typeof recordingStateSchema>;
export type LegalHold = z.output<typeof legalHoldSchema>;
export type AdminRecording = z.output<typeof adminRecordingSchema>;
export type AdminRecordingsQuery = z.output<typeof adminRecordingsQuerySchema>;
export type AdminRecordings = z.output<typeof adminRecordingsSchema>;
export type CallRecordings = z.output<typeof callRecordingsSchema>;
export type RecordingCounts = z.output<typeof recordingCountsSchema>;
export type RetryRecordings = z.output<typeof retryRecordingsSchema>;
export type HoldRequest = z.output<typeof holdRequestSchema>;
export type EraseRequest = z.output<typeof eraseRequestSchema>;
export type Erased = z.output<typeof erasedSchema>;
export type Sweep = z.output<typeof sweepSchema>;
export type Sweeps = z.output<typeof sweepsSchema>;
export type AuditAction = z.output<typeof auditActionSchema>;
export type AuditEntry = z.output<typeof auditEntrySchema>;
export type AuditQuery = z.output<typeof auditQuerySchema>;
export type Audit = z.output<typeof auditSchema>;
