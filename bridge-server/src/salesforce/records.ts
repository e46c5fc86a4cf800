import { API_VERSION } from './salesforceConnection.ts';
import { SalesforceError } from './salesforceError.ts';

export type FieldValue = string | number | boolean | null;
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** A record on its way. */
export interface PreparedRecord {
    readonly fields: FieldValues;
    /** Epoch milliseconds: what has not been sent by then is not sent, for somebody else may be doing it. */
    readonly notAfter: number;
}

/** Salesforce takes at most this many records in one request (sObject Collections). */
export const MAX_RECORDS = 200;

/** Otherwise an assignment rule may give a Case to somebody else than the agent who answered. */
export const OWNER_STAYS = { 'Sforce-Auto-Assign': 'FALSE' };

export const apiPath = (path: string): string => `/services/data/v${API_VERSION}${path}`;

/** A string literal of SOQL. */
export const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** What Salesforce says of one record of a collection. */
export interface SavedRecord {
    readonly id?: string;
    readonly success: boolean;
    readonly errors?: readonly RecordProblem[];
}

/** A collection names the code `statusCode`, other resources `errorCode`. */
export interface RecordProblem {
    readonly statusCode?: string;
    readonly errorCode?: string;
    readonly message: string;
}

const codeOf = ({ statusCode, errorCode }: RecordProblem): string => statusCode ?? errorCode ?? 'UNKNOWN';

export const isDuplicate = ({ errors = [] }: SavedRecord): boolean =>
    errors.some((problem) => codeOf(problem) === 'DUPLICATE_VALUE');

/** Of a record that was refused, or of a part of a composite request, whose body is a list of problems. */
export function toRefusal(problems: unknown): SalesforceError {
    const [first] = (Array.isArray(problems) ? problems : []) as RecordProblem[];
    return first
        ? new SalesforceError(codeOf(first), first.message)
        : new SalesforceError('UNKNOWN_EXCEPTION', 'Salesforce gave no reason');
}
