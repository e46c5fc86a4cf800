import { picklistField, readOnly, required, textField } from '../fieldBuilders.ts';
import type { FieldDefinition } from '../fieldDefinition.ts';

const LAST_NAME_LENGTH = 80;
const FIRST_NAME_LENGTH = 40;
const FULL_NAME_LENGTH = 121;
const SALUTATIONS = ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.'];

/** A person's name in parts, and Name as the platform joins them. */
export function personNameFields(): FieldDefinition[] {
    return [
        textField('LastName', 'Last Name', LAST_NAME_LENGTH, required),
        textField('FirstName', 'First Name', FIRST_NAME_LENGTH),
        textField('Name', 'Full Name', FULL_NAME_LENGTH, {
            ...readOnly,
            derive: (record) => [record.FirstName, record.LastName].filter(Boolean).join(' ') || null
        })
    ];
}

export function salutationField(): FieldDefinition {
    return picklistField('Salutation', 'Salutation', SALUTATIONS);
}
