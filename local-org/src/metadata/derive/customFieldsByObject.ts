import type { FieldDefinition } from '../../schema/fieldDefinition.ts';
import type { PackagedComponent } from '../components/component.ts';
import type { ComponentSet } from '../components/componentSet.ts';
import { fieldsOf } from './customField.ts';
import { findValueSetIn } from './findValueSetIn.ts';

/** Fields without the suffix are standard ones, which a deploy can not make. */
const CUSTOM_FIELD = /__c$/i;

/** The custom fields by the lower-case name of the object that they were deployed to, `activity` among them. */
export function customFieldsByObject(
    components: ComponentSet<PackagedComponent>
): ReadonlyMap<string, FieldDefinition[]> {
    const byObject = new Map<string, FieldDefinition[]>();
    for (const { fullName, content } of components.ofType('CustomField')) {
        if (!CUSTOM_FIELD.test(fullName) || content.kind !== 'xml') continue;
        const objectName = fullName.slice(0, fullName.indexOf('.'));
        const fields = fieldsOf(content.element, objectName, findValueSetIn(components));
        byObject.set(objectName.toLowerCase(), [...(byObject.get(objectName.toLowerCase()) ?? []), ...fields]);
    }
    return byObject;
}
