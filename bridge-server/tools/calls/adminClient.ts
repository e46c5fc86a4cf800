import type { z } from 'zod';
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
} from '../../src/contract/adminApi.ts';
import { problemSchema } from '../../src/contract/agentApi.ts';
import type { CallFilter } from './callsArguments.ts';

export interface ListQuery extends CallFilter {
    readonly sync: 'failed' | 'waiting';
    readonly limit: number;
    readonly after?: string;
}

/** What the command asks of a bridge. Every method throws Error with what to do. */
export interface AdminClient {
    list(query: ListQuery): Promise<AdminCalls>;
    show(call: string, personalData: boolean): Promise<AdminCallDetails>;
    retry(call: string): Promise<Retried>;
    retryAll(filter: CallFilter): Promise<Retried>;
    counts(): Promise<SyncCounts>;
}

const TIMEOUT_MS = 20_000;
/** As many as the bridge gives at once. */
const PAGE = 200;

export function createAdminClient({ bridgeUrl, token }: { bridgeUrl: string; token: string }): AdminClient {
    const ask = <Schema extends z.ZodType>(schema: Schema, path: string, init: RequestInit = {}) =>
        request(bridgeUrl, path, token, init, schema);
    const pathOf = (call: string) => `/admin/calls/${encodeURIComponent(call)}`;
    return {
        list: ({ sync, limit, ...others }) => {
            const query = new URLSearchParams({ sync, limit: String(limit), ...others });
            return ask(adminCallsSchema, `/admin/calls?${query}`);
        },
        show: (call, personalData) =>
            ask(adminCallDetailsSchema, `${pathOf(call)}${personalData ? '?personalData=include' : ''}`),
        retry: (call) => ask(retriedSchema, `${pathOf(call)}/retry`, { method: 'POST' }),
        retryAll: (filter) =>
            ask(retriedSchema, '/admin/calls/retry', {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify(filter)
            }),
        counts: () => ask(syncCountsSchema, '/admin/sync')
    };
}

/** Page after page until there are `limit` calls, no more, or none further that `belongs`. */
export async function listCalls(
    client: AdminClient,
    { limit, ...query }: ListQuery,
    belongs: (call: AdminCall) => boolean = () => true
): Promise<{ calls: AdminCall[]; areMore: boolean }> {
    const calls: AdminCall[] = [];
    let after: string | null | undefined;
    do {
        const page = await client.list({
            ...query,
            limit: Math.min(PAGE, limit - calls.length),
            ...(after && { after })
        });
        const end = page.calls.findIndex((call) => !belongs(call));
        if (end >= 0) return { calls: [...calls, ...page.calls.slice(0, end)], areMore: false };
        calls.push(...page.calls);
        after = page.next;
    } while (after && calls.length < limit);
    return { calls, areMore: after !== null };
}

async function request<Schema extends z.ZodType>(
    bridgeUrl: string,
    path: string,
    token: string,
    init: RequestInit,
    schema: Schema
): Promise<z.output<Schema>> {
    const headers = { ...init.headers, authorization: `Bearer ${token}` };
    const response = await fetch(`${bridgeUrl}${path}`, {
        ...init,
        headers,
        signal: AbortSignal.timeout(TIMEOUT_MS)
    }).catch((error: unknown) => {
        throw new Error(
            `No bridge answers at ${bridgeUrl}. Start it, or set BRIDGE_URL to where it listens (${reasonOf(error)}).`,
            { cause: error }
        );
    });
    const body: unknown = await response.json().catch(() => null);
    const answer = schema.safeParse(body);
    if (response.ok && answer.success) return answer.data;
    const problem = problemSchema.safeParse(body);
    if (response.status === 401)
        throw new Error(
            'The bridge does not accept this ADMIN_TOKEN. Set it to the one that the bridge was started with.'
        );
    throw new Error(
        problem.success
            ? problem.data.detail
            : `What answers at ${bridgeUrl} is no bridge of this version (status ${response.status}). Set BRIDGE_URL to where the bridge listens.`
    );
}

/** `fetch` wraps what happened in an error that only says that it failed. */
function reasonOf(error: unknown): string {
    const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (inner instanceof Error && 'code' in inner && typeof inner.code === 'string') return inner.code;
    return inner instanceof Error ? inner.message : String(inner);
}
