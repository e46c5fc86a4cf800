import type { CallContext } from '../callContext.ts';
import { notEmulated, notFound } from '../errors/refusals.ts';
import type { Org } from '../org.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { isPlatformObject } from '../schema/standard/platformObjectNames.ts';

/**
 * The object a URL names.
 *
 * @throws SalesforceError NOT_FOUND when there is none, or none that this user may know of; NOT_EMULATED for a standard
 *     object that this org lacks
 */
export function requireObject(org: Org, context: CallContext, name: string): ObjectDefinition {
    const object = org.schema.find(name);
    if (!object && isPlatformObject(name)) throw notEmulated(`the object ${name}`);
    if (!object || !context.access.canReadObject(object)) throw notFound();
    return object;
}
