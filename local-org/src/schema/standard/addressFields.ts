import { textAreaField, textField } from '../fieldBuilders.ts';
import type { FieldDefinition } from '../fieldDefinition.ts';

/** The parts of one address: BillingStreet, BillingCity and so on for the prefix `Billing`. */
export function addressFields(prefix: string): FieldDefinition[] {
    const label = (part: string) => `${prefix} ${part}`.trim();
    return [
        textAreaField(`${prefix}Street`, label('Street'), 255),
        textField(`${prefix}City`, label('City'), 40),
        textField(`${prefix}State`, label('State/Province'), 80),
        textField(`${prefix}PostalCode`, label('Zip/Postal Code'), 20),
        textField(`${prefix}Country`, label('Country'), 80)
    ];
}
