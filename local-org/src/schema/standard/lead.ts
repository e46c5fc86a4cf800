import {
    booleanField,
    emailField,
    phoneField,
    picklistField,
    readOnly,
    required,
    textAreaField,
    textField,
    withFieldSecurity
} from '../fieldBuilders.ts';
import { defineObject, ownerField } from '../defineObject.ts';
import { addressFields } from './addressFields.ts';
import { personNameFields, salutationField } from './personName.ts';

export const lead = defineObject({
    name: 'Lead',
    label: 'Lead',
    labelPlural: 'Leads',
    keyPrefix: '00Q',
    fields: [
        salutationField(),
        ...personNameFields(),
        ...withFieldSecurity([
            textField('Title', 'Title', 128),
            textField('Company', 'Company', 255, required),
            ...addressFields(''),
            phoneField('Phone', 'Phone'),
            phoneField('MobilePhone', 'Mobile Phone'),
            phoneField('Fax', 'Fax'),
            emailField('Email', 'Email'),
            textAreaField('Description', 'Description', 32000),
            picklistField('LeadSource', 'Lead Source', ['Web', 'Phone Inquiry', 'Partner Referral', 'Other'])
        ]),
        picklistField('Status', 'Status', ['Open - Not Contacted', 'Working - Contacted', 'Closed - Converted'], {
            required: true,
            defaultValue: 'Open - Not Contacted'
        }),
        booleanField('IsConverted', 'Converted', readOnly),
        ownerField('Group', 'User')
    ]
});
