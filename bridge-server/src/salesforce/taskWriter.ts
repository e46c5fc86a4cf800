import DataLoader from 'dataloader';
import {
    apiPath,
    MAX_RECORDS,
    OWNER_STAYS,
    type PreparedRecord,
    quote,
    type SavedRecord,
    toRefusal
} from './records.ts';
import type { Schedule } from './requestWindow.ts';
import type { SalesforceConnection } from './salesforceConnection.ts';
import { SalesforceError, toSalesforceError } from './salesforceError.ts';
import { sendInHalves } from './sendInHalves.ts';

/** By what a Task is found again. */
export interface TaskKey {
    /** Null for the Task of a call that nobody answered. */
    readonly caseId: string | null;
    /** Of the leg, or of the call that nobody answered. */
    readonly legId: string;
}

interface TaskRecord {
    Id: string;
    WhatId: string | null;
    [field: string]: string | null;
}

const MAX_KEYS = 100;
/** Salesforce reads an address of 16,384 bytes, with the headers; longer queries are asked in halves. */
const LONGEST_QUERY = 8_000;
/** Of Tasks without a Case only young ones are looked through: their key has no index. */
const YOUNG = 'CreatedDate = LAST_N_DAYS:3';

/**
 * Creates Tasks and finds them again, those of one moment in one request. Nothing about a Task is unique in
 * Salesforce: whoever cannot know whether an earlier try wrote it has to look first.
 */
export function createTaskWriter(
    connection: SalesforceConnection,
    legField: string,
    { creating: whenCreating, finding: whenFinding }: { readonly creating: Schedule; readonly finding: Schedule }
) {
    const creating = new DataLoader<PreparedRecord, string>(
        (records) => sendInHalves(records, (part) => insertAll(connection, part)),
        {
            cache: false,
            maxBatchSize: MAX_RECORDS,
            batchScheduleFn: whenCreating
        }
    );
    const finding = new DataLoader<TaskKey, string | null>((keys) => findAll(connection, legField, keys), {
        cache: false,
        maxBatchSize: MAX_KEYS,
        batchScheduleFn: whenFinding
    });
    return {
        /** Resolves to the new Task's id. Throws SalesforceError. */
        create: (record: PreparedRecord): Promise<string> => creating.load(record),
        find: (key: TaskKey): Promise<string | null> => finding.load(key)
    };
}

async function insertAll(
    connection: SalesforceConnection,
    records: readonly PreparedRecord[]
): Promise<(string | Error)[]> {
    const results = await connection
        .request<SavedRecord[]>({
            method: 'POST',
            url: apiPath('/composite/sobjects'),
            headers: { 'content-type': 'application/json', ...OWNER_STAYS },
            body: JSON.stringify({
                allOrNone: false,
                records: records.map(({ fields }) => ({ attributes: { type: 'Task' }, ...fields }))
            })
        })
        .catch((error: unknown) => {
            throw toSalesforceError(error);
        });
    return results.map(({ success, id, errors }) => (success && id ? id : toRefusal(errors)));
}

async function findAll(
    connection: SalesforceConnection,
    legField: string,
    keys: readonly TaskKey[]
): Promise<(string | null)[]> {
    const soql = taskQuery(legField, keys);
    if (encodeURIComponent(soql).length > LONGEST_QUERY && keys.length > 1) {
        const middle = Math.ceil(keys.length / 2);
        const halves = [keys.slice(0, middle), keys.slice(middle)];
        return (await Promise.all(halves.map((half) => findAll(connection, legField, half)))).flat();
    }
    const { records } = await connection.query<TaskRecord>(soql).catch((thrown: unknown) => {
        throw failedLook(toSalesforceError(thrown));
    });
    return keys.map(
        ({ caseId, legId }) =>
            records.find((record) => record[legField] === legId && (caseId === null || record.WhatId === caseId))?.Id ??
            null
    );
}

function taskQuery(legField: string, keys: readonly TaskKey[]): string {
    const caseIds = keys.flatMap(({ caseId }) => caseId ?? []).map(quote);
    const related = [
        ...(caseIds.length > 0 ? [`WhatId IN (${caseIds.join(', ')})`] : []),
        ...(caseIds.length < keys.length ? [`(WhatId = null AND ${YOUNG})`] : [])
    ];
    const legIds = keys.map(({ legId }) => quote(legId));
    return `SELECT Id, WhatId, ${legField} FROM Task WHERE (${related.join(' OR ')}) AND ${legField} IN (${legIds.join(', ')})`;
}

/** A look writes nothing: one that fails must not prolong the doubt. */
const failedLook = (error: SalesforceError): SalesforceError =>
    new SalesforceError(error.code, error.words, { cause: error, written: 'nothing' });
