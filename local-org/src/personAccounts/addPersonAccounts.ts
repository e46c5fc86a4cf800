import { booleanField, lookupField, readOnly } from '../schema/fieldBuilders.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { findField, type ObjectDefinition } from '../schema/objectDefinition.ts';
import { ownPersonFields } from './personFields.ts';

/**
 * The objects of an org with person accounts: accounts that are people, each with one contact that the platform keeps
 * (SOAP API Developer Guide, "Person Account Record Types").
 */
export function addPersonAccounts(objects: ObjectDefinition[]): ObjectDefinition[] {
    const contact = objects.find(({ name }) => name === 'Contact');
    return objects.map((object) => {
        switch (object.name) {
            case 'Account':
                return withFields(object, [
                    booleanField('IsPersonAccount', 'Is Person Account', {
                        ...readOnly,
                        derive: ({ PersonContactId }) => typeof PersonContactId === 'string'
                    }),
                    lookupField('PersonContactId', 'Contact ID', ['Contact'], null, readOnly),
                    ...(contact ? copiedFields(contact) : [])
                ]);
            case 'Contact':
                return withFields(object, [
                    booleanField('IsPersonAccount', 'Is Person Account', {
                        ...readOnly,
                        derive: ({ Id, AccountId }, find) => find(AccountId)?.PersonContactId === Id
                    })
                ]);
            default:
                return object;
        }
    });
}

/** Who may see what is said of the contact's field; that this holds for all of them is a guess. */
function copiedFields(contact: ObjectDefinition): FieldDefinition[] {
    return ownPersonFields(contact).flatMap(({ onContact, onAccount }) => {
        const field = findField(contact, onContact);
        const open = { required: false, unique: false, externalId: false, idLookup: false };
        return field ? [{ ...field, ...open, name: onAccount, securedBy: `contact.${onContact}`.toLowerCase() }] : [];
    });
}

function withFields(object: ObjectDefinition, added: FieldDefinition[]): ObjectDefinition {
    const entries = added.map((field) => [field.name.toLowerCase(), field] as const);
    return { ...object, fields: new Map([...object.fields, ...entries]) };
}
