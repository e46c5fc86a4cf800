/** What the bridge writes on every Case by its own rules, and where the mapping says more about it, if it does. */
const CASE_FIELDS: Readonly<Record<string, string | null>> = {
    Subject: 'case.subject',
    Origin: 'case.origin',
    Status: 'case.status',
    RecordTypeId: 'case.recordType',
    ContactId: null,
    AccountId: null,
    OwnerId: null,
    SuppliedPhone: null,
    SuppliedName: null
};

const TASK_FIELDS: Readonly<Record<string, string | null>> = {
    Subject: 'task.subject',
    Description: 'task.comments',
    Status: 'task.status',
    RecordTypeId: 'task.recordType',
    WhatId: null,
    WhoId: null,
    OwnerId: null,
    ActivityDate: null,
    TaskSubtype: null,
    CallType: null,
    CallDurationInSeconds: null
};

interface NamedFields {
    readonly case: {
        readonly protocolField: string;
        readonly callingNumberField: string | null;
        readonly taxIdField: string | null;
        readonly fields: Readonly<Record<string, unknown>>;
    };
    readonly task: {
        readonly legField: string;
        readonly contactReasonField: string | null;
        readonly fields: Readonly<Record<string, unknown>>;
    };
}

interface FieldUse {
    readonly path: readonly string[];
    readonly field: string;
}

interface Problem {
    readonly path: string[];
    readonly message: string;
}

/** Fields for which the mapping gives two values, or one where the bridge has its own. Salesforce's names have no case. */
export const boundFieldProblems = ({ case: caseMapping, task }: NamedFields): Problem[] => [
    ...problemsOf(CASE_FIELDS, [
        { path: ['case', 'protocolField'], field: caseMapping.protocolField },
        ...useOf(['case', 'callingNumberField'], caseMapping.callingNumberField),
        ...useOf(['case', 'taxIdField'], caseMapping.taxIdField),
        ...Object.keys(caseMapping.fields).map((field) => ({ path: ['case', 'fields', field], field }))
    ]),
    ...problemsOf(TASK_FIELDS, [
        { path: ['task', 'legField'], field: task.legField },
        ...useOf(['task', 'contactReasonField'], task.contactReasonField),
        ...Object.keys(task.fields).map((field) => ({ path: ['task', 'fields', field], field }))
    ])
];

const useOf = (path: string[], field: string | null): FieldUse[] => (field === null ? [] : [{ path, field }]);

function problemsOf(bound: Readonly<Record<string, string | null>>, uses: readonly FieldUse[]): Problem[] {
    const takenBy = new Map<string, string>(
        Object.entries(bound).map(([field, key]) => [
            field.toLowerCase(),
            key ? `the bridge writes it from ${key}` : 'the bridge writes it by itself'
        ])
    );
    const problems: Problem[] = [];
    for (const { path, field } of uses) {
        const taken = takenBy.get(field.toLowerCase());
        if (taken) problems.push({ path: [...path], message: `cannot be ${field}: ${taken}` });
        else takenBy.set(field.toLowerCase(), `${path.join('.')} has it already`);
    }
    return problems;
}
