import { findField, type ObjectDefinition } from '../../schema/objectDefinition.ts';
import type { Schema } from '../../schema/schema.ts';
import { problemAt, type MetadataProblem } from '../metadataProblem.ts';
import { childNamed, childrenNamed, type XmlElement } from '../xml/xmlElement.ts';
import type { Change } from './checkInOrg.ts';

/** Fields without field-level security can not be granted: required ones, and some that the platform keeps. */
export function checkGrantedFields({ component, next }: Change): MetadataProblem[] {
    if (component.content.kind !== 'xml') return [];
    return childrenNamed(component.content.element, 'fieldPermissions').flatMap((granted) => {
        const field = childNamed(granted, 'field');
        return field ? checkGrantedField(field, next.schema) : [];
    });
}

/** @see https://sfdx-hardis.cloudity.com/salesforce-deployment-assistant-error-list/ for the wording */
function checkGrantedField(element: XmlElement, schema: Schema): MetadataProblem[] {
    const fullName = element.text.trim();
    const [objectName = '', fieldName = ''] = fullName.split('.');
    const object = schema.find(objectName.replace(/^Activity$/i, 'Task'));
    const field = object && findField(object, fieldName);
    if (!field || field.permissionable || hasOwnFieldSecurity(object)) return [];
    if (field.required) return [problemAt(element, `You cannot deploy to a required field: ${fullName}`)];
    return object.custom ? [] : [problemAt(element, `In field: field - no CustomField named ${fullName} found`)];
}

/** Users have field-level security on the platform, which this org does not emulate. */
function hasOwnFieldSecurity({ name }: ObjectDefinition): boolean {
    return name === 'User';
}
