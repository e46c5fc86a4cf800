import {
    type AdminCall,
    type AdminCallDetails,
    adminCallDetailsSchema,
    type AdminCalls,
    adminCallsSchema,
    type Retried,
    retriedSchema,
    type SyncCounts,
    syncCountsSchema
} from '../../../src/contract/adminApi.ts';
import type { AskBridge } from '../askBridge.ts';
import { collectPages } from '../collectPages.ts';
import type { CallFilter } from './salesforceCommand.ts';

export interface ListQuery extends CallFilter {
    readonly sync: 'failed' | 'waiting';
    readonly limit: number;
}

/** What the command asks of a bridge about calls. Every method throws Error with what to do. */
export interface CallsClient {
    list(query: ListQuery & { readonly after?: string }): Promise<AdminCalls>;
    show(call: string, personalData: boolean): Promise<AdminCallDetails>;
    retry(call: string): Promise<Retried>;
    retryAll(filter: CallFilter): Promise<Retried>;
    counts(): Promise<SyncCounts>;
}

/** As many as the bridge gives at once. */
const PAGE = 200;

export function createCallsClient(ask: AskBridge): CallsClient {
    const pathOf = (call: string) => `/admin/calls/${encodeURIComponent(call)}`;
    return {
        list: ({ sync, limit, ...others }) => {
            const query = new URLSearchParams({ sync, limit: String(limit), ...others });
            return ask(adminCallsSchema, `/admin/calls?${query}`);
        },
        show: (call, personalData) =>
            ask(adminCallDetailsSchema, `${pathOf(call)}${personalData ? '?personalData=include' : ''}`),
        retry: (call) => ask(retriedSchema, `${pathOf(call)}/retry`, { method: 'POST' }),
        retryAll: (filter) => ask(retriedSchema, '/admin/calls/retry', { method: 'POST', body: filter }),
        counts: () => ask(syncCountsSchema, '/admin/sync')
    };
}

/** Page after page until there are `limit` calls, no more, or none further that `belongs`. */
export async function listCalls(
    client: CallsClient,
    { limit, ...query }: ListQuery,
    belongs?: (call: AdminCall) => boolean
): Promise<{ calls: AdminCall[]; areMore: boolean }> {
    const { items, areMore } = await collectPages(
        limit,
        async (wanted, after: string | null) => {
            const page = await client.list({ ...query, limit: Math.min(PAGE, wanted), ...(after && { after }) });
            return { items: page.calls, next: page.next };
        },
        belongs
    );
    return { calls: items, areMore };
}
