import { META_FILE_ENDING } from '../components/componentPath.ts';
import { componentTypes, typesInDirectory, type ComponentType } from '../components/componentTypes.ts';
import { isDecomposed } from './mergeDecomposed.ts';
import { FOLDER_ENDING } from './packagedPath.ts';

/** Where a file of an SFDX source folder belongs. */
export interface SourcePlace {
    type: ComponentType;
    /** Below the type's directory: `Case/fields/CallProtocol__c.field-meta.xml`. */
    path: string;
}

/**
 * The type of a source file: that of the first folder on its way that is a type's directory and may hold a file of that
 * name, for a project may call its own folders as it likes; or else the one type that the ending belongs to. Undefined
 * for files that belong to no component.
 *
 * @param path below the source folder, with slashes: `main/default/objects/Case/fields/…`
 */
export function findSourcePlace(path: string): SourcePlace | undefined {
    const segments = path.split('/');
    for (const [index, segment] of segments.slice(0, -1).entries()) {
        const rest = segments.slice(index + 1).join('/');
        const type = typesInDirectory(segment).find((candidate) => mayHold(candidate, rest));
        if (type) return { type, path: rest };
    }
    const name = segments.at(-1) ?? '';
    const [type, another] = componentTypes.filter((candidate) => isNamedAs(candidate, name));
    return type && !another ? { type, path: name } : undefined;
}

function mayHold(type: ComponentType, path: string): boolean {
    const { suffix, shape, inFolder } = type;
    if (suffix === undefined || shape === 'bundle' || isDecomposed(type) || type.xmlName === 'StaticResource')
        return true;
    if (inFolder && FOLDER_ENDING.test(path)) return true;
    return path.endsWith(`.${suffix}`) || path.endsWith(`.${suffix}${META_FILE_ENDING}`);
}

/** Outside its directory a file is known by its `-meta.xml`, or by lying beside one. */
function isNamedAs(type: ComponentType, name: string): boolean {
    const { suffix, shape, inFolder } = type;
    if (suffix === undefined || inFolder || isDecomposed(type)) return false;
    return name.endsWith(`.${suffix}${META_FILE_ENDING}`) || (shape === 'withMetaFile' && name.endsWith(`.${suffix}`));
}
