import { findChildType, parentFullName } from './childTypes.ts';
import { findComponentType } from './componentTypes.ts';

export const META_FILE_ENDING = '-meta.xml';

/**
 * Where a component without files of its own choosing lies in a package: `objects/Case.object` for `Case` and for the
 * field `Case.CallProtocol__c`, `reports/Calls-meta.xml` for the folder `Calls`.
 *
 * @throws Error for a type that the Metadata API does not have
 */
export function componentPath(typeName: string, fullName: string): string {
    const child = findChildType(typeName);
    if (child) return componentPath(child.parentName, parentFullName(child, fullName));
    const type = findComponentType(typeName);
    if (!type) throw new Error(`The Metadata API has no type ${typeName}.`);
    const suffix = type.suffix === undefined ? '' : `.${type.suffix}`;
    return `${type.directoryName}/${fullName}${suffix}`;
}

export function folderPath(directoryName: string, fullName: string): string {
    return `${directoryName}/${fullName}${META_FILE_ENDING}`;
}
