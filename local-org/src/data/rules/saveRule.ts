import type { CallContext } from '../../callContext.ts';
import type { Org } from '../../org.ts';
import type { GivenValues } from '../readBody.ts';
import type { SalesforceRecord } from '../salesforceRecord.ts';

export interface Save {
    org: Org;
    context: CallContext;
    /** The record about to be saved; rules change it in place. */
    record: SalesforceRecord;
    /** The record as it was, null when it is being created. */
    previous: SalesforceRecord | null;
    /** What the request itself wrote. */
    given: GivenValues;
}

/** What the platform itself does to an object's records on every save. */
export type SaveRule = (save: Save) => void;
