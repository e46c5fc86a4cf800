import type { MetadataProblem } from '../metadataProblem.ts';
import { readCustomMetadataValues } from '../records/customMetadataValues.ts';
import { customMetadataTypeOf } from '../references/customMetadataReferences.ts';
import type { Change } from './checkInOrg.ts';

export function checkCustomMetadataValues({ component, next }: Change): MetadataProblem[] {
    const object = next.schema.find(customMetadataTypeOf(component.fullName));
    if (!object || component.content.kind !== 'xml') return [];
    return readCustomMetadataValues(component.content.element, object, next.components).problems;
}
