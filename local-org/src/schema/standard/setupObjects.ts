import {
    booleanField,
    lookupField,
    picklistField,
    readOnly,
    required,
    textAreaField,
    textField
} from '../fieldBuilders.ts';
import { defineObject } from '../defineObject.ts';

const setup = { searchable: false, writers: 'nobody' } as const;

const organization = defineObject({
    ...setup,
    name: 'Organization',
    label: 'Organization',
    labelPlural: 'Organizations',
    keyPrefix: '00D',
    fields: [
        textField('Name', 'Name', 80),
        textField('InstanceName', 'Instance Name', 5),
        textField('OrganizationType', 'Edition', 40),
        textField('NamespacePrefix', 'Namespace Prefix', 15),
        textField('TrialExpirationDate', 'Trial Expiration Date', 40),
        booleanField('IsSandbox', 'Is Sandbox'),
        picklistField('LanguageLocaleKey', 'Language', ['pt_BR', 'en_US', 'es']),
        picklistField('TimeZoneSidKey', 'Time Zone', ['America/Sao_Paulo'])
    ]
});

const profile = defineObject({
    ...setup,
    name: 'Profile',
    label: 'Profile',
    labelPlural: 'Profiles',
    keyPrefix: '00e',
    fields: [
        textField('Name', 'Name', 255),
        textAreaField('Description', 'Description', 255),
        booleanField('PermissionsModifyAllData', 'Modify All Data')
    ]
});

const permissionSet = defineObject({
    ...setup,
    name: 'PermissionSet',
    label: 'Permission Set',
    labelPlural: 'Permission Sets',
    keyPrefix: '0PS',
    fields: [
        textField('Name', 'Permission Set Name', 80),
        textField('Label', 'Permission Set Label', 80),
        textAreaField('Description', 'Description', 255),
        booleanField('IsOwnedByProfile', 'Is Owned By Profile')
    ]
});

const permissionSetAssignment = defineObject({
    name: 'PermissionSetAssignment',
    label: 'Permission Set Assignment',
    labelPlural: 'Permission Set Assignments',
    keyPrefix: '0Pa',
    writers: 'administrators',
    searchable: false,
    nameField: 'Id',
    fields: [
        lookupField('PermissionSetId', 'PermissionSet ID', ['PermissionSet'], 'Assignments', {
            ...required,
            updateable: false
        }),
        lookupField('AssigneeId', 'Assignee ID', ['User'], 'PermissionSetAssignments', {
            ...required,
            updateable: false
        }),
        booleanField('IsActive', 'Is Active', { ...readOnly, defaultValue: true })
    ]
});

const recordType = defineObject({
    ...setup,
    name: 'RecordType',
    label: 'Record Type',
    labelPlural: 'Record Types',
    keyPrefix: '012',
    fields: [
        textField('Name', 'Name', 80),
        textField('DeveloperName', 'Record Type Name', 80),
        textField('SobjectType', 'SObject Type Name', 40),
        booleanField('IsActive', 'Active')
    ]
});

const group = defineObject({
    ...setup,
    name: 'Group',
    label: 'Group',
    labelPlural: 'Groups',
    keyPrefix: '00G',
    fields: [
        textField('Name', 'Name', 40),
        textField('DeveloperName', 'Developer Name', 80),
        picklistField('Type', 'Type', ['Regular', 'Queue'])
    ]
});

const queueSobject = defineObject({
    ...setup,
    name: 'QueueSobject',
    label: 'Queue SObject',
    labelPlural: 'Queue SObjects',
    keyPrefix: '03g',
    nameField: 'Id',
    fields: [
        lookupField('QueueId', 'Group ID', ['Group'], 'QueueSobjects', { relationshipName: 'Queue' }),
        textField('SobjectType', 'SObject Type', 40)
    ]
});

const assignmentRule = defineObject({
    ...setup,
    name: 'AssignmentRule',
    label: 'Assignment Rule',
    labelPlural: 'Assignment Rules',
    keyPrefix: '01Q',
    fields: [
        textField('Name', 'Name', 120),
        textField('SobjectType', 'SObject Type', 40),
        booleanField('Active', 'Active')
    ]
});

/** Objects of Setup: readable through the API, changed only by configuring the org. */
export const setupObjects = [
    organization,
    profile,
    permissionSet,
    permissionSetAssignment,
    recordType,
    group,
    queueSobject,
    assignmentRule
];
