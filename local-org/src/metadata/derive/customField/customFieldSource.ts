import type { FieldDefinition } from '../../../schema/fieldDefinition.ts';
import type { XmlElement } from '../../xml/xmlElement.ts';

/** What a definition of any type of custom field is made from. */
export interface CustomFieldSource {
    element: XmlElement;
    objectName: string;
    name: string;
    label: string;
    /** What is said in the same way of every type. */
    details: CustomFieldDetails;
}

export type CustomFieldDetails = Partial<Omit<FieldDefinition, 'name' | 'label' | 'type'>>;
