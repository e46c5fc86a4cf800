import type { CallContext } from '../callContext.ts';
import { notFound } from '../errors/refusals.ts';
import type { Org } from '../org.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';

/**
 * The object a URL names.
 *
 * @throws SalesforceError NOT_FOUND when there is none, or none that this user may know of
 */
export function requireObject(org: Org, context: CallContext, name: string): ObjectDefinition {
    const object = org.schema.find(name);
    if (!object || !context.access.canReadObject(object)) throw notFound();
    return object;
}
