import { z } from 'zod';
import { constantLength, type Placeholder, PLACEHOLDERS, SUBJECT_LENGTH, templateProblems } from './template.ts';

/** As Salesforce names fields, with a package's prefix or without; goes into queries. */
const API_NAME = /^[A-Za-z]\w{0,79}$/;
/** Task.Description (Object Reference). */
const COMMENTS_LENGTH = 32_000;

/** What the agent writes down may be changed later; only the Task's comments follow. */
const WRITTEN_DOWN: readonly Placeholder[] = ['contactReason', 'notes'];
const TASK_PLACEHOLDERS = PLACEHOLDERS.filter((placeholder) => !WRITTEN_DOWN.includes(placeholder));
/** A Case is opened while the customer speaks: there is no recording to link to. */
export const CASE_PLACEHOLDERS = TASK_PLACEHOLDERS.filter((placeholder) => placeholder !== 'recordingUrl');

export const fieldName = z
    .string("must be a field's API name such as Cpf__c")
    .regex(API_NAME, "must be a field's API name such as Cpf__c");

export const apiName = (what: string) =>
    z.string(`must be ${what} or null`).min(1, `must be ${what} or null`).max(255, `must be ${what} or null`);

export const phoneFields = z
    .array(fieldName, 'must be a list of fields such as ["Phone", "MobilePhone"]')
    .min(1, 'must name at least one field')
    .refine((names) => new Set(names).size === names.length, 'names a field twice');

/** One line of text. */
export const subjectTemplate = (allowed: readonly Placeholder[] = TASK_PLACEHOLDERS) =>
    templateOf(allowed, SUBJECT_LENGTH).regex(/^\P{Cc}*$/u, 'must be one line without control characters');

export const commentsTemplate = () => templateOf(TASK_PLACEHOLDERS, COMMENTS_LENGTH);

export const noteTemplate = () => templateOf(PLACEHOLDERS, COMMENTS_LENGTH);

function templateOf(allowed: readonly Placeholder[], maxLength: number) {
    return z
        .string('must be text such as "Ligação de {number}"')
        .min(1, 'must not be empty')
        .superRefine((template, context) => {
            for (const message of templateProblems(template, allowed)) context.addIssue(message);
            const length = constantLength(template);
            if (length > maxLength)
                context.addIssue(`has ${length} characters beside its placeholders; the field takes ${maxLength}`);
        });
}

const fieldValue = z.union([z.string(), z.number(), z.boolean()], 'must be text, a number, true or false');

/** Fields of the customer's own: their names, and what is written into them. */
export const ownFields = (allowed: readonly Placeholder[] = TASK_PLACEHOLDERS) =>
    z
        .record(z.string(), fieldValue, 'must be an object such as {"Priority": "High"}')
        .superRefine((fields, context) => {
            for (const [name, value] of Object.entries(fields)) {
                const messages = [
                    ...(API_NAME.test(name) ? [] : ["is no field's API name such as Priority"]),
                    ...(typeof value === 'string' ? templateProblems(value, allowed) : []),
                    ...(value === '' ? ['must not be empty: leave the field out'] : [])
                ];
                for (const message of messages) context.addIssue({ code: 'custom', path: [name], message });
            }
        });
