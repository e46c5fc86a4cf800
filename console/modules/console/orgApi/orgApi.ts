/** The org's REST API. In the page the org is same-origin, as it is inside Salesforce. */
const API = '/services/data/v66.0';
/** The record type of records without one. */
const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

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

/** Sends a request as the signed-in user. */
export const fetchFromOrg = (
    method: string,
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {}
): Promise<Response> =>
    fetch(API + path, {
        method,
        headers: {
            'x-console-user': window.consoleSession.username,
            ...(body ? { 'content-type': 'application/json' } : {}),
            ...headers
        },
        ...(body ? { body: JSON.stringify(body) } : {})
    });

/** @throws {OrgError} when the org refuses the query. */
export async function query<Row>(soql: string): Promise<Row[]> {
    const { records } = await read<{ records: Row[] }>(`/query?${new URLSearchParams({ q: soql })}`);
    return records;
}

/** A text as a SOQL literal. */
export const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** The active values of a picklist, in the org's order. @throws {OrgError} */
export async function loadPicklistValues(objectApiName: string, fieldApiName: string): Promise<string[]> {
    const path = `/ui-api/object-info/${objectApiName}/picklist-values/${MASTER_RECORD_TYPE_ID}/${fieldApiName}`;
    const { values } = await read<{ values: { value: string }[] }>(path);
    return values.map(({ value }) => value);
}

async function read<Answer>(path: string): Promise<Answer> {
    const response = await fetchFromOrg('GET', path);
    const answer: unknown = await response.json();
    if (response.ok) return answer as Answer;
    const [first] = Array.isArray(answer) ? (answer as { errorCode: string; message: string }[]) : [];
    throw new OrgError(response.status, first?.errorCode ?? 'UNKNOWN', first?.message ?? response.statusText);
}
