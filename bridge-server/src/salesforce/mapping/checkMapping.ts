import type { Mapping } from '../../mapping/mapping.ts';
import {
    type Descriptions,
    hasPersonAccounts,
    mappedObjects,
    type MappedObject,
    type ObjectDescription
} from './descriptions.ts';
import {
    createable,
    fieldProblems,
    type FieldRule,
    filterable,
    grantOf,
    type MappingProblem,
    phone,
    textOf,
    uniqueKey,
    updateable
} from './fieldRules.ts';
import { personAccountField } from '../caller/candidateFields.ts';
import { recordTypeProblems } from './recordTypes.ts';
import { takes, valueOf } from './valueRules.ts';

/** The longest protocol that the contract lets a telephony side issue. */
const PROTOCOL_LENGTH = 64;
/** As many as Task.CallObject takes; see taskKey() in caseAndTask.ts. */
const TEXT_OF_255 = 255;
/** `12.345.678/0001-95` */
const TAX_ID_LENGTH = 18;

/** Where the mapping does not say it, the bridge itself does: see caseAndTask.ts, phoneSearch.ts and agents.ts. */
const OWN_USES: Readonly<Record<MappedObject, Readonly<Record<string, readonly FieldRule[]>>>> = {
    Case: {
        CaseNumber: [],
        Subject: [createable],
        ContactId: [createable, updateable, filterable],
        AccountId: [createable, updateable],
        OwnerId: [createable, updateable],
        SuppliedPhone: [createable, updateable],
        SuppliedName: [createable, updateable]
    },
    Task: {
        Subject: [createable],
        Description: [createable, updateable],
        WhatId: [createable, filterable],
        WhoId: [createable, updateable],
        OwnerId: [createable],
        ActivityDate: [createable],
        TaskSubtype: [createable],
        CallType: [createable],
        CallDurationInSeconds: [createable]
    },
    Contact: { Name: [], AccountId: [] },
    Account: { Name: [] },
    User: { Name: [], TimeZoneSidKey: [], IsActive: [filterable] },
    Lead: { Name: [], Company: [], Phone: [phone], MobilePhone: [phone], IsConverted: [filterable] }
};

/** Under which key of the mapping the problems of an object's own uses are told. */
const KEYS: Readonly<Record<MappedObject, string>> = {
    Case: 'case',
    Task: 'task',
    Contact: 'caller',
    Account: 'caller',
    User: 'agent',
    Lead: 'caller.leads'
};

const WRITTEN = new Set<MappedObject>(['Case', 'Task']);
const SEARCHED = new Set<MappedObject>(['Contact', 'Account', 'Lead']);

/** Everything in the mapping that this org, as the integration user sees it, does not take. */
export const checkMapping = (descriptions: Descriptions, mapping: Mapping): MappingProblem[] =>
    mappedObjects(mapping).flatMap((name) => {
        const object = descriptions[name];
        if (!object) {
            const message = `${name} does not exist or the integration user may not read it (${grantOf(name)})`;
            return [{ path: KEYS[name], message }];
        }
        return [
            ...objectProblems(name, object),
            ...ownProblems(name, object),
            ...mappedProblems(name, object, mapping)
        ];
    });

function objectProblems(name: MappedObject, object: ObjectDescription): MappingProblem[] {
    const refused = [
        ...(object.queryable ? [] : ['read']),
        ...(SEARCHED.has(name) && !object.searchable ? ['search'] : []),
        ...(WRITTEN.has(name) && !object.createable ? ['create'] : []),
        ...(name === 'Case' && !object.updateable ? ['edit'] : [])
    ];
    return refused.map((verb) => ({
        path: KEYS[name],
        message: `the integration user may not ${verb} ${name} records (${grantOf(name)})`
    }));
}

const ownProblems = (name: MappedObject, object: ObjectDescription): MappingProblem[] =>
    Object.entries(OWN_USES[name]).flatMap(([field, rules]) => fieldProblems(object, KEYS[name], field, rules));

