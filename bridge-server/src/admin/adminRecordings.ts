import type { AddToAudit } from '../calls/recordingAudit.ts';
import type { Retried } from '../contract/adminApi.ts';
import type { Instant } from '../contract/instant.ts';
import type {
    AdminRecording,
    AdminRecordings,
    AdminRecordingsQuery,
    Audit,
    AuditAction,
    AuditQuery,
    CallRecordings,
    Erased,
    EraseRequest,
    HoldRequest,
    LegalHold,
    RecordingCounts,
    RetryRecordings,
    Sweep,
    Sweeps
} from '../contract/recordingsAdmin.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import { adviceForRecording } from './recordingAdvice.ts';

interface StoredRecording extends Omit<AdminRecording, 'advice' | 'keptUntil'> {
    /** From when on its time is counted. */
    readonly keptSince: Instant;
}

/** Where a request came from. */
export interface Origin {
    readonly address: string | null;
    readonly userAgent: string | null;
}

interface AdminRecordingsOptions {
    readonly list: (query: AdminRecordingsQuery) => Promise<{ recordings: StoredRecording[]; next: string | null }>;
    /** Null, here and below: no call has this protocol. */
    readonly ofProtocol: (protocol: string) => Promise<StoredRecording[] | null>;
    /** Null: the call is not held. */
    readonly holdOf: (protocol: string) => Promise<LegalHold | null>;
    readonly counts: () => Promise<RecordingCounts>;
    /** Resolves to how many of the call had failed, and are due now. */
    readonly retry: (protocol: string) => Promise<number | null>;
    readonly retryAll: (filter: RetryRecordings) => Promise<Retried>;
    /** Of a call that was held before, it changes nothing and gives what is there. */
    readonly hold: (protocol: string, request: HoldRequest) => Promise<{ hold: LegalHold; isNew: boolean } | null>;
    /** Gives the hold that was released; `hold` is null when there was none. */
    readonly release: (protocol: string) => Promise<{ hold: LegalHold | null } | null>;
    /** Throws RequestRefused. */
    readonly erase: (protocol: string, request: EraseRequest, origin: Origin) => Promise<Erased>;
    readonly sweeps: (limit: number) => Promise<Sweep[]>;
    readonly listAudit: (query: AuditQuery) => Promise<Audit>;
    readonly addToAudit: AddToAudit;
    readonly retentionDays: number;
    /** Milliseconds. */
    readonly now: () => number;
}

const DAY_MS = 24 * 3_600_000;
const LISTED_SWEEPS = 100;
/** The pages of one export are one entry. */
const EXPORT_MS = 10 * 60_000;

