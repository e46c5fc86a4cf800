import DataLoader from 'dataloader';
import { apiPath, type FieldValues, MAX_RECORDS, quote, type SavedRecord, toRefusal } from './records.ts';
import type { Schedule } from './requestWindow.ts';
import type { SalesforceConnection } from './salesforceConnection.ts';
import { toSalesforceError } from './salesforceError.ts';

/** How a note is brought into a Task that exists. */
export interface TaskNote {
    readonly taskId: string;
    /** The fields as we wrote them last. */
    readonly before: FieldValues;
    readonly after: FieldValues;
}

type StoredTask = Readonly<Record<string, string | null>> & { readonly Id: string };

const DELETED = new Set(['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY', 'NOT_FOUND']);

/**
 * Writes notes into Tasks, those of one moment in two requests. What somebody wrote into a Task meanwhile stays: then
 * what is new is added below it. A Task that somebody deleted stays deleted.
 */
export function createTaskNotes(connection: SalesforceConnection, reasonField: string | null, whenWriting: Schedule) {
    const fields = ['Description', ...(reasonField ? [reasonField] : [])];
    const writing = new DataLoader<TaskNote, undefined>((notes) => writeAll(connection, fields, notes), {
        cache: false,
        maxBatchSize: MAX_RECORDS,
        batchScheduleFn: whenWriting
    });
    /** Throws SalesforceError. May be repeated. */
    return async (note: TaskNote): Promise<void> => void (await writing.load(note));
}

async function writeAll(
    connection: SalesforceConnection,
    fields: readonly string[],
    notes: readonly TaskNote[]
): Promise<(undefined | Error)[]> {
    const ids = [...new Set(notes.map(({ taskId }) => quote(taskId)))];
    const soql = `SELECT Id, ${fields.join(', ')} FROM Task WHERE Id IN (${ids.join(', ')})`;
    const { records } = await connection.query<StoredTask>(soql).catch((error: unknown) => {
        throw toSalesforceError(error);
    });
    const stored = new Map(records.map((record) => [record.Id, record]));
    const changes = notes.map((note) => changedFields(note, stored.get(note.taskId)));
    const sent = changes.filter((change) => change !== null);
    const results = sent.length > 0 ? await update(connection, sent) : [];
    const resultOf = new Map(sent.map((change, index) => [change, results[index]]));
    return changes.map((change) => refusalOf(change && resultOf.get(change)));
}

/** Null when there is nothing to write. */
function changedFields({ taskId, before, after }: TaskNote, stored: StoredTask | undefined): FieldValues | null {
    if (!stored) return null;
    const changes: Record<string, FieldValues[string]> = {};
    for (const [field, wanted] of Object.entries(after)) {
        const value = merged(text(stored[field]), text(before[field]), text(wanted), field === 'Description');
        if (value !== text(stored[field])) changes[field] = value || null;
    }
    return Object.keys(changes).length > 0 ? { id: taskId, ...changes } : null;
}

/** Line ends and blanks at the end are Salesforce's business. */
const text = (value: FieldValues[string] | undefined): string =>
    String(value ?? '')
        .replaceAll('\r\n', '\n')
        .trim();

function merged(stored: string, before: string, wanted: string, canGrow: boolean): string {
    if (stored === before || stored === wanted) return wanted;
    if (!canGrow) return stored;
    // a note of ours between the two, of which nobody heard that it was written
    if (hasLines(stored, before) && hasLines(wanted, stored)) return wanted;
    const news = addedTo(before, wanted);
    return news === '' || hasLines(stored, news) ? stored : `${stored}\n\n${news}`;
}

/** Whether these lines stand in the text, one after the other. */
const hasLines = (text: string, lines: string): boolean => `\n${text}\n`.includes(`\n${lines}\n`);

/** What `wanted` says beyond what it has in common with `before` at its beginning, by whole lines. */
function addedTo(before: string, wanted: string): string {
    const known = before.split('\n');
    const lines = wanted.split('\n');
    const firstNew = lines.findIndex((line, at) => line !== known[at]);
    return firstNew < 0 ? '' : lines.slice(firstNew).join('\n').trim();
}

async function update(connection: SalesforceConnection, records: readonly FieldValues[]): Promise<SavedRecord[]> {
    try {
        return await connection.request<SavedRecord[]>({
            method: 'PATCH',
            url: apiPath('/composite/sobjects'),
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({
                allOrNone: false,
                records: records.map((fields) => ({ attributes: { type: 'Task' }, ...fields }))
            })
        });
    } catch (error) {
        throw toSalesforceError(error);
    }
}

function refusalOf(result: SavedRecord | null | undefined): Error | undefined {
    if (!result || result.success) return undefined;
    const refusal = toRefusal(result.errors);
    return DELETED.has(refusal.code) ? undefined : refusal;
}
