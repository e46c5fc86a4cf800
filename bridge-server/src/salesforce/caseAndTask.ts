import type { Call, Caller, Leg } from '../calls/call.ts';
import type { Note } from '../contract/callActions.ts';
import { displayNumber } from '../calls/phoneNumber.ts';
import type { UnansweredOutcome } from '../calls/syncStep.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { renderSubject, renderTemplate, type TemplateValues } from '../mapping/template.ts';
import { commentsOf, unansweredCommentsOf } from './taskComments.ts';
import type { FieldValue, FieldValues } from './records.ts';

/** Lengths of Salesforce's own fields, beyond which it refuses the record. */
const SUPPLIED_PHONE_LENGTH = 40;
const SUPPLIED_NAME_LENGTH = 80;
const TEXT_LENGTH = 255;

const CALL_TYPES = { inbound: 'Inbound', outbound: 'Outbound', internal: 'Internal' } as const;

/** What of a record is known only in Salesforce or outside the call. */
export interface Surroundings {
    readonly recordTypeId: string | null;
    /** How many characters a field of the record takes; 0: not known. */
    readonly lengthOf: (field: string) => number;
    readonly ownerId: string | null;
    /** Null when there is nothing to be heard at the bridge. */
    readonly recordingUrl: string | null;
}

/** The Case of an answered call. What is not on record stays empty. */
export function caseFields(call: Call, leg: Leg, mapping: Mapping, surroundings: Surroundings): FieldValues {
    const { case: names } = mapping;
    const values = templateValues(call, leg, surroundings);
    const { subject } = names;
    return present({
        ...ownFields(names.fields, values, surroundings),
        [names.protocolField]: call.protocol,
        ...numberField(call, names.callingNumberField, surroundings),
        ...callerFields(call, mapping),
        RecordTypeId: surroundings.recordTypeId,
        OwnerId: surroundings.ownerId,
        Origin: names.origin,
        Status: names.status,
        Subject: renderSubject(call.direction === 'outbound' ? subject.outbound : subject.inbound, values)
    });
}

/**
 * Who is calling, on a Case. Case.ContactPhone is derived from the contact by Salesforce; for a caller without a
 * contact the calling number goes into SuppliedPhone, and a lead's name beside it. Null: to be emptied.
 */
export function callerFields(call: Call, { case: names }: Mapping): FieldValues {
    const who = call.caller?.who ?? null;
    const contactId = contactIdOf(call.caller);
    const isLead = who?.kind === 'lead';
    return {
        ContactId: contactId,
        AccountId: who?.accountId ?? null,
        SuppliedPhone: contactId ? null : (displayNumber(call.number)?.slice(0, SUPPLIED_PHONE_LENGTH) ?? null),
        SuppliedName: isLead ? who.name.slice(0, SUPPLIED_NAME_LENGTH) : null,
        ...(names.taxIdField && { [names.taxIdField]: who?.taxId ?? null })
    };
}

/** Only a contact can stand on a Case as such, a person account's own included. */
export const contactIdOf = (caller: Caller | null): string | null =>
    caller?.who?.kind === 'contact' || caller?.who?.kind === 'personAccount' ? caller.who.id : null;

interface TaskSurroundings extends Surroundings {
    /** The calendar day on which the agent's part ended. */
    readonly day: string;
}

/** The Task of one agent's part in a call: the protocol in its Subject, the recording's link in its Comments. */
export function taskFields(call: Call, leg: Leg, mapping: Mapping, surroundings: TaskSurroundings): FieldValues {
    const { task: names } = mapping;
    const values = templateValues(call, leg, surroundings);
    const seconds = Math.floor((Date.parse(leg.endedAt ?? '') - Date.parse(leg.answeredAt ?? '')) / 1000);
    return present({
        ...commonTaskFields(call, mapping, surroundings, values),
        [names.legField]: taskKey(leg.id),
        Subject: renderSubject(names.subject, values),
        ...noteFields(call, leg, leg.note, mapping, surroundings),
        WhatId: call.case?.id ?? null,
        CallDurationInSeconds: Math.max(0, seconds)
    });
}

/** What of a Task follows from a note: its Comments, with the recording's link first, and the contact reason. */
export function noteFields(
    call: Call,
    leg: Leg,
    note: Note | null,
    { task: names }: Mapping,
    surroundings: Surroundings
): FieldValues {
    const values = {
        ...templateValues(call, leg, surroundings),
        contactReason: note?.reason ?? null,
        notes: note?.text ?? null
    };
    return {
        Description: commentsOf(call, note, names.comments, values),
        ...(names.contactReasonField && { [names.contactReasonField]: note?.reason ?? null })
    };
}

/** The Task of a call that nobody answered. It has no Case. */
export function unansweredTaskFields(
    call: Call,
    outcome: UnansweredOutcome,
    mapping: Mapping,
    surroundings: TaskSurroundings
): FieldValues {
    const values = templateValues(call, call.legs.at(-1) ?? null, surroundings);
    return present({
        ...commonTaskFields(call, mapping, surroundings, values),
        [mapping.task.legField]: taskKey(call.id),
        Subject: renderSubject(mapping.task[outcome] ?? mapping.task.subject, values),
        Description: unansweredCommentsOf(call, mapping.task.comments, values),
        CallDurationInSeconds: 0
    });
}

function commonTaskFields(
    call: Call,
    { task: names }: Mapping,
    surroundings: TaskSurroundings,
    values: TemplateValues
): FieldValues {
    return {
        ...ownFields(names.fields, values, surroundings),
        RecordTypeId: surroundings.recordTypeId,
        WhoId: contactIdOf(call.caller),
        OwnerId: surroundings.ownerId,
        ActivityDate: surroundings.day,
        Status: names.status,
        TaskSubtype: 'Call',
        CallType: CALL_TYPES[call.direction]
    };
}

/** The value of the field by which a Task is found again. */
export const taskKey = (id: string): string => id.slice(0, TEXT_LENGTH);

const ownFields = (
    fields: Mapping['case']['fields'],
    values: TemplateValues,
    { lengthOf }: Surroundings
): FieldValues =>
    Object.fromEntries(
        Object.entries(fields).map(([name, value]): [string, FieldValue] => [
            name,
            typeof value === 'string' ? renderTemplate(value, values, lengthOf(name) || TEXT_LENGTH) : value
        ])
    );

/** The calling number as it was announced. */
const numberField = ({ number }: Call, name: string | null, { lengthOf }: Surroundings): FieldValues =>
    name === null ? {} : { [name]: number?.slice(0, lengthOf(name) || TEXT_LENGTH) ?? null };

const templateValues = (call: Call, leg: Leg | null, { recordingUrl }: Surroundings): TemplateValues => ({
    number: displayNumber(call.number),
    protocol: call.protocol,
    queue: call.queue,
    extension: leg?.agent ?? null,
    callerName: call.caller?.who?.name ?? null,
    accountName: call.caller?.who?.accountName ?? null,
    taxId: call.caller?.who?.taxId ?? null,
    announcedName: call.callerName,
    direction: call.direction,
    startedAt: call.startedAt,
    recordingUrl,
    contactReason: null,
    notes: null
});

/** Fields that are empty are not sent, so that the org's defaults apply. */
const present = (fields: FieldValues): FieldValues =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
