import { apiPath, type FieldValues, quote, type RecordProblem, toRefusal } from './records.ts';
import type { SalesforceConnection } from './salesforceConnection.ts';
import { toSalesforceError } from './salesforceError.ts';

interface OwnedCase {
    OwnerId: string;
    CreatedById: string;
    LastModifiedDate: string;
}

interface CompositeAnswer {
    readonly compositeResponse: readonly { readonly body: RecordProblem[] | null; readonly httpStatusCode: number }[];
}

const NOT_FOUND = 404;
/** Salesforce takes 25 parts in one composite request: the Case, and so many Tasks. */
const MAX_TASKS = 24;

/**
 * Hands a Case over to another user, unless it belongs to somebody whom the call does not know: then a person decided,
 * and their decision stays.
 *
 * @param handlers the users whom the call went through
 */
export async function handCaseOver(
    connection: SalesforceConnection,
    caseId: string,
    handlers: ReadonlySet<string>,
    ownerId: string
): Promise<void> {
    const soql = `SELECT OwnerId, CreatedById, LastModifiedDate FROM Case WHERE Id = ${quote(caseId)}`;
    const [record] = (await asking(connection.query<OwnedCase>(soql))).records;
    if (!record || record.OwnerId === ownerId) return;
    if (!handlers.has(record.OwnerId) && record.OwnerId !== record.CreatedById) return;
    await asking(
        connection.request({
            method: 'PATCH',
            url: apiPath(`/sobjects/Case/${caseId}`),
            headers: {
                'content-type': 'application/json',
                // who edits it in this moment is not written over: it is read again
                'If-Unmodified-Since': new Date(record.LastModifiedDate).toUTCString()
            },
            body: JSON.stringify({ OwnerId: ownerId })
        })
    );
}

/** Writes on a Case, and on the Tasks that it has of this call, who is calling. Tasks that somebody deleted stay deleted. */
export async function correctCaller(
    connection: SalesforceConnection,
    caseId: string,
    fields: FieldValues,
    taskIds: readonly string[]
): Promise<void> {
    const compositeRequest = [
        { method: 'PATCH', url: apiPath(`/sobjects/Case/${caseId}`), referenceId: 'case', body: fields },
        ...taskIds.slice(0, MAX_TASKS).map((taskId, index) => ({
            method: 'PATCH',
            url: apiPath(`/sobjects/Task/${taskId}`),
            referenceId: `task${index}`,
            body: { WhoId: fields['ContactId'] ?? null }
        }))
    ];
    const { compositeResponse } = await asking(
        connection.request<CompositeAnswer>({
            method: 'POST',
            url: apiPath('/composite'),
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ allOrNone: false, compositeRequest })
        })
    );
    const [ofCase, ...ofTasks] = compositeResponse;
    const refused = [ofCase, ...ofTasks.filter((part) => part.httpStatusCode !== NOT_FOUND)].find(
        (part) => !part || part.httpStatusCode >= 300
    );
    if (refused) throw toRefusal(refused.body);
}

/** Writes on one Task who is calling; null: nobody on record. */
export async function correctCallerOfTask(
    connection: SalesforceConnection,
    taskId: string,
    contactId: string | null
): Promise<void> {
    await asking(
        connection.request({
            method: 'PATCH',
            url: apiPath(`/sobjects/Task/${taskId}`),
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ WhoId: contactId })
        })
    );
}

async function asking<T>(request: PromiseLike<T>): Promise<T> {
    try {
        return await request;
    } catch (error) {
        throw toSalesforceError(error);
    }
}
