import type { Org } from '../../org.ts';
import type { Component } from '../components/component.ts';
import { objectsShowing } from '../derive/objectsShowing.ts';

/** Of what was deleted: an object's records, all of them, and a field's values on every record. */
export function dropData(org: Org, gone: Component[]): void {
    const objects = gone.filter(({ type }) => type === 'CustomObject').map(({ fullName }) => fullName);
    for (const objectName of objects) {
        for (const { Id } of [...org.records.all(objectName)]) org.records.remove(objectName, Id);
    }
    for (const { type, fullName } of gone) {
        const [objectName = '', fieldName = ''] = fullName.split('.');
        if (type === 'CustomField' && !objects.includes(objectName)) dropValues(org, objectName, fieldName);
    }
}

function dropValues(org: Org, objectName: string, fieldName: string): void {
    const columns = columnsOf(fieldName);
    for (const object of objectsShowing(objectName)) {
        for (const record of [...org.records.all(object)]) {
            if (!columns.some((column) => column in record)) continue;
            const left = Object.entries(record).filter(([column]) => !columns.includes(column));
            org.records.put(object, { Id: record.Id, ...Object.fromEntries(left) });
        }
    }
}

/** A geolocation is kept as its two halves. */
function columnsOf(fieldName: string): string[] {
    const stem = fieldName.replace(/__c$/i, '');
    return [fieldName, `${stem}__Latitude__s`, `${stem}__Longitude__s`];
}
