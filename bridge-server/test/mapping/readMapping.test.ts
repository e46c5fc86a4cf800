import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { DEFAULT_MAPPING, recordRules } from '../../src/mapping/mapping.ts';
import { readMapping } from '../../src/mapping/readMapping.ts';

const read = (value: unknown) => readMapping(JSON.stringify(value));
const problemsOf = (value: unknown): string[] => {
    const result = read(value);
    return result.kind === 'wrong' ? result.problems : [];
};

test('an empty file changes nothing', () => {
    expect(readMapping('{}')).toEqual({ kind: 'read', mapping: DEFAULT_MAPPING });
});

test('what is given replaces the default, and only that', () => {
    const mapping = {
        case: { origin: 'Telefone', subject: { inbound: '{queue}' }, fields: { Priority: 'High', Score__c: 3 } },
        caller: { contactPhoneFields: ['MobilePhone'] }
    };
    expect(read(mapping)).toEqual({
        kind: 'read',
        mapping: {
            ...DEFAULT_MAPPING,
            case: {
                ...DEFAULT_MAPPING.case,
                origin: 'Telefone',
                subject: { ...DEFAULT_MAPPING.case.subject, inbound: '{queue}' },
                fields: { Priority: 'High', Score__c: 3 }
            },
            caller: { ...DEFAULT_MAPPING.caller, contactPhoneFields: ['MobilePhone'] }
        }
    });
});

test('a byte order mark, as editors on Windows write it, does no harm', () => {
    expect(readMapping('\uFEFF{}').kind).toBe('read');
});

test('comments may stand in it', () => {
    expect(readMapping('{\n  // cases of the telephone\n  "case": { "origin": "Phone" /* ours */ }\n}').kind).toBe(
        'read'
    );
});

test('a file that is no JSON is told by line and column', () => {
    expect(readMapping('{\n  "case": {\n    "origin": "Phone",\n  }\n}')).toEqual({
        kind: 'wrong',
        problems: ['is no JSON: property name expected at line 4, column 3']
    });
});

test.each([
    [[], 'must be a JSON object such as {"case": {"origin": "Phone"}}'],
    [{ cases: {} }, 'cases is no key of the mapping: did you mean case?'],
    [{ case: { orign: 'Phone' } }, 'case.orign is no key of the mapping: did you mean case.origin?'],
    [
        { case: { protocolfield: 'A__c' } },
        'case.protocolfield is no key of the mapping: did you mean case.protocolField?'
    ],
    [{ case: { subject: { incoming: 'x' } } }, expect.stringContaining('case.subject.incoming is no key')],
    [{ agent: { zzz: 1 } }, 'agent.zzz is no key of the mapping: there are userField'],
    [{ case: 'Phone' }, 'case must be an object in braces'],
    [{ case: { protocolField: 'Call Protocol' } }, "case.protocolField must be a field's API name such as Cpf__c"],
    [{ case: { protocolField: null } }, "case.protocolField must be a field's API name such as Cpf__c"],
    [{ case: { taxIdField: 'Id, OwnerId' } }, "case.taxIdField must be a field's API name such as Cpf__c"],
    [{ case: { origin: '' } }, 'case.origin must be a value of Case.Origin or null'],
    [{ case: { recordType: 12 } }, "case.recordType must be a record type's API name or null"],
    [{ case: { subject: 'Ligação' } }, 'case.subject must be an object in braces'],
    [{ case: { subject: { inbound: '' } } }, 'case.subject.inbound must not be empty'],
    [{ case: { subject: { inbound: null } } }, 'case.subject.inbound must be text such as "Ligação de {number}"'],
    [
        { case: { subject: { inbound: 'De {numbr}' } } },
        'case.subject.inbound has the unknown placeholder {numbr}: did you mean {number}?'
    ],
    [{ case: { subject: { inbound: 'a\nb' } } }, 'case.subject.inbound must be one line without control characters'],
    [
        { case: { subject: { outbound: 'x'.repeat(256) } } },
        'case.subject.outbound has 256 characters beside its placeholders; the field takes 255'
    ],
    [
        { case: { subject: { inbound: '{recordingUrl}' } } },
        'case.subject.inbound cannot say {recordingUrl}: it is not known yet when this is written'
    ],
    [
        { case: { fields: { Link__c: '{recordingUrl}' } } },
        'case.fields.Link__c cannot say {recordingUrl}: it is not known yet when this is written'
    ],
    [{ case: { fields: { 'Not a field': 1 } } }, 'case.fields."Not a field" is no field\'s API name such as Priority'],
    [{ case: { fields: { Priority: null } } }, 'case.fields.Priority must be text, a number, true or false'],
    [{ case: { fields: { Priority: '' } } }, 'case.fields.Priority must not be empty: leave the field out'],
    [{ case: { fields: { Priority: '{' } } }, 'case.fields.Priority has a single {: write {{ for the character itself'],
    [{ case: { fields: ['Priority'] } }, 'case.fields must be an object such as {"Priority": "High"}'],
    [
        { case: { fields: { ownerid: '005000000000001' } } },
        'case.fields.ownerid cannot be ownerid: the bridge writes it by itself'
    ],
    [
        { case: { fields: { Subject: 'x' } } },
        'case.fields.Subject cannot be Subject: the bridge writes it from case.subject'
    ],
    [
        { case: { taxIdField: 'CallingNumber__c' } },
        'case.taxIdField cannot be CallingNumber__c: case.callingNumberField has it already'
    ],
    [{ task: { legField: 'WhatId' } }, 'task.legField cannot be WhatId: the bridge writes it by itself'],
    [
        { task: { fields: { callobject: 'x' } } },
        'task.fields.callobject cannot be callobject: task.legField has it already'
    ],
    [{ task: { status: null } }, 'task.status must be a value of Task.Status'],
    [{ task: { missed: true } }, 'task.missed must be text such as "Ligação de {number}"'],
    [{ task: { comments: { recorded: 'x'.repeat(32_001) } } }, expect.stringContaining('the field takes 32000')],
    [{ transfer: { owner: 'keeps' } }, 'transfer.owner must be "follows" or "stays"'],
    [{ caller: { contactPhoneFields: [] } }, 'caller.contactPhoneFields must name at least one field'],
    [{ caller: { contactPhoneFields: ['Phone', 'Phone'] } }, 'caller.contactPhoneFields names a field twice'],
    [
        { caller: { accountPhoneFields: 'Phone' } },
        'caller.accountPhoneFields must be a list of fields such as ["Phone", "MobilePhone"]'
    ],
    [
        { caller: { accountPhoneFields: ['a b'] } },
        "caller.accountPhoneFields.0 must be a field's API name such as Cpf__c"
    ],
    [{ caller: { leads: 'yes' } }, 'caller.leads must be true or false'],
    [{ agent: { userField: 'Extension;' } }, "agent.userField must be a field's API name such as Cpf__c"]
])('%j is refused', (mapping, problem) => {
    expect(problemsOf(mapping)).toEqual([problem]);
});

