import {
    booleanField,
    dateTimeField,
    defineField,
    emailField,
    lookupField,
    phoneField,
    picklistField,
    readOnly,
    textAreaField,
    textField,
    withFieldSecurity
} from '../fieldBuilders.ts';
import { defineObject, ownerField } from '../defineObject.ts';
import type { DeriveValue, FieldDefinition } from '../fieldDefinition.ts';

export const CLOSED_CASE_STATUS = 'Closed';

export const caseObject = defineObject({
    name: 'Case',
    label: 'Case',
    labelPlural: 'Cases',
    keyPrefix: '500',
    nameField: 'CaseNumber',
    fields: [
        textField('CaseNumber', 'Case Number', 30, {
            ...readOnly,
            required: true,
            idLookup: true,
            autoNumberFormat: '{00000000}'
        }),
        ...withFieldSecurity([
            lookupField('ContactId', 'Contact ID', ['Contact'], 'Cases', { deleteBehaviour: 'refuseDelete' }),
            lookupField('AccountId', 'Account ID', ['Account'], 'Cases', { deleteBehaviour: 'refuseDelete' }),
            lookupField('ParentId', 'Parent Case ID', ['Case'], 'Cases'),
            textField('SuppliedName', 'Name', 80),
            emailField('SuppliedEmail', 'Email Address'),
            textField('SuppliedPhone', 'Phone', 40),
            textField('SuppliedCompany', 'Company', 80),
            picklistField('Type', 'Case Type', ['Problem', 'Feature Request', 'Question']),
            picklistField('Status', 'Status', ['New', 'Working', 'Escalated', CLOSED_CASE_STATUS], {
                required: true,
                defaultValue: 'New'
            }),
            picklistField('Reason', 'Case Reason', ['Instructions not clear', 'User did not attend training', 'Other']),
            picklistField('Origin', 'Case Origin', ['Phone', 'Email', 'Web']),
            textField('Subject', 'Subject', 255),
            picklistField('Priority', 'Priority', ['High', 'Medium', 'Low'], { defaultValue: 'Medium' }),
            textAreaField('Description', 'Description', 32000)
        ]),
        booleanField('IsClosed', 'Closed', readOnly),
        dateTimeField('ClosedDate', 'Closed Date', readOnly),
        booleanField('IsEscalated', 'Escalated', { updateable: true }),
        ownerField('Group', 'User'),
        ...contactFields()
    ]
});

/** What the Case shows of its contact: read through ContactId, written nowhere. */
function contactFields(): FieldDefinition[] {
    return [
        phoneField('ContactPhone', 'Contact Phone', { ...readOnly, derive: fromContact('Phone') }),
        phoneField('ContactMobile', 'Contact Mobile', { ...readOnly, derive: fromContact('MobilePhone') }),
        defineField('email', 'ContactEmail', 'Contact Email', {
            ...readOnly,
            length: 80,
            derive: fromContact('Email')
        }),
        phoneField('ContactFax', 'Contact Fax', { ...readOnly, derive: fromContact('Fax') })
    ];
}

function fromContact(field: string): DeriveValue {
    return (record, find) => find(record.ContactId)?.[field] ?? null;
}
