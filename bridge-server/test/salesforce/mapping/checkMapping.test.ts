import type { Mapping } from '../../../src/mapping/mapping.ts';
import { readMapping } from '../../../src/mapping/readMapping.ts';
import { checkMapping } from '../../../src/salesforce/mapping/checkMapping.ts';
import {
    type Descriptions,
    describeMapped,
    type FieldDescription,
    type MappedObject,
    type ObjectDescription
} from '../../../src/salesforce/mapping/descriptions.ts';
import { type MappedOrg, startMappedOrg } from './mappedOrg.ts';

let org: MappedOrg;
/** As the integration user sees a customer's org. */
let described: Descriptions;

beforeAll(async () => {
    org = await startMappedOrg();
    described = await describeMapped(org.connection, mappingOf({}));
});
afterAll(() => org.close());

function mappingOf(file: object): Mapping {
    const result = readMapping(JSON.stringify(file));
    if (result.kind === 'wrong') throw new Error(result.problems.join('\n'));
    return result.mapping;
}

const problemsOf = (file: object, descriptions = described): string[] =>
    checkMapping(descriptions, mappingOf(file)).map(({ path, message }) => `${path}: ${message}`);

const UNSEEN = 'does not exist or the integration user may not see it (permission set SoftphoneIntegration)';

test('what force-app deploys is what the bridge needs', () => {
    expect(problemsOf({})).toEqual([]);
});

test('a mapping of a customer passes', () => {
    const mapping = {
        case: {
            protocolField: 'CallProtocol__c',
            callingNumberField: 'Fila__c',
            taxIdField: null,
            recordType: 'Atendimento',
            origin: 'Web',
            status: 'Working',
            fields: {
                Priority: 'High',
                Notas__c: 'Fila {queue}, {callerName}',
                Pontos__c: 7,
                Urgente__c: true,
                Inicio__c: '{startedAt}',
                Prazo__c: '2026-12-31',
                Canal__c: 'Voz',
                CanalLivre__c: '{queue}',
                Canais__c: 'Voz;Chat',
                ParentId: '500000000000001AAA'
            }
        },
        task: { status: 'In Progress', contactReasonField: null, fields: { CallDisposition: '{queue}' } },
        caller: { contactCpfField: null, contactPhoneFields: ['MobilePhone'] },
        agent: { userField: 'Username' }
    };
    expect(problemsOf(mapping)).toEqual([]);
});

describe('a field that is not there', () => {
    test.each([
        [
            { case: { taxIdField: 'CallerTaxID2__c' } },
            `case.taxIdField: Case.CallerTaxID2__c ${UNSEEN}; the closest are CallerTaxId__c (CPF/CNPJ)`
        ],
        [
            { case: { taxIdField: 'CPF_CNPJ__c' } },
            `case.taxIdField: Case.CPF_CNPJ__c ${UNSEEN}; the closest are CallerTaxId__c (CPF/CNPJ)`
        ],
        [
            { case: { protocolField: 'Protocolo__c' } },
            `case.protocolField: Case.Protocolo__c ${UNSEEN}; the closest are CallProtocol__c (Protocolo de atendimento)`
        ],
        [
            { case: { fields: { Filas__c: 'x' } } },
            `case.fields.Filas__c: Case.Filas__c ${UNSEEN}; the closest are Fila__c (Fila)`
        ],
        [
            { caller: { contactCpfField: 'Cpff__c' } },
            `caller.contactCpfField: Contact.Cpff__c ${UNSEEN}; the closest are Cpf__c (CPF)`
        ],
        [
            { caller: { accountCnpjField: 'Cnpj' } },
            `caller.accountCnpjField: Account.Cnpj ${UNSEEN}; the closest are Cnpj__c (CNPJ)`
        ],
        [
            { caller: { contactPhoneFields: ['Phone', 'Mobile'] } },
            expect.stringMatching(
                /^caller\.contactPhoneFields: Contact\.Mobile .*; the closest are MobilePhone \(Mobile Phone\)/
            )
        ],
        [
            { agent: { userField: 'Extention' } },
            expect.stringMatching(/^agent\.userField: User\.Extention .*; the closest are Extension/)
        ],
        [
            { task: { legField: 'CallObjeto' } },
            expect.stringMatching(/^task\.legField: Task\.CallObjeto .*; the closest are CallObject/)
        ]
    ])('%j', (mapping, problem) => {
        expect(problemsOf(mapping)).toEqual([problem]);
    });

    test('one that the user may not see is told in the same way', () => {
        expect(problemsOf({ case: { fields: { Hidden__c: 'x' } } })).toEqual([
            expect.stringContaining(`Case.Hidden__c ${UNSEEN}`)
        ]);
    });

    test('one in another case would be written, and never be read', () => {
        expect(problemsOf({ caller: { contactCpfField: 'CPF__c' } })).toEqual([
            'caller.contactCpfField: Contact.CPF__c is written Cpf__c in the org'
        ]);
    });

    test('only fields that would do are suggested', () => {
        const [problem] = problemsOf({ caller: { contactPhoneFields: ['Phne'] } });
        expect(problem).toMatch(/closest are Phone/);
        expect(problem).not.toMatch(/Name|AccountId/);
    });
});

