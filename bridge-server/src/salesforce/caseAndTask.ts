import type { Call, Leg } from '../calls/call.ts';
import { displayNumber } from '../calls/phoneNumber.ts';
import type { FieldValues } from './recordWriter.ts';

/** Lengths of Salesforce's own fields, beyond which it refuses the record. */
const SUPPLIED_PHONE_LENGTH = 40;
const CALL_OBJECT_LENGTH = 255;

const CALL_TYPES = { inbound: 'Inbound', outbound: 'Outbound', internal: 'Internal' } as const;

/**
 * The Case of an answered call. Case.ContactPhone is derived from the contact by Salesforce; for a caller without
 * a contact the calling number goes into SuppliedPhone. What is not on record stays empty.
 */
export function caseFields(call: Call, ownerId: string | null): FieldValues {
    const number = displayNumber(call.number);
    return present({
        CallProtocol__c: call.protocol,
        CallingNumber__c: call.number,
        CallerTaxId__c: call.caller?.taxId ?? null,
        ContactId: call.caller?.contactId ?? null,
        AccountId: call.caller?.accountId ?? null,
        OwnerId: ownerId,
        SuppliedPhone: call.caller?.contactId ? null : (number?.slice(0, SUPPLIED_PHONE_LENGTH) ?? null),
        Origin: 'Phone',
        Subject: caseSubject(call, number)
    });
}

const caseSubject = (call: Call, number: string | null): string => {
    const other = number ?? 'número não identificado';
    return call.direction === 'outbound' ? `Ligação para ${other}` : `Ligação de ${other}`;
};

interface TaskSurroundings {
    readonly ownerId: string | null;
    /** Null when the call was not recorded. */
    readonly recordingUrl: string | null;
    /** The calendar day on which the agent's part ended. */
    readonly day: string;
}

/** The Task of one agent's part in a call: the protocol in its Subject, the recording's link in its Comments. */
export function taskFields(call: Call, leg: Leg, { ownerId, recordingUrl, day }: TaskSurroundings): FieldValues {
    const seconds = Math.round((Date.parse(leg.endedAt ?? '') - Date.parse(leg.answeredAt ?? '')) / 1000);
    return present({
        Subject: `Protocolo ${call.protocol}`,
        Description: recordingUrl ? `Gravação: ${recordingUrl}` : 'Sem gravação até o fim da ligação.',
        WhatId: call.caseId,
        WhoId: call.caller?.contactId ?? null,
        OwnerId: ownerId,
        ActivityDate: day,
        Status: 'Completed',
        TaskSubtype: 'Call',
        CallType: CALL_TYPES[call.direction],
        CallDurationInSeconds: Math.max(0, seconds),
        CallObject: leg.id.slice(0, CALL_OBJECT_LENGTH)
    });
}

/** Fields that are empty are not sent, so that the org's defaults apply. */
const present = (fields: FieldValues): FieldValues =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
