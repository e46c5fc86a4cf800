import { typeCatalogue } from './typeCatalogue.ts';

/** Whether the Metadata API has a type of this name that is a component: `CustomField`, `CaseSettings`, not `ValueSet`. */
export function isMetadataType(name: string): boolean {
    const type = typeCatalogue().find(name);
    if (type?.kind !== 'record' || type.baseName === null) return false;
    return type.baseName === 'Metadata' || isMetadataType(type.baseName);
}
