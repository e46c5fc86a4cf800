import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { findRecord, type Org } from '../org.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';

/**
 * Whether the record is the contact of a person account, which a search does not find: "When searching, person accounts
 * appear only in account search results" (Salesforce's tip sheet "Understanding Person Accounts"). That the API keeps to
 * it is inferred.
 */
export function isPersonContact(org: Org, object: ObjectDefinition, record: SalesforceRecord): boolean {
    if (object.name !== 'Contact' || !org.features.includes('PersonAccounts')) return false;
    return findRecord(org, record.AccountId)?.PersonContactId === record.Id;
}