describe('a field that will not do', () => {
    test.each([
        [
            { case: { protocolField: 'Curto__c' } },
            'case.protocolField: Case.Curto__c takes 20 characters; it must take 64'
        ],
        [
            { case: { protocolField: 'Repetido__c' } },
            'case.protocolField: Case.Repetido__c must be unique and an external ID: otherwise a call could open two Cases'
        ],
        [
            { case: { protocolField: 'Externo__c' } },
            'case.protocolField: Case.Externo__c must be unique and an external ID: otherwise a call could open two Cases'
        ],
        [{ case: { taxIdField: 'Pontos__c' } }, 'case.taxIdField: Case.Pontos__c is of type double; it must be text'],
        [
            { case: { callingNumberField: 'Locked__c' } },
            'case.callingNumberField: Case.Locked__c cannot be written by the integration user (permission set SoftphoneIntegration gives edit access)'
        ],
        [
            { case: { callingNumberField: 'Formula__c' } },
            'case.callingNumberField: Case.Formula__c is computed by Salesforce and cannot be written'
        ],
        [
            { case: { fields: { CaseNumber: 'x' } } },
            'case.fields.CaseNumber: Case.CaseNumber is computed by Salesforce and cannot be written'
        ],
        [
            { caller: { contactPhoneFields: ['Name'] } },
            'caller.contactPhoneFields: Contact.Name is of type string; Salesforce finds numbers in fields of type phone only'
        ],
        [{ agent: { userField: 'IsActive' } }, 'agent.userField: User.IsActive is of type boolean; it must be text']
    ])('%j', (mapping, problem) => {
        expect(problemsOf(mapping)).toEqual([problem]);
    });

    test('long text cannot be searched', () => {
        expect(problemsOf({ case: { protocolField: 'Notas__c' } })).toEqual(
            expect.arrayContaining([expect.stringContaining('Case.Notas__c cannot be searched for')])
        );
    });
});

