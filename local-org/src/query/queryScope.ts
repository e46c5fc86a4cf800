import type { CallContext } from '../callContext.ts';
import { notEmulated } from '../errors/refusals.ts';
import type { Org } from '../org.ts';
import { isPlatformObject } from '../schema/standard/platformObjectNames.ts';
import type { QueryScope } from './fieldPath.ts';
import { noSuchObject } from './queryErrors.ts';
import { clauseOf, type ClauseName, type QueryText } from './queryText.ts';

/**
 * @throws SalesforceError INVALID_TYPE for an object that is not there, or that this user may not read; NOT_EMULATED for
 *     a standard object that this org lacks
 */
export function openScope(
    org: Org,
    context: CallContext,
    soql: QueryText,
    query: { sObject?: string; sObjectAlias?: string }
): QueryScope {
    const name = query.sObject ?? '';
    const object = org.schema.find(name);
    if (!object && isPlatformObject(name)) throw notEmulated(`the object ${name}`);
    if (!object || !context.access.canReadObject(object)) throw noSuchObject(clauseOf(soql, 'FROM'), name);
    return { org, context, soql, object, alias: query.sObjectAlias };
}

/** The scope of one clause, where what is wrong with it is looked for. */
export function inClause(scope: QueryScope, name: ClauseName): QueryScope {
    return { ...scope, soql: clauseOf(scope.soql, name) };
}
