import type { CallContext } from '../callContext.ts';
import { readField } from '../data/readField.ts';
import type { SalesforceRecord } from '../data/salesforceRecord.ts';
import type { Org } from '../org.ts';
import type { AnsweredRecord } from '../query/projectRecord.ts';
import { isLive, runQuery } from '../query/runQuery.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { compileSearch, type SearchMatcher } from './compileSearch.ts';
import { indexValue } from './searchedValue.ts';
import { parseSosl, type FieldGroup, type ReturningSpec } from './parseSosl.ts';

/**
 * The records a SOSL statement finds, in the order of its RETURNING objects. Unlike the platform's index, which
 * lags by minutes, a record is found as soon as it is saved.
 *
 * @throws SalesforceError as the platform words it
 */
export function runSearch(org: Org, context: CallContext, sosl: string): AnsweredRecord[] {
    const { expression, group, returning, limit } = parseSosl(sosl);
    if (!expression) return [];
    const matches = compileSearch(expression);
    const specs = returning.length > 0 ? returning : searchableObjects(org, context);
    return specs.flatMap((spec) => searchObject(org, context, spec, group, matches)).slice(0, limit);
}

function searchableObjects(org: Org, context: CallContext): ReturningSpec[] {
    return org.schema.objects
        .filter((object) => object.searchable && context.access.canReadObject(object))
        .map((object) => ({ object: object.name, fields: 'Id', clauses: '' }));
}

function searchObject(
    org: Org,
    context: CallContext,
    spec: ReturningSpec,
    group: FieldGroup,
    matches: SearchMatcher
): AnsweredRecord[] {
    const object = org.schema.find(spec.object);
    const fields = object?.searchable ? searchedFields(context, object, group) : [];
    const reaches = (record: SalesforceRecord) => isLive(record) && matches(searchedValues(org, fields, record));
    return runQuery(org, context, `SELECT ${spec.fields} FROM ${spec.object}${spec.clauses}`, reaches).records;
}

function searchedFields(context: CallContext, object: ObjectDefinition, group: FieldGroup): FieldDefinition[] {
    return [...object.fields.values()].filter(
        (field) => isIndexed(field) && belongsTo(group, object, field) && context.access.canReadField(object, field)
    );
}

/** Fields shown from another record, such as Case.ContactPhone, are not in the index; a person's joined name is. */
function isIndexed(field: FieldDefinition): boolean {
    return !field.derive || field.name === 'Name';
}

function belongsTo(group: FieldGroup, object: ObjectDefinition, field: FieldDefinition): boolean {
    switch (group) {
        case 'ALL':
            return ['string', 'textarea', 'phone', 'email', 'url', 'picklist'].includes(field.type);
        case 'SIDEBAR':
            return ['string', 'phone', 'email'].includes(field.type);
        case 'NAME':
            return field.name === object.nameField;
        case 'EMAIL':
            return field.type === 'email';
        case 'PHONE':
            return field.type === 'phone';
    }
}

function searchedValues(org: Org, fields: FieldDefinition[], record: SalesforceRecord) {
    return fields.flatMap((field) => {
        const value = readField(org, field, record);
        return typeof value === 'string' ? indexValue(field.type, value) : [];
    });
}
