import {
    dateField,
    emailField,
    lookupField,
    phoneField,
    textAreaField,
    textField,
    withFieldSecurity
} from '../fieldBuilders.ts';
import { defineObject, ownerField } from '../defineObject.ts';
import { addressFields } from './addressFields.ts';
import { personNameFields, salutationField } from './personName.ts';

export const contact = defineObject({
    name: 'Contact',
    label: 'Contact',
    labelPlural: 'Contacts',
    keyPrefix: '003',
    fields: [
        salutationField(),
        ...personNameFields(),
        ...withFieldSecurity([
            lookupField('AccountId', 'Account ID', ['Account'], 'Contacts', { deleteBehaviour: 'deleteToo' }),
            ...addressFields('Mailing'),
            phoneField('Phone', 'Business Phone'),
            phoneField('Fax', 'Business Fax'),
            phoneField('MobilePhone', 'Mobile Phone'),
            phoneField('HomePhone', 'Home Phone'),
            phoneField('OtherPhone', 'Other Phone'),
            phoneField('AssistantPhone', 'Asst. Phone'),
            lookupField('ReportsToId', 'Reports To ID', ['Contact'], null),
            emailField('Email', 'Email'),
            textField('Title', 'Title', 128),
            textField('Department', 'Department', 80),
            dateField('Birthdate', 'Birthdate'),
            textAreaField('Description', 'Contact Description', 32000)
        ]),
        ownerField('User')
    ]
});