describe('a value that its field does not take', () => {
    test.each<[object, string]>([
        [{ Canal__c: 'Vos' }, 'Canal__c has no active value "Vos"; the closest are "Voz"'],
        [
            { Canal__c: 'Carta' },
            expect.stringContaining('Canal__c has no active value "Carta"; some are "Voz", "Chat", "E-mail"')
        ],
        [{ Canal__c: '{queue}' }, 'Canal__c takes its own values only, and "{queue}" may be anything'],
        [{ CanalLivre__c: 'Voz?' }, expect.stringContaining('has no active value "Voz?"')],
        [{ Canais__c: 'Voz;Chats' }, 'Canais__c has no active value "Chats"; the closest are "Chat"'],
        [{ Urgente__c: 'true' }, 'Urgente__c takes true or false, without quotes'],
        [{ Urgente__c: 1 }, expect.stringContaining('Urgente__c is of type boolean and takes no number')],
        [{ Pontos__c: '7' }, 'Pontos__c takes a number, without quotes'],
        [{ Fila__c: 7 }, 'Fila__c is of type string and takes no number: write "7" if it is text'],
        [{ Fila__c: true }, 'Fila__c is of type string and takes no true or false'],
        [{ Fila__c: 'x'.repeat(41) }, 'Fila__c takes 40 characters, and the text alone has 41'],
        [{ Inicio__c: 'ontem' }, 'Inicio__c takes {startedAt} or an ISO 8601 instant'],
        [{ Prazo__c: '31/12/2026' }, 'Prazo__c takes a day such as 2026-12-31'],
        [{ ParentId: '{protocol}' }, 'ParentId takes the id of a record, and "{protocol}" is none']
    ])('%j', (fields, problem) => {
        const [found, ...more] = checkMapping(described, mappingOf({ case: { fields } }));
        expect(found?.message.replace(/^Case\./, '')).toEqual(problem);
        expect(more).toEqual([]);
    });
});

test.each([
    [{ case: { origin: 'Phones' } }, 'case.origin: Case.Origin has no active value "Phones"; the closest are "Phone"'],
    [
        { case: { origin: 'Telefone' } },
        expect.stringContaining('case.origin: Case.Origin has no active value "Telefone"; ')
    ],
    [
        { case: { status: 'Novo' } },
        expect.stringMatching(/^case\.status: Case\.Status has no active value "Novo"; some are "New", /)
    ],
    [
        { task: { status: 'Complete' } },
        'task.status: Task.Status has no active value "Complete"; the closest are "Completed"'
    ],
    [
        { case: { recordType: 'Atendimentos' } },
        'case.recordType: record type Atendimentos of Case does not exist; the closest are Atendimento'
    ],
    [
        { case: { recordType: 'XYZ' } },
        'case.recordType: record type XYZ of Case does not exist; there are Atendimento, Reclamacao'
    ],
    [{ case: { recordType: 'Antigo' } }, 'case.recordType: record type Antigo of Case is not active'],
    [
        { task: { recordType: 'Ligacao' } },
        'task.recordType: record type Ligacao of Task does not exist; the integration user has none'
    ]
])('%j is refused', (mapping, problem) => {
    expect(problemsOf(mapping)).toEqual([problem]);
});

test('Leads that the integration user may not read', async () => {
    const mapping = { caller: { leads: true } };
    const withLeads = await describeMapped(org.connection, mappingOf(mapping));
    expect(problemsOf(mapping, withLeads)).toEqual([
        'caller.leads: Lead does not exist or the integration user may not read it (permission set SoftphoneLeadLookup)'
    ]);
});

test('everything that is wrong is told at once', () => {
    const problems = problemsOf({
        case: { protocolField: 'A__c', taxIdField: 'B__c', origin: 'C' },
        agent: { userField: 'D__c' }
    });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
        'case.protocolField',
        'case.taxIdField',
        'case.origin',
        'agent.userField'
    ]);
});

