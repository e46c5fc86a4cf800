import {
    defineField,
    lookupField,
    phoneField,
    picklistField,
    required,
    textAreaField,
    textField,
    withFieldSecurity
} from '../fieldBuilders.ts';
import { defineObject, ownerField } from '../defineObject.ts';
import { addressFields } from './addressFields.ts';

export const account = defineObject({
    name: 'Account',
    label: 'Account',
    labelPlural: 'Accounts',
    keyPrefix: '001',
    fields: [
        textField('Name', 'Account Name', 255, required),
        ...withFieldSecurity([
            picklistField('Type', 'Account Type', ['Prospect', 'Customer - Direct', 'Customer - Channel', 'Other']),
            lookupField('ParentId', 'Parent Account ID', ['Account'], 'ChildAccounts'),
            ...addressFields('Billing'),
            ...addressFields('Shipping'),
            phoneField('Phone', 'Account Phone'),
            phoneField('Fax', 'Account Fax'),
            textField('AccountNumber', 'Account Number', 40),
            defineField('url', 'Website', 'Website', { length: 255 }),
            picklistField('Industry', 'Industry', [
                'Banking',
                'Healthcare',
                'Insurance',
                'Retail',
                'Technology',
                'Other'
            ]),
            textAreaField('Description', 'Account Description', 32000)
        ]),
        ownerField('User')
    ]
});
