import { requestUiApi } from './requestUiApi';
import type { RecordData } from './recordData';
import { refreshRecord } from './recordWire';

export { getFieldDisplayValue, getFieldValue } from './recordData';
export type { FieldReference, RecordData } from './recordData';
export { messageOfError } from './recordError';
export { getRecord } from './recordWire';

interface RecordInput {
    readonly apiName?: string;
    readonly fields: Readonly<Record<string, unknown>>;
}

interface UpdateOptions {
    /** The `lastModifiedDate` that the changes were made on: the record is saved only if it is still so. */
    readonly ifUnmodifiedSince?: string;
}

/**
 * Creates a record as the signed-in user.
 *
 * @throws what Lightning Data Service throws: {@link FetchResponse}
 */
export const createRecord = (input: RecordInput): Promise<RecordData> =>
    requestUiApi<RecordData>('POST', '/records', { body: input });

/** Saves the fields of the record that `fields.Id` names. @throws {FetchResponse} */
export async function updateRecord(
    { fields: { Id, ...fields } }: RecordInput,
    { ifUnmodifiedSince }: UpdateOptions = {}
): Promise<RecordData> {
    const recordId = String(Id);
    const saved = await requestUiApi<RecordData>('PATCH', `/records/${recordId}`, {
        body: { fields },
        headers: ifUnmodifiedSince ? { 'if-unmodified-since': ifUnmodifiedSince } : {}
    });
    refreshRecord(recordId);
    return saved;
}

/** @throws {FetchResponse} */
export async function deleteRecord(recordId: string): Promise<void> {
    await requestUiApi('DELETE', `/records/${recordId}`);
    refreshRecord(recordId);
}

/** Tells that records were changed by other means: who shows them reads them again. */
export async function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void> {
    for (const { recordId } of records) refreshRecord(recordId);
}
