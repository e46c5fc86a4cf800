import { formatRecordId } from '../../ids/formatRecordId.ts';
import { childrenNamed, textOf, type XmlElement } from '../xml/xmlElement.ts';
import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import type { Org } from '../../org.ts';
import type { ComponentRecords } from './componentRecords.ts';
import { saveSetupRecord } from './saveSetupRecord.ts';

const QUEUE_SOBJECT_KEY_PREFIX = '03g';

/** A queue is a Group, with a QueueSobject for each object whose records it may own. */
export const queueRecords: ComponentRecords = {
    objectName: () => 'Group',
    find: (org, fullName) =>
        org.records.findBy('Group', 'DeveloperName', fullName).find(({ Type }) => Type === 'Queue'),
    save(org, { id, fullName, content }, userId) {
        if (content.kind !== 'xml') return;
        const name = textOf(content.element, 'name') ?? fullName;
        saveSetupRecord(org, userId, 'Group', { Id: id, Name: name, DeveloperName: fullName, Type: 'Queue' });
        serveObjects(org, userId, id, servedObjects(content.element));
    },
    remove(org, { id }) {
        for (const row of rowsOf(org, id)) org.records.remove('QueueSobject', row.Id);
        org.records.remove('Group', id);
    }
};

function servedObjects(queue: XmlElement): string[] {
    return childrenNamed(queue, 'queueSobject').flatMap((served) => textOf(served, 'sobjectType') ?? []);
}

function rowsOf(org: Org, queueId: string): SalesforceRecord[] {
    return org.records.findBy('QueueSobject', 'QueueId', queueId);
}

/** A row for each of these objects and for no other; the rows that fit stay as they are. */
function serveObjects(org: Org, userId: string, queueId: string, objectNames: string[]): void {
    const rows = rowsOf(org, queueId);
    for (const row of rows) {
        if (!objectNames.includes(String(row.SobjectType))) org.records.remove('QueueSobject', row.Id);
    }
    const served = rows.map(({ SobjectType }) => SobjectType);
    for (const objectName of objectNames.filter((each) => !served.includes(each))) {
        const id = formatRecordId(QUEUE_SOBJECT_KEY_PREFIX, org.records.nextNumber('QueueSobject'));
        saveSetupRecord(org, userId, 'QueueSobject', { Id: id, QueueId: queueId, SobjectType: objectName });
    }
}
