import { profileNameOf } from '../derive/profileName.ts';
import { textOf } from '../xml/xmlElement.ts';
import type { ComponentRecords } from './componentRecords.ts';
import { saveSetupRecord } from './saveSetupRecord.ts';

export const profileRecords: ComponentRecords = {
    objectName: () => 'Profile',
    find: (org, fullName) => org.records.findBy('Profile', 'Name', profileNameOf(fullName))[0],
    save(org, { id, fullName, content }, userId) {
        const description = content.kind === 'xml' ? (textOf(content.element, 'description') ?? null) : null;
        saveSetupRecord(org, userId, 'Profile', { Id: id, Name: profileNameOf(fullName), Description: description });
    },
    remove(org, { id }) {
        org.records.remove('Profile', id);
    }
};
