/** The org's REST API. In the page the org is same-origin, as it is inside Salesforce. */
const API = '/services/data/v66.0';

/** An error body of the org: `[{ errorCode, message, fields }]`. */
export class OrgError extends Error {
    readonly status: number;
    readonly code: string;

    constructor(status: number, code: string, message: string) {
        super(message);
        this.name = 'OrgError';
        this.status = status;
        this.code = code;
    }
}

/** @throws {OrgError} when the org refuses the query. */
export async function query<Row>(soql: string): Promise<Row[]> {
    const { records } = (await request('GET', `/query?${new URLSearchParams({ q: soql })}`)) as { records: Row[] };
    return records;
}

/** A text as a SOQL literal. */
export const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/**
 * @returns the new record's id.
 * @throws {OrgError} when the org refuses the record.
 */
export async function insertRecord(objectApiName: string, fields: Record<string, unknown>): Promise<string> {
    const { id } = (await request('POST', `/sobjects/${objectApiName}`, fields)) as { id: string };
    return id;
}

/** @throws {OrgError} when the org refuses the changes. */
export async function saveRecord(
    objectApiName: string,
    recordId: string,
    changes: Record<string, unknown>
): Promise<void> {
    await request('PATCH', `/sobjects/${objectApiName}/${recordId}`, changes);
}

interface FieldDescription {
    name: string;
    picklistValues?: { value: string; label: string; active: boolean }[];
}

/** The active values of a picklist, in the org's order. */
export async function loadPicklistValues(objectApiName: string, fieldApiName: string): Promise<string[]> {
    const { fields } = (await request('GET', `/sobjects/${objectApiName}/describe`)) as { fields: FieldDescription[] };
    const values = fields.find(({ name }) => name === fieldApiName)?.picklistValues ?? [];
    return values.filter(({ active }) => active).map(({ value }) => value);
}

async function request(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(API + path, {
        method,
        headers: {
            'x-console-user': window.consoleSession.username,
            ...(body ? { 'content-type': 'application/json' } : {})
        },
        ...(body ? { body: JSON.stringify(body) } : {})
    });
    const text = await response.text();
    const answer: unknown = text ? JSON.parse(text) : undefined;
    if (response.ok) return answer;
    const [first] = Array.isArray(answer) ? (answer as { errorCode: string; message: string }[]) : [];
    throw new OrgError(response.status, first?.errorCode ?? 'UNKNOWN', first?.message ?? response.statusText);
}
