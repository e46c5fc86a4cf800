import type { Call } from '../calls/call.ts';
import type {
    AdminCall,
    AdminCallDetails,
    AdminCalls,
    AdminCallsQuery,
    Retried,
    RetryRequest,
    SyncCounts
} from '../contract/adminApi.ts';
import { RequestRefused } from '../contract/requestRefused.ts';

type SyncedCall = Omit<AdminCall, 'advice'>;

interface AdminCallsOptions {
    readonly list: (query: AdminCallsQuery) => Promise<{ calls: SyncedCall[]; next: string | null }>;
    readonly find: (idOrProtocol: string) => Promise<{ synced: SyncedCall; call: Call } | null>;
    readonly retry: (idOrProtocol: string) => Promise<Retried | null>;
    readonly retryAll: (filter: RetryRequest) => Promise<Retried>;
    readonly counts: () => Promise<SyncCounts>;
    /** What to do about a code of Salesforce; null: there was none. */
    readonly adviceFor: (code: string | null) => string;
    /** Called each time somebody is shown who called. */
    readonly onPersonalDataShown: (callId: string) => void;
}

const HOW_IT_STANDS: Readonly<Record<AdminCall['sync'], string>> = {
    failed: 'It failed again meanwhile.',
    waiting: 'It waits for its next try already.',
    underWay: 'It is being worked on now.',
    complete: 'Salesforce lacks nothing of it.'
};

/** What the people who run the bridge can learn and do about calls that Salesforce lacks something of. */
export function createAdminCalls(options: AdminCallsOptions) {
    const { list, find, retry, retryAll, counts, adviceFor, onPersonalDataShown } = options;
    const advised = (call: SyncedCall): AdminCall => ({
        ...call,
        advice: call.saidBySalesforce === null && call.code === null ? null : adviceFor(call.code)
    });

    /** Throws RequestRefused (404). */
    async function mustFind(idOrProtocol: string): Promise<{ synced: SyncedCall; call: Call }> {
        const found = await find(idOrProtocol);
        if (!found) throw new RequestRefused(404, 'No call has this id or protocol.', { name: 'call-unknown' });
        return found;
    }

    return {
        async list(query: AdminCallsQuery): Promise<AdminCalls> {
            const { calls, next } = await list(query);
            return { calls: calls.map(advised), next };
        },

        /** Throws RequestRefused (404). */
        async show(idOrProtocol: string, personalData: 'include' | undefined): Promise<AdminCallDetails> {
            const { synced, call } = await mustFind(idOrProtocol);
            if (personalData) onPersonalDataShown(call.id);
            return { ...advised(synced), ...recordsOf(call), ...(personalData && { personalData: whoCalled(call) }) };
        },

        /** Makes a failed call due now. Throws RequestRefused (404; 409 when it has not failed). */
        async retry(idOrProtocol: string): Promise<Retried> {
            const retried = await retry(idOrProtocol);
            if (retried) return retried;
            const { sync } = (await mustFind(idOrProtocol)).synced;
            throw new RequestRefused(409, `Only a failed call can be retried. ${HOW_IT_STANDS[sync]}`, {
                name: 'not-failed'
            });
        },

        retryAll,
        counts
    };
}

const recordsOf = (call: Call): Pick<AdminCallDetails, 'case' | 'legs'> => ({
    case: call.case && { id: call.case.id, number: call.case.number || null },
    legs: call.legs.map(({ id, agent, answeredAt, endedAt, taskId }) => ({
        legId: id,
        agent,
        answeredAt,
        endedAt,
        taskId
    }))
});

const whoCalled = ({ number, callerName, caller }: Call): AdminCallDetails['personalData'] => ({
    number,
    announcedName: callerName,
    caller
});
