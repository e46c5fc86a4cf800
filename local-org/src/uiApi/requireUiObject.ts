import { notEmulated, notFound } from '../errors/refusals.ts';
import type { ApiCall } from '../rest/apiCall.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { isPlatformObject } from '../schema/standard/platformObjectNames.ts';
import { user } from '../schema/standard/user.ts';
import { noAccess, unsupportedObject } from './uiApiRefusals.ts';

/**
 * The object named, if the UI API shows it and this user may use it. Objects of Setup are not shown.
 *
 * @throws SalesforceError NOT_EMULATED for a standard object that this org lacks, NOT_FOUND, INVALID_TYPE, INSUFFICIENT_ACCESS
 */
export function requireUiObject({ org, context }: ApiCall, name: string): ObjectDefinition {
    const object = org.schema.find(name);
    if (!object && isPlatformObject(name)) throw notEmulated(`the object ${name}`);
    if (!object) throw notFound();
    if (!isShown(object)) throw unsupportedObject(object.name);
    if (!context.access.canReadObject(object)) throw noAccess();
    return object;
}

export function isShown(object: ObjectDefinition): boolean {
    return object.writers === 'everyone' || object.name === user.name;
}
