import DataLoader from 'dataloader';
import {
    apiPath,
    type FieldValue,
    type FieldValues,
    isDuplicate,
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

/** A Case as it stands in Salesforce after the try. */
export interface WrittenCase {
    readonly id: string;
    readonly number: string;
    /** False: an earlier try of ours, of which we did not hear, had written it. */
    readonly isNew: boolean;
    readonly ownerId: string;
    readonly contactId: string | null;
    readonly accountId: string | null;
}

interface CaseRecord {
    Id: string;
    CaseNumber: string;
    OwnerId: string;
    ContactId: string | null;
    AccountId: string | null;
    [field: string]: string | null;
}

interface CompositeAnswer {
    readonly compositeResponse: readonly { readonly body: unknown; readonly httpStatusCode: number }[];
}

/**
 * Creates Cases, those of one moment in one request, and reads them back by protocol in the same request. The protocol
 * is unique in Salesforce, so a Case that an earlier try wrote without our hearing of it is refused as
 * `DUPLICATE_VALUE` and read back instead of doubled; what an agent changed on it meanwhile is not written over, as an
 * upsert would.
 *
 * Source: "Composite" and "sObject Collections", REST API Developer Guide; the request counts as one API call.
 */
export function createCaseWriter(connection: SalesforceConnection, protocolField: string, schedule: Schedule) {
    async function write(records: readonly PreparedRecord[]): Promise<(WrittenCase | Error)[]> {
        const { results, written } = await send(
            connection,
            protocolField,
            records.map(({ fields }) => fields)
        );
        return results.map((result, index) => {
            if (!result.success && !isDuplicate(result)) return toRefusal(result.errors);
            if (written instanceof Error) return written;
            const found = written.get(keyOf(records[index]?.fields[protocolField] ?? null));
            if (found) return toWrittenCase(found, result.success);
            return result.success ? notReadBack() : toRefusal(result.errors);
        });
    }

    const loader = new DataLoader<PreparedRecord, WrittenCase>((records) => sendInHalves(records, write), {
        cache: false,
        maxBatchSize: MAX_RECORDS,
        batchScheduleFn: schedule
    });
    /** @param record with its protocol */
    return (record: PreparedRecord): Promise<WrittenCase> => loader.load(record);
}

/** Salesforce compares text without regard to case, and so a unique field too. */
const keyOf = (protocol: FieldValue): string => String(protocol).toLowerCase();

const notReadBack = () => new SalesforceError('NOT_READ_BACK', 'The Case was created and could not be read back');

const toWrittenCase = (record: CaseRecord, isNew: boolean): WrittenCase => ({
    id: record.Id,
    number: record.CaseNumber,
    isNew,
    ownerId: record.OwnerId,
    contactId: record.ContactId,
    accountId: record.AccountId
});

async function send(connection: SalesforceConnection, protocolField: string, records: readonly FieldValues[]) {
    const protocols = records.map((record) => quote(String(record[protocolField])));
    const soql = `SELECT Id, CaseNumber, OwnerId, ContactId, AccountId, ${protocolField} FROM Case WHERE ${protocolField} IN (${protocols.join(', ')})`;
    const compositeRequest = [
        {
            method: 'POST',
            url: apiPath('/composite/sobjects'),
            referenceId: 'created',
            httpHeaders: OWNER_STAYS,
            body: { allOrNone: false, records: records.map((record) => ({ attributes: { type: 'Case' }, ...record })) }
        },
        { method: 'GET', url: apiPath(`/query?q=${encodeURIComponent(soql)}`), referenceId: 'written' }
    ];
    const { compositeResponse } = await connection
        .request<CompositeAnswer>({
            method: 'POST',
            url: apiPath('/composite'),
            headers: { 'content-type': 'application/json', ...OWNER_STAYS },
            body: JSON.stringify({ allOrNone: false, compositeRequest })
        })
        .catch((error: unknown) => {
            throw toSalesforceError(error);
        });
    const [created, written] = compositeResponse;
    if (!created || created.httpStatusCode !== 200 || !Array.isArray(created.body)) throw toRefusal(created?.body);
    return {
        results: created.body as SavedRecord[],
        written: written?.httpStatusCode === 200 ? readBack(protocolField, written.body) : toRefusal(written?.body)
    };
}

function readBack(protocolField: string, body: unknown): ReadonlyMap<string, CaseRecord> {
    const { records = [] } = (body ?? {}) as { records?: CaseRecord[] };
    return new Map(records.map((record) => [keyOf(record[protocolField] ?? null), record]));
}
