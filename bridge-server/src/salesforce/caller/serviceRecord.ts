import type { Connection } from 'jsforce';
import { type SalesforceError, toSalesforceError } from '../salesforceError.ts';

/** When each of these contacts was served last, in ISO 8601; those who never were are left out. */
export type LastServed = (contactIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

interface ServiceRecordOptions {
    readonly connection: Connection;
    readonly origin: string | null;
    readonly lastServed: LastServed;
}

/** So that a query stays below the 16,384 characters that Salesforce takes as an address. */
const MAX_IDS_IN_QUERY = 300;

/**
 * Chooses from each list of contacts the one who was served last: by the bridge's own record, and where that knows
 * none of them by the latest Case of a call. Null where nobody was ever served.
 *
 * Where the query for Cases fails, the lists that needed it come to its SalesforceError, and the others are answered.
 */
export function createServiceRecord({ connection, origin, lastServed }: ServiceRecordOptions) {
    return async (lists: readonly (readonly string[])[]): Promise<(string | SalesforceError | null)[]> => {
        const all = [...new Set(lists.flat())];
        const served = all.length > 0 ? await lastServed(all) : new Map<string, string>();
        const undecided = lists.filter((ids) => latestOf(ids, served) === null).flat();
        const called = await lastCallCases(connection, origin, [...new Set(undecided)]).catch(toSalesforceError);
        const byCases = (ids: readonly string[]) => (called instanceof Map ? latestOf(ids, called) : called);
        return lists.map((ids) => (ids.length === 0 ? null : (latestOf(ids, served) ?? byCases(ids))));
    };
}

function latestOf(ids: readonly string[], instants: ReadonlyMap<string, string>): string | null {
    let latest: string | null = null;
    for (const id of ids) {
        const at = instants.get(id);
        if (at !== undefined && (latest === null || at > (instants.get(latest) ?? ''))) latest = id;
    }
    return latest;
}

/** The instants of one answer have one format, so that they compare as text. */
async function lastCallCases(
    connection: Connection,
    origin: string | null,
    contactIds: readonly string[]
): Promise<Map<string, string>> {
    const opened = origin === null ? '' : ` AND Origin = '${origin.replace(/[\\']/g, '\\$&')}'`;
    const found = await Promise.all(
        chunksOf(contactIds, MAX_IDS_IN_QUERY).map((ids) =>
            connection.query<{ ContactId: string; servedAt: string }>(
                'SELECT ContactId, MAX(CreatedDate) servedAt FROM Case ' +
                    `WHERE ContactId IN (${ids.map((id) => `'${id}'`).join(',')})${opened} GROUP BY ContactId`
            )
        )
    );
    return new Map(found.flatMap(({ records }) => records.map(({ ContactId, servedAt }) => [ContactId, servedAt])));
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
    const count = Math.ceil(items.length / size);
    return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