/** What no description of the local org shows. */
describe('descriptions of other orgs', () => {
    const withObject = (name: MappedObject, change: (object: ObjectDescription) => ObjectDescription): Descriptions => {
        const object = described[name];
        if (!object) throw new Error(`${name} is not described`);
        return { ...described, [name]: change(object) };
    };
    const withField = (object: MappedObject, field: string, change: Partial<FieldDescription>): Descriptions =>
        withObject(object, (each) => ({
            ...each,
            fields: each.fields.map((other) => (other.name === field ? { ...other, ...change } : other))
        }));
    const without = (object: MappedObject, ...names: string[]): Descriptions =>
        withObject(object, (each) => ({ ...each, fields: each.fields.filter(({ name }) => !names.includes(name)) }));

    test('an org in which nothing was deployed', () => {
        const bare = without('Case', 'CallProtocol__c', 'CallingNumber__c', 'CallerTaxId__c');
        expect(problemsOf({}, bare).map((problem) => problem.split(':')[0])).toEqual([
            'case.protocolField',
            'case.callingNumberField',
            'case.taxIdField'
        ]);
    });

    test('an object that is hidden has one problem, not one for each field', () => {
        expect(problemsOf({}, { ...described, Account: null })).toEqual([
            'caller: Account does not exist or the integration user may not read it (permission set SoftphoneIntegration)'
        ]);
    });

    test('an object that may be read only', () => {
        const readOnly = withObject('Case', (object) => ({ ...object, createable: false, updateable: false }));
        expect(problemsOf({}, readOnly)).toEqual([
            'case: the integration user may not create Case records (permission set SoftphoneIntegration)',
            'case: the integration user may not edit Case records (permission set SoftphoneIntegration)'
        ]);
    });

    test('what the bridge writes by itself is looked at, too', () => {
        expect(problemsOf({}, without('Case', 'ContactId'))).toEqual([
            expect.stringContaining(`case: Case.ContactId ${UNSEEN}`)
        ]);
        expect(problemsOf({}, withField('Task', 'WhatId', { createable: false }))).toEqual([
            expect.stringContaining('task: Task.WhatId cannot be written')
        ]);
    });

    test('a note is written into a Task that exists already', () => {
        expect(problemsOf({}, withField('Task', 'Description', { updateable: false }))).toEqual([
            expect.stringContaining('task: Task.Description cannot be written')
        ]);
        expect(problemsOf({}, withField('Task', 'CallDisposition', { updateable: false }))).toEqual([
            expect.stringContaining('task.contactReasonField: Task.CallDisposition cannot be written')
        ]);
    });

    test('a record type that is not open to the integration user', () => {
        const closed = withObject('Case', (object) => ({
            ...object,
            recordTypeInfos: object.recordTypeInfos.map((type) => ({ ...type, available: type.master }))
        }));
        expect(problemsOf({ case: { recordType: 'Atendimento' } }, closed)).toEqual([
            'case.recordType: record type Atendimento of Case is not open to the integration user: assign it in its profile or the permission set SoftphoneIntegration'
        ]);
    });

    test('a picklist value that was retired', () => {
        const retired = withField('Case', 'Origin', {
            picklistValues: [
                { value: 'Phone', label: 'Phone', active: false },
                { value: 'Telefone', label: 'Phone', active: true }
            ]
        });
        expect(problemsOf({}, retired)).toEqual([
            'case.origin: Case.Origin has no active value "Phone"; the closest are "Telefone"'
        ]);
    });

    test('whole numbers', () => {
        const whole = withField('Case', 'Pontos__c', { type: 'int' });
        expect(problemsOf({ case: { fields: { Pontos__c: 7 } } }, whole)).toEqual([]);
        expect(problemsOf({ case: { fields: { Pontos__c: 7.5 } } }, whole)).toEqual([
            'case.fields.Pontos__c: Case.Pontos__c takes whole numbers, and 7.5 is none'
        ]);
    });

    test('a type that a mapping cannot fill', () => {
        expect(
            problemsOf({ case: { fields: { Fila__c: 'x' } } }, withField('Case', 'Fila__c', { type: 'location' }))
        ).toEqual(['case.fields.Fila__c: Case.Fila__c is of type location, which cannot be written from the mapping']);
    });

    test("a person account's spellings of the phones and the CPF", () => {
        const field = (name: string, type: string) => ({ ...described.Account!.fields[0]!, name, type, length: 40 });
        const personal = ['PersonMobilePhone', 'PersonHomePhone', 'PersonOtherPhone'].map((name) =>
            field(name, 'phone')
        );
        const withPersons = withObject('Account', (object) => ({
            ...object,
            fields: [...object.fields, field('IsPersonAccount', 'boolean'), ...personal]
        }));
        expect(problemsOf({}, withPersons)).toEqual([
            expect.stringContaining(`caller.contactCpfField: Account.Cpf__pc ${UNSEEN}`)
        ]);
    });
});
