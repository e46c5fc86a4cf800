import { isMetadataType } from '../types/isMetadataType.ts';
import { childTypes } from './childTypes.ts';
import rows from './componentTypes.json' with { type: 'json' };

/**
 * How a package holds a component: as one XML file, as a file of any kind with a `-meta.xml` beside it, or as a folder
 * of files.
 */
export type ComponentShape = 'xml' | 'withMetaFile' | 'bundle';

/** A type of the Metadata API that has files of its own. */
export interface ComponentType {
    /** As package.xml names it: `CustomObject`. */
    xmlName: string;
    /** `objects` */
    directoryName: string;
    /** `object`; bundles have none, and documents any. */
    suffix?: string;
    shape: ComponentShape;
    /** Its components lie in folders that are components too, as reports do. */
    inFolder: boolean;
    /** What the local org lacks to hold such a component, undefined when it can: `Apex`. */
    notEmulated?: string;
}

interface Row extends Omit<ComponentType, 'shape' | 'inFolder'> {
    shape?: string;
    inFolder?: boolean;
}

/**
 * Every type of the Metadata API, in the order of their names. Names, directories and suffixes are those of the registry
 * of the Salesforce CLI (`metadataRegistry.json` of `@salesforce/source-deploy-retrieve` 13).
 */
export const componentTypes: readonly ComponentType[] = (rows as Row[]).map(({ shape, inFolder, ...row }) => ({
    ...row,
    shape: shape === 'bundle' || shape === 'withMetaFile' ? shape : 'xml',
    inFolder: inFolder ?? false
}));

const byName = new Map(componentTypes.map((type) => [type.xmlName, type]));
const byDirectory = Map.groupBy(componentTypes, (type) => type.directoryName);

export function findComponentType(xmlName: string): ComponentType | undefined {
    return byName.get(xmlName);
}

/** The types whose files lie in the directory of that name: one, several in a few cases, or none. */
export function typesInDirectory(directoryName: string): ComponentType[] {
    return byDirectory.get(directoryName) ?? [];
}

/** Whether package.xml may name the type, with files of its own (`CustomObject`) or inside others (`CustomField`). */
export function isComponentType(xmlName: string): boolean {
    return byName.has(xmlName) || childTypes.some((child) => child.xmlName === xmlName);
}

/**
 * What the local org would need to hold components of a type and does not have, undefined when it holds them. A type
 * that `@salesforce/types` does not describe cannot be checked, so it is not held.
 */
export function lackingFor(type: ComponentType): string | undefined {
    if (type.notEmulated !== undefined) return type.notEmulated;
    const described = type.xmlName === 'Settings' || isMetadataType(type.xmlName);
    return described ? undefined : `the metadata type ${type.xmlName}`;
}
