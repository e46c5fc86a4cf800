import type { CallContext } from '../callContext.ts';
import type { Org } from '../org.ts';
import type { QueryScope } from './fieldPath.ts';
import { noSuchObject } from './queryErrors.ts';

/** @throws SalesforceError INVALID_TYPE for an object that is not there, or that this user may not read */
export function openScope(
    org: Org,
    context: CallContext,
    soql: string,
    query: { sObject?: string; sObjectAlias?: string }
): QueryScope {
    const name = query.sObject ?? '';
    const object = org.schema.find(name);
    if (!object || !context.access.canReadObject(object)) throw noSuchObject(soql, name);
    return { org, context, soql, object, alias: query.sObjectAlias };
}
