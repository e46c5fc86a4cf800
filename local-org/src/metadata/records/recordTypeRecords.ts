import { flagOf, textOf } from '../xml/xmlElement.ts';
import type { ComponentRecords } from './componentRecords.ts';
import { saveSetupRecord } from './saveSetupRecord.ts';

export const recordTypeRecords: ComponentRecords = {
    objectName: () => 'RecordType',
    find(org, fullName) {
        const [objectName, developerName = ''] = fullName.split('.');
        return org.records
            .findBy('RecordType', 'DeveloperName', developerName)
            .find(({ SobjectType }) => SobjectType === objectName);
    },
    save(org, { id, fullName, content }, userId) {
        if (content.kind !== 'xml') return;
        const [objectName = '', developerName = ''] = fullName.split('.');
        saveSetupRecord(org, userId, 'RecordType', {
            Id: id,
            Name: textOf(content.element, 'label') ?? developerName,
            DeveloperName: developerName,
            SobjectType: objectName,
            IsActive: flagOf(content.element, 'active')
        });
    },
    remove(org, { id }) {
        org.records.remove('RecordType', id);
    }
};
