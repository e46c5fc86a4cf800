import type { OrgError } from 'console/orgApi';
import { insertRecord, query, quote, saveRecord } from 'console/orgApi';
import { objectOfRecord } from 'console/recordObject';

type FieldReference = string | { objectApiName: string; fieldApiName: string };
type FieldValues = Record<string, { value: unknown; displayValue: string | null }>;

interface RecordData {
    id: string;
    fields: FieldValues;
}

interface RecordInput {
    apiName?: string;
    fields: Record<string, unknown>;
}

/** Creates a record as the signed-in user. @throws what Lightning Data Service throws: `{ status, body: { message } }`. */
export async function createRecord({ apiName = '', fields }: RecordInput): Promise<RecordData> {
    const id = await insertRecord(apiName, fields).catch(rethrowAsFetchError);
    return { id, fields: wrapValues(fields) };
}

/** Saves the fields of the record that `fields.Id` names. */
export async function updateRecord({ fields: { Id, ...changes } }: RecordInput): Promise<RecordData> {
    const id = String(Id);
    await saveRecord(objectOfRecord(id), id, changes).catch(rethrowAsFetchError);
    return { id, fields: wrapValues(changes) };
}

interface RecordRequest {
    recordId?: string;
    fields?: FieldReference[];
}

/** Wire adapter: emits `{ data }` or `{ error }`; an undefined record id emits nothing, as on the platform. */
export class getRecord {
    readonly #emit: (result: { data?: RecordData; error?: unknown }) => void;

    constructor(emit: (result: { data?: RecordData; error?: unknown }) => void) {
        this.#emit = emit;
        emit({});
    }

    connect(): void {}

    disconnect(): void {}

    update({ recordId, fields = [] }: RecordRequest): void {
        if (!recordId) return;
        readRecord(recordId, fields.map(fieldPath)).then(
            (data) => this.#emit({ data }),
            (error: unknown) => this.#emit({ error })
        );
    }
}

export function getFieldValue(record: RecordData | undefined, field: FieldReference): unknown {
    return record?.fields[fieldPath(field)]?.value;
}

async function readRecord(recordId: string, fields: string[]): Promise<RecordData> {
    const object = objectOfRecord(recordId);
    const [row] = await query<Record<string, unknown>>(
        `SELECT ${['Id', ...fields].join(', ')} FROM ${object} WHERE Id = ${quote(recordId)}`
    );
    if (!row) throw new Error(`No ${object} has the id ${recordId}`);
    return { id: recordId, fields: wrapValues(row) };
}

const fieldPath = (field: FieldReference): string =>
    typeof field === 'string' ? field.slice(field.indexOf('.') + 1) : field.fieldApiName;

const wrapValues = (values: Record<string, unknown>): FieldValues =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, displayValue: null }]));

function rethrowAsFetchError({ status, code, message }: OrgError): never {
    throw Object.assign(new Error(message), { status, body: { errorCode: code, message } });
}
