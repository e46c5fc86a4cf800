import {
    booleanField,
    dateField,
    dateTimeField,
    integerField,
    lookupField,
    picklistField,
    readOnly,
    textAreaField,
    textField,
    withFieldSecurity
} from '../fieldBuilders.ts';
import { defineObject, ownerField } from '../defineObject.ts';

export const COMPLETED_TASK_STATUS = 'Completed';

const STATUSES = ['Not Started', 'In Progress', COMPLETED_TASK_STATUS, 'Waiting on someone else', 'Deferred'];
const SUBJECTS = ['Call', 'Email', 'Send Letter', 'Send Quote', 'Other'];

/** A call's own fields (type, duration, object, result) have no field-level security (Object Reference, Task). */
export const task = defineObject({
    name: 'Task',
    label: 'Task',
    labelPlural: 'Tasks',
    keyPrefix: '00T',
    nameField: 'Subject',
    fields: [
        ...withFieldSecurity([
            lookupField('WhoId', 'Name ID', ['Contact', 'Lead'], 'Tasks'),
            lookupField('WhatId', 'Related To ID', ['Account', 'Case'], 'Tasks', { deleteBehaviour: 'deleteToo' }),
            dateField('ActivityDate', 'Due Date Only'),
            textAreaField('Description', 'Description', 32000)
        ]),
        textField('Subject', 'Subject', 255, { picklist: subjectSuggestions() }),
        picklistField('Status', 'Status', STATUSES, { required: true, defaultValue: 'Not Started' }),
        picklistField('Priority', 'Priority', ['High', 'Normal', 'Low'], { required: true, defaultValue: 'Normal' }),
        booleanField('IsHighPriority', 'High Priority', {
            ...readOnly,
            derive: (record) => record.Priority === 'High'
        }),
        ownerField('Group', 'User'),
        lookupField('AccountId', 'Account ID', ['Account'], null, readOnly),
        booleanField('IsClosed', 'Closed', readOnly),
        dateTimeField('CompletedDateTime', 'Completed Date', readOnly),
        integerField('CallDurationInSeconds', 'Call Duration'),
        picklistField('CallType', 'Call Type', ['Internal', 'Inbound', 'Outbound'], { restrictedPicklist: true }),
        textField('CallDisposition', 'Call Result', 255),
        textField('CallObject', 'Call Object Identifier', 255),
        picklistField('TaskSubtype', 'Task Subtype', ['Task', 'Email', 'Call', 'ListEmail', 'Cadence'], {
            updateable: false,
            defaultValue: 'Task',
            restrictedPicklist: true
        }),
        booleanField('IsReminderSet', 'Reminder Set'),
        dateTimeField('ReminderDateTime', 'Reminder Date/Time')
    ]
});

function subjectSuggestions() {
    return SUBJECTS.map((value) => ({ value, label: value, active: true, isDefault: false }));
}
