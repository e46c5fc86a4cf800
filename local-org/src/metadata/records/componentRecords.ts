import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import type { Org } from '../../org.ts';
import type { Component } from '../components/component.ts';
import { customMetadataRecords } from './customMetadataRecords.ts';
import { permissionSetRecords } from './permissionSetRecords.ts';
import { profileRecords } from './profileRecords.ts';
import { queueRecords } from './queueRecords.ts';
import { recordTypeRecords } from './recordTypeRecords.ts';

/** How components of a type show as records of the API. The org given is the one that is to be. */
export interface ComponentRecords {
    /** The object whose records they are, by the component's full name. */
    objectName(fullName: string): string;
    /** The record that stands for a component of this name already. */
    find(org: Org, fullName: string): SalesforceRecord | undefined;
    /** Makes or changes the record, whose id is the component's. */
    save(org: Org, component: Component, userId: string): void;
    /** Takes the record away, and what belongs to it. */
    remove(org: Org, component: Component): void;
}

/** By type of component. */
export const componentRecords: Partial<Record<string, ComponentRecords>> = {
    CustomMetadata: customMetadataRecords,
    PermissionSet: permissionSetRecords,
    Profile: profileRecords,
    Queue: queueRecords,
    RecordType: recordTypeRecords
};
