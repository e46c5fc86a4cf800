import { defineObject } from '../schema/defineObject.ts';
import { booleanField, emailField, phoneField, textField } from '../schema/fieldBuilders.ts';

/** What Owner, Who and What show whichever object they point to. */
export const polymorphicName = defineObject({
    name: 'Name',
    label: 'Name',
    labelPlural: 'Names',
    keyPrefix: '',
    fields: [
        textField('Name', 'Name', 255),
        textField('Type', 'Type', 40),
        textField('FirstName', 'First Name', 40),
        textField('LastName', 'Last Name', 80),
        textField('Username', 'Username', 80),
        textField('Alias', 'Alias', 8),
        textField('Title', 'Title', 128),
        emailField('Email', 'Email'),
        phoneField('Phone', 'Phone'),
        booleanField('IsActive', 'Active')
    ]
});
