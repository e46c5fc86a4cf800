import { type RecordData, getFieldValue } from 'lightning/uiRecordApi';
import { labels } from './labels';

/** A telephone number of a record. */
export interface RecordPhone {
    readonly label: string;
    /** As it stands on the record. */
    readonly number: string;
}

/** Which fields of an object hold numbers, the one that is called most first; and whose they are. */
interface PhoneFields {
    /** By qualified name: what the field is called here. */
    readonly phones: Readonly<Record<string, string>>;
    /** The field with the id of the person, where that is not the record itself. */
    readonly person?: string;
}

/**
 * By the first three characters of a record's id. The names are texts and not `@salesforce/schema` imports: an org may
 * have left a field out, or have no person accounts.
 */
const FIELDS: Readonly<Record<string, PhoneFields>> = {
    '001': {
        phones: {
            'Account.Phone': labels.phone,
            'Account.PersonMobilePhone': labels.mobile,
            'Account.PersonHomePhone': labels.home,
            'Account.PersonOtherPhone': labels.other
        }
    },
    '003': {
        phones: {
            'Contact.MobilePhone': labels.mobile,
            'Contact.Phone': labels.phone,
            'Contact.HomePhone': labels.home,
            'Contact.OtherPhone': labels.other
        }
    },
    '00Q': { phones: { 'Lead.MobilePhone': labels.mobile, 'Lead.Phone': labels.phone } },
    '500': {
        phones: {
            'Case.CallingNumber__c': labels.calling,
            'Case.Contact.MobilePhone': labels.mobileOfContact,
            'Case.Contact.Phone': labels.phoneOfContact,
            'Case.SuppliedPhone': labels.supplied
        },
        person: 'Case.ContactId'
    }
};

const NONE: PhoneFields = { phones: {} };
const BRAZIL = /^(?:55|0)(?=\d{10,11}$)/;

const fieldsOf = (recordId: string): PhoneFields => FIELDS[recordId.slice(0, 3)] ?? NONE;

/** What must be read of a record to know its numbers. */
export function phoneFieldsOf(recordId: string): string[] {
    const { phones, person } = fieldsOf(recordId);
    return [...Object.keys(phones), ...(person ? [person] : [])];
}

/** The numbers of a record, each once however often and in whatever spelling it is there. */
export function phonesOf(record: RecordData): RecordPhone[] {
    const byDigits = new Map<string, RecordPhone>();
    for (const [field, label] of Object.entries(fieldsOf(record.id).phones)) {
        const number = textOf(record, field).trim();
        const digits = number.replace(/\D/g, '').replace(BRAZIL, '');
        if (digits && !byDigits.has(digits)) byDigits.set(digits, { label, number });
    }
    return [...byDigits.values()];
}

/** Whose number it is: the record's own, or of a Case its contact's; null: a Case without a contact. */
export function personOf(record: RecordData): string | null {
    const { person } = fieldsOf(record.id);
    return person ? textOf(record, person) || null : record.id;
}

/** Empty when the record has no such field, or nothing in it. */
const textOf = (record: RecordData, field: string): string =>
    (getFieldValue(record, field) as string | null | undefined) ?? '';
