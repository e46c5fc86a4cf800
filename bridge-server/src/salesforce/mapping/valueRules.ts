import { closestNames } from '../../mapping/closestNames.ts';
import { constantLength, placeholdersOf, renderTemplate } from '../../mapping/template.ts';
import type { FieldDescription } from './descriptions.ts';
import type { FieldRule } from './fieldRules.ts';

const MOST_LISTED = 8;
const RECORD_ID = /^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** The only placeholder that is a point in time. */
const STARTED_AT = '{startedAt}';
const NO_VALUES = {
    number: null,
    protocol: null,
    queue: null,
    extension: null,
    callerName: null,
    accountName: null,
    taxId: null,
    announcedName: null,
    direction: null,
    startedAt: null,
    recordingUrl: null,
    contactReason: null,
    notes: null
};

/** Whether the field takes what the mapping writes into it: a template, a number, true or false. */
export const takes =
    (value: string | number | boolean): FieldRule =>
    (field) => {
        switch (typeof value) {
            case 'boolean':
                return field.type === 'boolean' ? [] : [`is of type ${field.type} and takes no true or false`];
            case 'number':
                return takesNumber(field, value);
            default:
                return takesText(field, value);
        }
    };

function takesNumber({ type }: FieldDescription, value: number): string[] {
    switch (type) {
        case 'int':
            return Number.isInteger(value) ? [] : [`takes whole numbers, and ${value} is none`];
        case 'double':
        case 'currency':
        case 'percent':
            return [];
        default:
            return [`is of type ${type} and takes no number: write "${value}" if it is text`];
    }
}

function takesText(field: FieldDescription, template: string): string[] {
    switch (field.type) {
        case 'string':
        case 'textarea':
        case 'encryptedstring':
        case 'combobox':
        case 'phone':
        case 'email':
        case 'url':
            return fitsInto(field, template);
        case 'picklist':
            return isOneOf(field, template, [constantOf(template)]);
        case 'multipicklist':
            return isOneOf(field, template, constantOf(template)?.split(';') ?? [null]);
        case 'reference':
            return RECORD_ID.test(template) ? [] : [`takes the id of a record, and "${template}" is none`];
        case 'datetime':
            return template === STARTED_AT || isInstant(template) ? [] : [`takes ${STARTED_AT} or an ISO 8601 instant`];
        case 'date':
            return DATE.test(template) ? [] : ['takes a day such as 2026-12-31'];
        case 'boolean':
            return ['takes true or false, without quotes'];
        case 'int':
        case 'double':
        case 'currency':
        case 'percent':
            return ['takes a number, without quotes'];
        default:
            return [`is of type ${field.type}, which cannot be written from the mapping`];
    }
}

function fitsInto({ length }: FieldDescription, template: string): string[] {
    const constant = constantLength(template);
    return constant <= length ? [] : [`takes ${length} characters, and the text alone has ${constant}`];
}

/** A picklist that is not restricted takes any text; the mapping's constants must be its values all the same. */
function isOneOf(field: FieldDescription, template: string, constants: readonly (string | null)[]): string[] {
    return constants.flatMap((constant) => {
        if (constant !== null) return valueOf(constant)(field);
        return field.restrictedPicklist ? [`takes its own values only, and "${template}" may be anything`] : [];
    });
}

/** Null: the template says something different in each call. */
const constantOf = (template: string): string | null =>
    placeholdersOf(template).length > 0 ? null : renderTemplate(template, NO_VALUES, Number.MAX_SAFE_INTEGER);

const isInstant = (text: string): boolean => text.includes('T') && !Number.isNaN(Date.parse(text));

/** Whether this is an active value of the picklist, as the API names it. */
export const valueOf =
    (value: string): FieldRule =>
    ({ picklistValues }) => {
        const active = (picklistValues ?? []).filter((each) => each.active).map((each) => each.value);
        if (active.includes(value)) return [];
        const things = (picklistValues ?? [])
            .filter((each) => each.active)
            .map(({ value: name, label }) => ({
                name,
                label: label ?? name
            }));
        const closest = closestNames(value, things);
        const hint =
            closest.length > 0
                ? `the closest are ${quoted(closest)}`
                : `some are ${quoted(active.slice(0, MOST_LISTED))}`;
        return [`has no active value "${value}"${active.length > 0 ? `; ${hint}` : ''}`];
    };

const quoted = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(', ');