function mappedProblems(name: MappedObject, object: ObjectDescription, mapping: Mapping): MappingProblem[] {
    switch (name) {
        case 'Case':
            return caseProblems(object, mapping.case);
        case 'Task':
            return taskProblems(object, mapping.task);
        case 'Contact':
            return [
                ...optional(object, 'caller.contactCpfField', mapping.caller.contactCpfField, [textOf(1)]),
                ...phoneProblems(object, 'caller.contactPhoneFields', mapping.caller.contactPhoneFields)
            ];
        case 'Account':
            return [
                ...optional(object, 'caller.accountCnpjField', mapping.caller.accountCnpjField, [textOf(1)]),
                ...phoneProblems(object, 'caller.accountPhoneFields', mapping.caller.accountPhoneFields),
                ...(hasPersonAccounts(object) ? personAccountProblems(object, mapping.caller) : [])
            ];
        case 'User':
            return fieldProblems(object, 'agent.userField', mapping.agent.userField, [filterable, textOf(1)]);
        case 'Lead':
            return [];
    }
}

function caseProblems(object: ObjectDescription, mapping: Mapping['case']): MappingProblem[] {
    const { protocolField, callingNumberField, taxIdField, recordType, origin, status, fields } = mapping;
    const identifying = [createable, filterable, textOf(PROTOCOL_LENGTH), uniqueKey];
    return [
        ...fieldProblems(object, 'case.protocolField', protocolField, identifying),
        ...optional(object, 'case.callingNumberField', callingNumberField, [createable, textOf(1)]),
        ...optional(object, 'case.taxIdField', taxIdField, [createable, updateable, textOf(TAX_ID_LENGTH)]),
        ...recordTypeProblems(object, 'case.recordType', recordType),
        ...pickedProblems(object, 'case.origin', 'Origin', origin),
        ...pickedProblems(object, 'case.status', 'Status', status),
        ...ownFieldProblems(object, 'case.fields', fields)
    ];
}

const taskProblems = (object: ObjectDescription, mapping: Mapping['task']): MappingProblem[] => [
    ...fieldProblems(object, 'task.legField', mapping.legField, [createable, filterable, textOf(TEXT_OF_255)]),
    ...(mapping.contactReasonField === null
        ? []
        : fieldProblems(object, 'task.contactReasonField', mapping.contactReasonField, [
              createable,
              updateable,
              textOf(TEXT_OF_255)
          ])),
    ...recordTypeProblems(object, 'task.recordType', mapping.recordType),
    ...pickedProblems(object, 'task.status', 'Status', mapping.status),
    ...ownFieldProblems(object, 'task.fields', mapping.fields)
];

/** A person account shows its contact's fields on the account, under names of their own. */
const personAccountProblems = (object: ObjectDescription, caller: Mapping['caller']): MappingProblem[] => [
    ...optional(
        object,
        'caller.contactCpfField',
        caller.contactCpfField && personAccountField(caller.contactCpfField),
        [textOf(1)]
    ),
    ...phoneProblems(object, 'caller.contactPhoneFields', caller.contactPhoneFields.map(personAccountField))
];

const optional = (object: ObjectDescription, path: string, field: string | null, rules: readonly FieldRule[]) =>
    field === null ? [] : fieldProblems(object, path, field, rules);

const pickedProblems = (object: ObjectDescription, path: string, field: string, value: string | null) =>
    value === null ? [] : fieldProblems(object, path, field, [createable, valueOf(value)]);

const phoneProblems = (object: ObjectDescription, path: string, fields: readonly string[]) =>
    fields.flatMap((field) => fieldProblems(object, path, field, [phone]));

const ownFieldProblems = (object: ObjectDescription, path: string, fields: Mapping['case']['fields']) =>
    Object.entries(fields).flatMap(([field, value]) =>
        fieldProblems(object, `${path}.${field}`, field, [createable, takes(value)])
    );
