import { notEmulated, notFound, refuse } from '../errors/refusals.ts';
import { parseRecordId } from '../ids/recordId.ts';
import { answerOk, type Answer, type ApiCall } from '../rest/apiCall.ts';
import type { FieldDefinition, FieldType, PicklistEntry } from '../schema/fieldDefinition.ts';
import { findField, type ObjectDefinition } from '../schema/objectDefinition.ts';
import { eTagOf, MASTER_RECORD_TYPE_ID } from './representRecord.ts';
import { requireUiObject } from './requireUiObject.ts';
import { illegalParameter } from './uiApiRefusals.ts';

const PICKLIST_TYPES: FieldType[] = ['picklist', 'multipicklist'];

/** `GET /ui-api/object-info/:object/picklist-values/:recordTypeId` */
export function showPicklistFields(call: ApiCall): Answer {
    const object = requirePicklists(call);
    const picklists = [...object.fields.values()].filter(
        (field) => isPicklist(field) && call.context.access.canReadField(object, field)
    );
    const values = picklists.map((field) => [field.name, describePicklist(call, object, field)]);
    const picklistFieldValues: object = Object.fromEntries(values);
    return answerOk({ eTag: eTagOf(picklistFieldValues), picklistFieldValues });
}

/** `GET /ui-api/object-info/:object/picklist-values/:recordTypeId/:field` */
export function showPicklistField(call: ApiCall): Answer {
    const object = requirePicklists(call);
    const name = call.params.field ?? '';
    const field = findField(object, name);
    if (!field || !call.context.access.canReadField(object, field)) throw notFound();
    if (!isPicklist(field)) throw refuse('INVALID_PARAMETER_VALUE', `${object.name}.${field.name} is not a picklist`);
    return answerOk(describePicklist(call, object, field));
}

function isPicklist({ type }: FieldDefinition): boolean {
    return PICKLIST_TYPES.includes(type);
}

function requirePicklists(call: ApiCall): ObjectDefinition {
    const { object = '', recordTypeId = '' } = call.params;
    const found = requireUiObject(call, object);
    const id = parseRecordId(recordTypeId);
    if (!id) throw illegalParameter(`recordTypeId should be a valid record type ID: ${recordTypeId}`);
    if (id === MASTER_RECORD_TYPE_ID) return found;
    if (!call.org.records.find('RecordType', id)) throw notFound();
    throw notEmulated('picklist values by record type');
}

/** "Picklist Values" of the User Interface API Developer Guide. */
function describePicklist({ context }: ApiCall, object: ObjectDefinition, field: FieldDefinition) {
    if (field.controllingField) throw notEmulated(`dependent picklists (${object.name}.${field.name})`);
    const active = field.picklist.filter((entry) => entry.active);
    const byDefault = active.find((entry) => entry.value === field.defaultValue);
    const path = `ui-api/object-info/${object.name}/picklist-values/${MASTER_RECORD_TYPE_ID}/${field.name}`;
    const picklist = {
        controllerValues: {},
        defaultValue: byDefault ? describeEntry(byDefault) : null,
        url: `/services/data/v${context.apiVersion}/${path}`,
        values: active.map(describeEntry)
    };
    return { ...picklist, eTag: eTagOf(picklist) };
}

function describeEntry({ label, value }: PicklistEntry) {
    return { attributes: null, label, validFor: [], value };
}
