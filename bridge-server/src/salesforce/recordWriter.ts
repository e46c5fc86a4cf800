import DataLoader from 'dataloader';
import type { Connection, SaveResult } from 'jsforce';
import { SalesforceError, toSalesforceError } from './salesforceError.ts';

export type FieldValues = Readonly<Record<string, string | number | null>>;

/** Salesforce takes at most this many records in one request (sObject Collections). */
const MAX_RECORDS = 200;
/** How long the first record of a request waits for others. */
const BATCH_WINDOW_MS = 25;
/** Otherwise an assignment rule may give a Case to somebody else than the agent who answered. */
const HEADERS = { 'Sforce-Auto-Assign': 'FALSE' };

/** Creates records of one object, those of one moment in one request; each succeeds or fails by itself. */
export function createRecordWriter(connection: Connection, object: 'Case' | 'Task') {
    const loader = new DataLoader<FieldValues, string>((records) => insertAll(connection, object, records), {
        cache: false,
        maxBatchSize: MAX_RECORDS,
        batchScheduleFn: (send) => void setTimeout(send, BATCH_WINDOW_MS)
    });
    /** Resolves to the new record's id. Throws SalesforceError. */
    return (record: FieldValues): Promise<string> => loader.load(record);
}

async function insertAll(
    connection: Connection,
    object: string,
    records: readonly FieldValues[]
): Promise<(string | Error)[]> {
    const results = await connection
        .sobject(object)
        .create([...records], { allOrNone: false, headers: HEADERS })
        .catch((error: unknown) => {
            throw toSalesforceError(error);
        });
    return results.map(idOrError);
}

function idOrError(result: SaveResult): string | Error {
    if (result.success) return result.id;
    const [first] = result.errors as { statusCode?: string; errorCode?: string; message: string }[];
    return new SalesforceError(
        first?.statusCode ?? first?.errorCode ?? 'UNKNOWN',
        first?.message ?? 'Salesforce gave no reason'
    );
}