/** What the people who run the bridge learn and do about recordings. Whatever they do stands in the audit. */
export function createAdminRecordings(options: AdminRecordingsOptions) {
    const {
        list,
        ofProtocol,
        holdOf,
        counts,
        retry,
        retryAll,
        hold,
        release,
        erase,
        sweeps,
        listAudit,
        addToAudit,
        now
    } = options;

    const keptUntil = ({ keptSince, hold: held, deleted }: StoredRecording): string | null =>
        held || deleted ? null : new Date(Date.parse(keptSince) + options.retentionDays * DAY_MS).toISOString();
    const advised = (stored: StoredRecording): AdminRecording => {
        const { keptSince: _notTold, ...recording } = stored;
        const isMissing = recording.state === 'waiting' || recording.state === 'failed';
        const advice = isMissing && recording.code !== null ? adviceForRecording(recording.code) : null;
        return { ...recording, advice, keptUntil: keptUntil(stored) };
    };
    const note = (action: AuditAction, entry: Partial<Parameters<AddToAudit>[0]>, origin: Origin): Promise<void> =>
        addToAudit({
            action,
            protocol: null,
            part: null,
            userId: null,
            who: null,
            via: 'admin',
            reason: null,
            once: null,
            ...entry,
            ...origin
        });

    return {
        async list(query: AdminRecordingsQuery): Promise<AdminRecordings> {
            const { recordings, next } = await list(query);
            return { recordings: recordings.map(advised), next };
        },

        /** All recordings of a call. Throws RequestRefused (404). */
        async show(protocol: string): Promise<CallRecordings> {
            const [recordings, held] = await Promise.all([ofProtocol(protocol), holdOf(protocol)]);
            return { recordings: known(recordings).map(advised), hold: held };
        },

        counts,

        /** Makes what of a call failed, or is tried again later, due now. Throws RequestRefused (404; 409 when there is none). */
        async retry(protocol: string, origin: Origin): Promise<Retried> {
            const at = new Date(now()).toISOString();
            const due = known(await retry(protocol));
            if (due === 0)
                throw new RequestRefused(409, 'No recording of this call has failed or waits for another try.', {
                    name: 'not-failed'
                });
            await note('retried', { protocol }, origin);
            return { due, at };
        },

        /** The same of all recordings, or of those with a code. */
        async retryAll(filter: RetryRecordings, origin: Origin): Promise<Retried> {
            const retried = await retryAll(filter);
            const reason = filter.code === undefined ? `all ${retried.due}` : `all ${retried.due} ${filter.code}`;
            if (retried.due > 0) await note('retried', { reason }, origin);
            return retried;
        },

        /** Throws RequestRefused (404; 409 when somebody holds it otherwise, or nothing is left to hold). */
        async hold(protocol: string, request: HoldRequest, origin: Origin): Promise<LegalHold> {
            const { hold: held, isNew } = known(await hold(protocol, request));
            // looked at once it is held: until then the deletion job may decide on them
            const recordings = known(await ofProtocol(protocol));
            if (recordings.length > 0 && recordings.every(({ deleted }) => deleted)) {
                if (isNew) await release(protocol);
                throw new RequestRefused(409, "The call's recording is deleted: there is nothing to hold.", {
                    name: 'recording-deleted'
                });
            }
            if (held.by !== request.by || held.reason !== request.reason)
                throw new RequestRefused(409, `${held.by} holds it since ${held.since}: ${held.reason}`, {
                    name: 'on-hold'
                });
            // who asks again because the first answer was lost, also where the entry was
            const once = `held ${protocol} ${held.since}`;
            await note('held', { protocol, who: request.by, reason: request.reason, once }, origin);
            return held;
        },

        /** Gives what was released. Throws RequestRefused (404; 409 when it is not held). */
        async release(protocol: string, request: HoldRequest, origin: Origin): Promise<LegalHold> {
            const recordings = known(await ofProtocol(protocol));
            const since = recordings.find(({ hold: held }) => held)?.hold?.since;
            // before it is done: what is held no longer may soon be deleted
            if (since !== undefined)
                await note(
                    'released',
                    { protocol, who: request.by, reason: request.reason, once: `released ${protocol} ${since}` },
                    origin
                );
            const { hold: released } = known(await release(protocol));
            if (!released) throw new RequestRefused(409, 'The call is under no legal hold.', { name: 'not-held' });
            if (since === undefined)
                await note('released', { protocol, who: request.by, reason: request.reason }, origin);
            return released;
        },

        erase,

        sweeps: async (): Promise<Sweeps> => ({ sweeps: await sweeps(LISTED_SWEEPS) }),

        /** One page. That somebody reads the audit stands in it, too, and before they do. */
        async audit(query: AuditQuery, origin: Origin): Promise<Audit> {
            const { protocol = null, from = null, to = null } = query;
            const reason = from === null && to === null ? null : `from ${from ?? 'the first'} to ${to ?? 'the last'}`;
            const about = [origin.address, protocol, from, to].map((word) => word ?? '-').join(' ');
            const once = `exported ${about} ${Math.floor(now() / EXPORT_MS)}`;
            await note('exported', { protocol, reason, once }, origin);
            return listAudit(query);
        }
    };
}

export type AdminRecordingsDesk = ReturnType<typeof createAdminRecordings>;

/** Throws RequestRefused (404) for null. */
function known<Found>(found: Found | null): Found {
    if (found === null) throw new RequestRefused(404, 'No call has this protocol.', { name: 'protocol-unknown' });
    return found;
}
