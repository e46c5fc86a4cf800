import { closestNames } from '../../mapping/closestNames.ts';
import type { FieldDescription, ObjectDescription } from './descriptions.ts';

/** Something in the mapping that the org does not take. */
export interface MappingProblem {
    /** Where in the mapping, such as `case.taxIdField`. */
    readonly path: string;
    /** A sentence that begins with what is wrong; it holds names and constants of the mapping only. */
    readonly message: string;
}

/** What a use asks of a field; says what is amiss as the end of a sentence that begins with the field. */
export type FieldRule = (field: FieldDescription) => string[];

export const GRANT = 'permission set SoftphoneIntegration';

/** Leads are read by those only who want them. */
export const grantOf = (object: string): string => (object === 'Lead' ? 'permission set SoftphoneLeadLookup' : GRANT);

const TEXT_TYPES = new Set(['string', 'textarea', 'combobox', 'phone', 'email', 'url']);

/** The problems of using a field of this name in this way. */
export function fieldProblems(
    object: ObjectDescription,
    path: string,
    name: string,
    rules: readonly FieldRule[]
): MappingProblem[] {
    const field = object.fields.find((candidate) => candidate.name === name);
    const messages = field ? rules.flatMap((rule) => rule(field)) : [unknownField(object, name, rules)];
    return messages.map((message) => ({ path, message: `${object.name}.${name} ${message}` }));
}

/** Answers carry the org's own spelling, so a name in another case would be written and never read. */
function unknownField(object: ObjectDescription, name: string, rules: readonly FieldRule[]): string {
    const sameButCase = object.fields.find((field) => field.name.toLowerCase() === name.toLowerCase());
    if (sameButCase) return `is written ${sameButCase.name} in the org`;
    const fitting = object.fields.filter((field) => rules.every((rule) => rule(field).length === 0));
    const closest = closestNames(name, fitting);
    const suggested = closest.length > 0 ? closest : closestNames(name, object.fields);
    const hint = suggested.length > 0 ? `; the closest are ${suggested.map(withLabel(object)).join(', ')}` : '';
    return `does not exist or the integration user may not see it (${GRANT})${hint}`;
}

const withLabel =
    ({ fields }: ObjectDescription) =>
    (name: string): string =>
        `${name} (${fields.find((field) => field.name === name)?.label ?? ''})`;

export const createable: FieldRule = (field) => (field.createable ? [] : [whyNotWritten(field)]);

export const updateable: FieldRule = (field) => (field.updateable ? [] : [whyNotWritten(field)]);

const whyNotWritten = ({ calculated, autoNumber }: FieldDescription): string =>
    calculated || autoNumber
        ? 'is computed by Salesforce and cannot be written'
        : `cannot be written by the integration user (${GRANT} gives edit access)`;

export const filterable: FieldRule = (field) =>
    field.filterable ? [] : ['cannot be searched for, as is so for long text and encrypted fields: take a text field'];

/** At least this many characters. */
export const textOf =
    (length: number): FieldRule =>
    (field) => {
        if (!TEXT_TYPES.has(field.type)) return [`is of type ${field.type}; it must be text`];
        return field.length >= length ? [] : [`takes ${field.length} characters; it must take ${length}`];
    };

/** What makes a second creation of the same call fail instead of opening a second Case. */
export const uniqueKey: FieldRule = (field) =>
    field.unique && (field.externalId || field.idLookup)
        ? []
        : ['must be unique and an external ID: otherwise a call could open two Cases'];

/** Salesforce looks for numbers in fields of this type only (SOSL, IN PHONE FIELDS). */
export const phone: FieldRule = ({ type }) =>
    type === 'phone' ? [] : [`is of type ${type}; Salesforce finds numbers in fields of type phone only`];