test('every problem has a line of its own', () => {
    const problems = problemsOf({
        case: { orign: 'Phone', protocolFeld: 'A__c', subject: { inbound: '{numbr} {quue}' } },
        task: { status: 1 }
    });
    expect(problems).toHaveLength(5);
});

test('whatever JSON the file holds, it is read or each problem is one line', () => {
    const part = fc.oneof(
        fc.jsonValue(),
        fc.dictionary(fc.constantFrom('origin', 'subject', 'fields', '__proto__', 'missed'), fc.jsonValue())
    );
    const file = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom('case', 'task', 'caller', 'agent', 'x'), part));
    fc.assert(
        fc.property(file, (value) => {
            const result = read(value);
            expect(result.kind === 'read' || result.problems.length > 0).toBe(true);
            for (const problem of result.kind === 'wrong' ? result.problems : [])
                expect(problem).not.toMatch(/^\s|undefined|\p{Cc}/u);
        }),
        { numRuns: 500 }
    );
});

test('what a contact centre decides about records follows from it', () => {
    expect(recordRules(DEFAULT_MAPPING)).toEqual({
        ownerFollowsTransfer: true,
        taskFor: { missed: false, abandoned: false }
    });
    const result = read({ transfer: { owner: 'stays' }, task: { missed: 'Perdida de {number}' } });
    expect(result.kind === 'read' && recordRules(result.mapping)).toEqual({
        ownerFollowsTransfer: false,
        taskFor: { missed: true, abandoned: false }
    });
});

describe('the example in docs/mapping.md', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/mapping.md'), 'utf8');
    const example: unknown = JSON.parse(/```json\n([^]*?)```/.exec(page)?.[1] ?? '');

    test('is a good file', () => {
        expect(read(example).kind).toBe('read');
    });

    test('has every key', () => {
        expect(keysOf(example)).toEqual(expect.arrayContaining(keysOf(DEFAULT_MAPPING)));
    });
});

function keysOf(value: unknown, path = ''): string[] {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
    return Object.entries(value).flatMap(([key, each]) => [`${path}.${key}`, ...keysOf(each, `${path}.${key}`)]);
}
