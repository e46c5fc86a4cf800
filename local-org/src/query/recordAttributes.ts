import type { CallContext } from '../callContext.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import { keyPrefixOf } from '../ids/recordId.ts';
import type { Org } from '../org.ts';

export interface RecordAttributes {
    type: string;
    url: string;
}

/** The `attributes` member of a record in an answer. */
export function recordAttributes(org: Org, context: CallContext, record: SalesforceRecord): RecordAttributes {
    const type = org.schema.findByKeyPrefix(keyPrefixOf(record.Id))?.name ?? '';
    return { type, url: recordUrl(context, type, record.Id) };
}

export function recordUrl(context: CallContext, objectName: string, id: string): string {
    return `/services/data/v${context.apiVersion}/sobjects/${objectName}/${id}`;
}
