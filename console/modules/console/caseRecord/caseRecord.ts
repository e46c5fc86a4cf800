import { query, quote } from 'console/orgApi';
import { messageOfError, updateRecord } from 'console/recordApi';

/** A Case with the names of the records around it. Null is what the org has no value for. */
export interface CaseRecord {
    readonly Id: string;
    readonly CaseNumber: string;
    readonly Subject: string | null;
    readonly Status: string | null;
    readonly Priority: string | null;
    readonly Origin: string | null;
    readonly Description: string | null;
    readonly SuppliedPhone: string | null;
    readonly ContactPhone: string | null;
    readonly CallProtocol__c: string | null;
    readonly CallerTaxId__c: string | null;
    readonly CallingNumber__c: string | null;
    readonly CreatedDate: string;
    readonly LastModifiedDate: string;
    readonly ContactId: string | null;
    readonly AccountId: string | null;
    readonly Owner: { readonly Name: string } | null;
    readonly Contact: { readonly Name: string } | null;
    readonly Account: { readonly Name: string } | null;
}

/** What the agent may change by hand on the Case's page. */
export const EDITABLE_FIELDS = [
    'Subject',
    'Status',
    'Priority',
    'Origin',
    'CallerTaxId__c',
    'SuppliedPhone',
    'Description'
] as const;

export type EditableField = (typeof EDITABLE_FIELDS)[number];
export type CaseChanges = Partial<Record<EditableField, string | null>>;

const FIELDS = [
    'Id',
    'CaseNumber',
    'Subject',
    'Status',
    'Priority',
    'Origin',
    'Description',
    'SuppliedPhone',
    'ContactPhone',
    'CallProtocol__c',
    'CallerTaxId__c',
    'CallingNumber__c',
    'CreatedDate',
    'LastModifiedDate',
    'ContactId',
    'AccountId',
    'Owner.Name',
    'Contact.Name',
    'Account.Name'
].join(', ');

const LISTED_CASES = 200;

/** @throws when the org has no such Case, or shows none to this user. */
export async function loadCase(caseId: string): Promise<CaseRecord> {
    const [found] = await query<CaseRecord>(`SELECT ${FIELDS} FROM Case WHERE Id = ${quote(caseId)}`);
    if (!found) throw new Error('Este caso não existe ou você não tem acesso a ele.');
    return found;
}

export interface CaseList {
    readonly cases: readonly CaseRecord[];
    /** The org has older ones that are not listed. */
    readonly hasMore: boolean;
}

/** The newest Cases first: all, or those of one customer; no more than a list view shows. */
export async function listCases(of?: { ContactId: string } | { AccountId: string }): Promise<CaseList> {
    const conditions = Object.entries(of ?? {}).map(([field, id]) => `${field} = ${quote(id)}`);
    const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')} ` : '';
    const found = await query<CaseRecord>(
        `SELECT ${FIELDS} FROM Case ${where}ORDER BY CreatedDate DESC, CaseNumber DESC LIMIT ${LISTED_CASES + 1}`
    );
    return { cases: found.slice(0, LISTED_CASES), hasMore: found.length > LISTED_CASES };
}

/** `12`, and `200+` when there are more than the list holds. */
export const formatCount = (cases: readonly CaseRecord[], hasMore: boolean): string =>
    `${cases.length}${hasMore ? '+' : ''}`;

/** @throws with what the org has against the changes. */
export async function saveCase(caseId: string, changes: CaseChanges): Promise<void> {
    try {
        await updateRecord({ fields: { Id: caseId, ...changes } });
    } catch (error) {
        throw new Error(messageOfError(error), { cause: error });
    }
}
