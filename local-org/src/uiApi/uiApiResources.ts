import { notEmulated } from '../errors/refusals.ts';
import type { ApiCall, Resource } from '../rest/apiCall.ts';
import { listObjectInfos, showObjectInfo, showObjectInfos } from './objectInfoResources.ts';
import { showPicklistField, showPicklistFields } from './picklistResources.ts';
import { createUiRecord, deleteUiRecord, readUiRecord, readUiRecords, updateUiRecord } from './recordResources.ts';

/** The User Interface API: records and what is known of their objects, ready to be shown. */
export const uiApiResources: Resource[] = [
    { path: '/ui-api/records', handlers: { POST: createUiRecord } },
    { path: '/ui-api/records/batch/:ids', handlers: { GET: readUiRecords } },
    { path: '/ui-api/records/:id', handlers: { GET: readUiRecord, PATCH: updateUiRecord, DELETE: deleteUiRecord } },
    { path: '/ui-api/object-info', handlers: { GET: listObjectInfos } },
    { path: '/ui-api/object-info/batch/:objects', handlers: { GET: showObjectInfos } },
    { path: '/ui-api/object-info/:object', handlers: { GET: showObjectInfo } },
    { path: '/ui-api/object-info/:object/picklist-values/:recordTypeId', handlers: { GET: showPicklistFields } },
    { path: '/ui-api/object-info/:object/picklist-values/:recordTypeId/:field', handlers: { GET: showPicklistField } },
    { path: '/ui-api/record-ui/:ids', handlers: { GET: refuseLayouts } },
    { path: '/ui-api/record-defaults/create/:object', handlers: { GET: refuseLayouts } },
    { path: '/ui-api/record-defaults/clone/:id', handlers: { GET: refuseLayouts } },
    { path: '/ui-api/layout/:object', handlers: { GET: refuseLayouts } }
];

function refuseLayouts(_call: ApiCall): never {
    throw notEmulated('page layouts');
}
