import type { Connection, DescribeSObjectResult } from 'jsforce';
import type { Mapping } from '../../mapping/mapping.ts';
import { toSalesforceError } from '../salesforceError.ts';

/** Objects that the mapping speaks of. */
export type MappedObject = 'Case' | 'Task' | 'Contact' | 'Account' | 'User' | 'Lead';

export type FieldDescription = Pick<
    DescribeSObjectResult['fields'][number],
    | 'autoNumber'
    | 'calculated'
    | 'createable'
    | 'externalId'
    | 'filterable'
    | 'idLookup'
    | 'label'
    | 'length'
    | 'name'
    | 'restrictedPicklist'
    | 'type'
    | 'unique'
    | 'updateable'
> & { readonly picklistValues?: readonly PicklistValue[] | null };

export interface PicklistValue {
    readonly value: string;
    readonly label?: string | null;
    readonly active: boolean;
}

/** jsforce's type lacks the developer name (there since API version 43.0). */
export interface RecordTypeDescription {
    readonly developerName: string;
    readonly name: string;
    readonly recordTypeId: string;
    readonly active: boolean;
    /** Whether the integration user may give it to a record. */
    readonly available: boolean;
    /** What records have that have no record type. */
    readonly master: boolean;
}

/** What Salesforce tells the integration user of an object; fields that the user may not see are not in it. */
export type ObjectDescription = Pick<
    DescribeSObjectResult,
    'name' | 'createable' | 'updateable' | 'queryable' | 'searchable'
> & {
    readonly fields: readonly FieldDescription[];
    readonly recordTypeInfos: readonly RecordTypeDescription[];
};

/** Null: there is no such object for the integration user. */
export type Descriptions = Readonly<Partial<Record<MappedObject, ObjectDescription | null>>>;

/** What Salesforce answers for an object that the user may not see. */
const HIDDEN = new Set(['NOT_FOUND', 'INVALID_TYPE', 'INSUFFICIENT_ACCESS', 'INSUFFICIENT_ACCESS_OR_READONLY']);

export const mappedObjects = ({ caller }: Mapping): MappedObject[] => [
    'Case',
    'Task',
    'Contact',
    'Account',
    'User',
    ...(caller.leads ? ['Lead' as const] : [])
];

/** Only orgs with person accounts have the field. */
export const hasPersonAccounts = (account: ObjectDescription): boolean =>
    account.fields.some(({ name }) => name === 'IsPersonAccount');

/** One API call for each object. Throws SalesforceError when Salesforce cannot be asked. */
export async function describeMapped(connection: Connection, mapping: Mapping): Promise<Descriptions> {
    const described = mappedObjects(mapping).map(
        async (object) => [object, await describe(connection, object)] as const
    );
    return Object.fromEntries(await Promise.all(described));
}

/** Asked for plainly, for jsforce's own `describe` keeps the whole answer in memory. */
async function describe(connection: Connection, object: MappedObject): Promise<ObjectDescription | null> {
    try {
        return await connection.request<ObjectDescription>(`/sobjects/${object}/describe`);
    } catch (thrown) {
        const error = toSalesforceError(thrown);
        if (HIDDEN.has(error.code)) return null;
        throw error;
    }
}
