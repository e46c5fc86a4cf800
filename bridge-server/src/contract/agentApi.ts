import { z } from 'zod';
import { agentActionSchema, noteSchema, transferTargetSchema } from './callActions.ts';
import { instantSchema } from './instant.ts';
import { presenceSchema } from './presence.ts';
import { deletionFactsSchema } from './recordings.ts';

/** What crosses the wire between the bridge and an agent's softphone. The LWC imports the types of this folder only. */
export type * from './callActions.ts';
export type * from './caseCalls.ts';
export type * from './presence.ts';
export type * from './queueLogin.ts';
export type * from './recordings.ts';

export const legStateSchema = z.enum(['ringing', 'dialling', 'consulting', 'talking', 'held', 'ended']);

/** How a call came out for this agent; null while it lasts. `takenByColleague`: it rang here, and somebody else answered. */
export const resultSchema = z.enum(['answered', 'takenByColleague', 'missed', 'refused', 'abandoned', 'failed']);

/** Why the caller is taken for who they are taken for. `chosenByAgent`: the agent knew better. */
export const matchReasonSchema = z.enum([
    'onlyContact',
    'servedLast',
    'firstFound',
    'accountNumber',
    'lead',
    'chosenByAgent',
    'unknownNumber',
    'withheldNumber'
]);

/** Somebody on record with the calling number. What is not on record is null. */
export const candidateSchema = z.object({
    kind: z.enum(['contact', 'personAccount', 'account', 'lead']),
    /** Of the contact (a person account's too), the account or the lead. */
    id: z.string(),
    name: z.string(),
    /** The number as it stands on the record. */
    phone: z.string().nullable(),
    accountId: z.string().nullable(),
    accountName: z.string().nullable(),
    /** A valid CPF or CNPJ as the org has it, of the person or of their account. */
    taxId: z.string().nullable()
});

/** Who is calling, as Salesforce knows them, and who else it could be. */
export const callerViewSchema = z.object({
    /** Null when nobody is known to have the number, or the agent said that it is none of them. */
    who: candidateSchema.nullable(),
    reason: matchReasonSchema,
    others: z.array(candidateSchema)
});

/** `PUT /agent/calls/:callId/contact` takes this: a candidate of the call or of a search, or null for nobody known. */
export const callerChoiceSchema = z.strictObject({
    candidateId: z
        .string()
        .regex(/^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/, "must be the id of a candidate's record, or null")
        .nullable()
});

/**
 * `GET /agent/contacts?search=`: people of the org by name, telephone number, CPF or CNPJ. Without a search: whom the
 * agent spoke with last, the latest first.
 */
export const contactsQuerySchema = z.object({
    search: z.string().trim().max(100, 'must have at most 100 characters').default('')
});
export const contactsSchema = z.object({ contacts: z.array(candidateSchema) });

/** An agent as another one sees them; the name is null until they have signed in once. */
export const colleagueSchema = z.object({ extension: z.string(), name: z.string().nullable() });

/** One call as one agent sees it: complete in itself, so that the latest view of a call replaces the one before. */
export const callViewSchema = z.object({
    callId: z.string(),
    legId: z.string(),
    direction: z.enum(['inbound', 'outbound', 'internal']),
    state: legStateSchema,
    /** How the agent came to the call. `consult`: a colleague asks before handing the customer over. */
    kind: z.enum(['offer', 'consult', 'outbound']),
    result: resultSchema.nullable(),
    /** E.164 where the number is one, otherwise as the telephony side wrote it; null when withheld. */
    number: z.string().nullable(),
    /** The number as Brazilians read it, such as `(11) 98765-4321`; null when withheld. */
    numberDisplay: z.string().nullable(),
    /** The name that the telephony side announced. */
    announcedName: z.string().nullable(),
    queue: z.string().nullable(),
    protocol: z.string(),
    /** Since when the customer waits: the call's start. */
    waitingSince: instantSchema,
    /** When the call reached this agent. */
    offeredAt: instantSchema,
    answeredAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    heldSince: instantSchema.nullable(),
    /** Milliseconds on hold, without the hold that lasts now. */
    heldMs: z.number().int().nonnegative(),
    muted: z.boolean(),
    /** Whom the agent asks while the customer is on hold; `joined`: all three speak. */
    consult: z
        .object({
            to: transferTargetSchema,
            /** Of the agent who is asked, where it is one who is known. */
            name: z.string().nullable(),
            state: z.enum(['ringing', 'talking', 'joined']),
            since: instantSchema
        })
        .nullable(),
    /** Who asks this agent, or hands them the call; null unless `kind` is `consult`. */
    consultedBy: colleagueSchema.nullable(),
    /** The other agents who are on the line with the customer now. */
    colleagues: z.array(colleagueSchema),
    /** Null until the lookup is done. */
    caller: callerViewSchema.nullable(),
    case: z.object({ id: z.string(), number: z.string() }).nullable(),
    /** Whether the call is being recorded, be the recording paused; once the agent's part is over, whether it was. */
    recorded: z.boolean(),
    /** Whether the recording runs but leaves out what is said now. */
    recordingPaused: z.boolean(),
    /** What this agent wrote down about the call. */
    note: noteSchema.nullable(),
    actions: z.array(agentActionSchema)
});

