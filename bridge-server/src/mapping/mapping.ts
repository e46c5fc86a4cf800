import { z } from 'zod';
import type { RecordRules } from '../calls/plan.ts';
import { boundFieldProblems } from './boundFields.ts';
import {
    apiName,
    CASE_PLACEHOLDERS,
    commentsTemplate,
    fieldName,
    noteTemplate,
    ownFields,
    phoneFields,
    subjectTemplate
} from './mappingValues.ts';

export type { Template } from './template.ts';

/** API name of a field. */
export type FieldName = string;

const NO_OBJECT = 'must be an object in braces';
const yesOrNo = (fallback: boolean) => z.boolean('must be true or false').default(fallback);

const caseSchema = z.strictObject(
    {
        /** Text of 64 or more, unique and an external id: it makes a Case findable again, so that none is written twice. */
        protocolField: fieldName.default('CallProtocol__c'),
        /** The number as the telephony side announced it; null: not written. */
        callingNumberField: fieldName.nullable().default('CallingNumber__c'),
        /** The caller's CPF or CNPJ; null: not written. */
        taxIdField: fieldName.nullable().default('CallerTaxId__c'),
        /** DeveloperName; null: the integration user's default. */
        recordType: apiName("a record type's API name").nullable().default(null),
        /** A value of Case.Origin; null: not written. */
        origin: apiName('a value of Case.Origin').nullable().default('Phone'),
        /** A value of Case.Status; null: the org's default. */
        status: apiName('a value of Case.Status').nullable().default(null),
        subject: z
            .strictObject(
                {
                    inbound: subjectTemplate(CASE_PLACEHOLDERS).default('Ligação de {number}'),
                    outbound: subjectTemplate(CASE_PLACEHOLDERS).default('Ligação para {number}')
                },
                NO_OBJECT
            )
            .prefault({}),
        /** Any other fields of the Case. A template that comes out empty is not written. */
        fields: ownFields(CASE_PLACEHOLDERS).default({})
    },
    NO_OBJECT
);

const taskSchema = z.strictObject(
    {
        /** Text: the leg's id, by which a Task whose writing was not confirmed is found again. */
        legField: fieldName.default('CallObject'),
        /** Text of 255: the contact reason that the agent chose; null: only in the comments. */
        contactReasonField: fieldName.nullable().default('CallDisposition'),
        /** DeveloperName; null: the integration user's default. */
        recordType: apiName("a record type's API name").nullable().default(null),
        /** A value of Task.Status. */
        status: z
            .string('must be a value of Task.Status')
            .min(1, 'must be a value of Task.Status')
            .default('Completed'),
        subject: subjectTemplate().default('Protocolo {protocol}'),
        comments: z
            .strictObject(
                {
                    recorded: commentsTemplate().default('Gravação: {recordingUrl}'),
                    notRecorded: commentsTemplate().default('Sem gravação até o fim da ligação.'),
                    /** Instead of the link, when the bridge has no access to what was recorded; null: nothing. */
                    elsewhere: commentsTemplate()
                        .nullable()
                        .default('Gravada pela telefonia; o bridge não tem acesso ao áudio.'),
                    /** The line after it, when the recording was paused at any time; null: none. */
                    paused: commentsTemplate()
                        .nullable()
                        .default('Trechos da ligação não foram gravados: a gravação foi pausada.'),
                    /** Of a call that nobody answered; null: nothing. */
                    unanswered: commentsTemplate().nullable().default('Sem gravação: a ligação não foi atendida.'),
                    /** Below it, when the call was only found in the telephony side's log, after its end. */
                    recovered: commentsTemplate().default(
                        'Ligação recuperada do registro da central: não foi vista ao vivo.'
                    ),
                    /** Below it, when the agent wrote something down. Lines with nothing to say are left out. */
                    note: noteTemplate().default('Motivo do contato: {contactReason}\n{notes}')
                },
                NO_OBJECT
            )
            .prefault({}),
        /** Subject of the Task of a call that rang at agents and that nobody answered; null: no such Task. */
        missed: subjectTemplate().nullable().default(null),
        /** The same of a call whose caller gave up waiting. */
        abandoned: subjectTemplate().nullable().default(null),
        /** Any other fields of the Task. */
        fields: ownFields().default({})
    },
    NO_OBJECT
);

const callerSchema = z.strictObject(
    {
        /** Where the org keeps CPF and CNPJ: text; null: nowhere. */
        contactCpfField: fieldName.nullable().default('Cpf__c'),
        accountCnpjField: fieldName.nullable().default('Cnpj__c'),
        /** Of type phone: Salesforce finds numbers in no others. The first that has the number is shown. */
        contactPhoneFields: phoneFields.default(['Phone', 'MobilePhone', 'HomePhone', 'OtherPhone']),
        accountPhoneFields: phoneFields.default(['Phone']),
        /** Whether Leads are searched when nobody else has the number. */
        leads: yesOrNo(false)
    },
    NO_OBJECT
);

/** What a mapping file may hold: every key is optional, and no other is taken. */
export const mappingSchema = z
    .strictObject(
        {
            case: caseSchema.prefault({}),
            task: taskSchema.prefault({}),
            transfer: z
                .strictObject(
                    {
                        /** `follows`: the Case goes to the colleague who takes the call over. */
                        owner: z.enum(['follows', 'stays'], 'must be "follows" or "stays"').default('follows')
                    },
                    NO_OBJECT
                )
                .prefault({}),
            caller: callerSchema.prefault({}),
            agent: z
                .strictObject(
                    {
                        /** The field of User that holds what the telephony side calls an agent. */
                        userField: fieldName.default('Extension')
                    },
                    NO_OBJECT
                )
                .prefault({})
        },
        'must be a JSON object such as {"case": {"origin": "Phone"}}'
    )
    .superRefine((mapping, context) => {
        for (const { path, message } of boundFieldProblems(mapping))
            context.addIssue({ code: 'custom', path, message });
    });

/** Where in an org, and in what words, the bridge writes, and where it reads. */
export type Mapping = z.output<typeof mappingSchema>;

/** What `force-app` deploys, and what Salesforce brings. */
export const DEFAULT_MAPPING: Mapping = mappingSchema.parse({});

export const recordRules = ({ transfer, task }: Mapping): RecordRules => ({
    ownerFollowsTransfer: transfer.owner === 'follows',
    taskFor: { missed: task.missed !== null, abandoned: task.abandoned !== null }
});