export const agentSchema = z.object({
    userId: z.string(),
    name: z.string(),
    extension: z.string(),
    /** IANA name, such as `America/Sao_Paulo`: whose midnight begins a new Histórico. */
    timeZone: z.string()
});

/** `POST /agent/handshake` answers this. `nonce` goes into the handshake record; `proof` stays in the browser. */
export const handshakeSchema = z.object({
    handshakeId: z.string(),
    nonce: z.string(),
    proof: z.string(),
    expiresAt: instantSchema
});

/** `POST /agent/session` takes this: the record that the platform stamped with the user who created it. */
export const sessionRequestSchema = z.strictObject({
    handshakeId: z.uuid('must be the handshakeId that POST /agent/handshake answered'),
    proof: z.string().min(1).max(200),
    recordId: z
        .string()
        .regex(/^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/, 'must be a Salesforce record id of 15 or 18 characters')
});

/** `POST /agent/session` answers this. `token` is sent as `Authorization: Bearer`. */
export const sessionSchema = z.object({ token: z.string(), expiresAt: instantSchema, agent: agentSchema });

/** What the contact centre decided, the same for all of its agents. */
export const settingsSchema = z.object({
    /** Whether a telephony side can place calls. */
    canDial: z.boolean(),
    /** Whether agents may enter and leave queues. */
    canLogInToQueues: z.boolean(),
    pauseReasons: z.array(z.string()),
    contactReasons: z.array(z.string()),
    /** How long nothing is offered after a call; 0: no wrap-up. */
    wrapUpSeconds: z.number().int().nonnegative()
});

/**
 * `GET /agent/events` is a stream of server-sent events:
 * - `snapshot` comes first on every connection: all calls of this agent that are not over;
 * - `call` each time one of the agent's calls changes (and, after `Last-Event-ID`, each call changed since);
 * - `presence` each time the agent's presence changes;
 * - a comment line at least every 15 s.
 */
export const snapshotSchema = z.object({
    agent: agentSchema,
    serverTime: instantSchema,
    presence: presenceSchema,
    settings: settingsSchema,
    calls: z.array(callViewSchema)
});

/** `GET /agent/history?day=YYYY-MM-DD`: the agent's calls that ended on that day of the agent's time zone, newest first. */
export const historyQuerySchema = z.object({
    day: z.iso.date('must be a day such as 2026-11-23').regex(/^20/, 'must be a day of this century').optional()
});
export const historySchema = z.object({ day: z.iso.date(), calls: z.array(callViewSchema) });

/** Every error body: RFC 9457 problem details; `detail` says what to do. */
export const problemSchema = z.object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    /** Of `recording-deleted`. */
    deletion: deletionFactsSchema.optional()
});

export type LegState = z.output<typeof legStateSchema>;
export type CallResult = z.output<typeof resultSchema>;
export type MatchReason = z.output<typeof matchReasonSchema>;
export type Candidate = z.output<typeof candidateSchema>;
export type CallerView = z.output<typeof callerViewSchema>;
export type CallerChoice = z.output<typeof callerChoiceSchema>;
export type CallView = z.output<typeof callViewSchema>;
export type Colleague = z.output<typeof colleagueSchema>;
export type Contacts = z.output<typeof contactsSchema>;
export type Settings = z.output<typeof settingsSchema>;
export type Agent = z.output<typeof agentSchema>;
export type Handshake = z.output<typeof handshakeSchema>;
export type SessionRequest = z.output<typeof sessionRequestSchema>;
export type Session = z.output<typeof sessionSchema>;
export type Snapshot = z.output<typeof snapshotSchema>;
export type History = z.output<typeof historySchema>;
export type Problem = z.output<typeof problemSchema>;
