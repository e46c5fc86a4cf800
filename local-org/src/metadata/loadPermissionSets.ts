import { basename } from 'node:path';
import { listMetadataFiles } from './listMetadataFiles.ts';
import type { FieldPermission, ObjectPermission, PermissionSetDefinition } from './permissionSetDefinition.ts';
import { elementsOf, flagOf, readMetadataXml, textOf, type MetadataElement } from './readMetadataXml.ts';

const SUFFIX = '.permissionset-meta.xml';

export function loadPermissionSets(folder: string): PermissionSetDefinition[] {
    return listMetadataFiles(folder, SUFFIX).map((file) => {
        const name = basename(file, SUFFIX);
        const element = readMetadataXml(file, 'PermissionSet');
        return {
            name,
            label: textOf(element, 'label') ?? name,
            description: textOf(element, 'description') ?? null,
            fields: new Map(elementsOf(element, 'fieldPermissions').map(parseFieldPermission)),
            objects: new Map(elementsOf(element, 'objectPermissions').map(parseObjectPermission))
        };
    });
}

function parseFieldPermission(element: MetadataElement): [string, FieldPermission] {
    const field = textOf(element, 'field') ?? '';
    return [field.toLowerCase(), { readable: flagOf(element, 'readable'), editable: flagOf(element, 'editable') }];
}

function parseObjectPermission(element: MetadataElement): [string, ObjectPermission] {
    const object = textOf(element, 'object') ?? '';
    return [
        object.toLowerCase(),
        {
            allowCreate: flagOf(element, 'allowCreate'),
            allowRead: flagOf(element, 'allowRead'),
            allowEdit: flagOf(element, 'allowEdit'),
            allowDelete: flagOf(element, 'allowDelete'),
            viewAllRecords: flagOf(element, 'viewAllRecords'),
            modifyAllRecords: flagOf(element, 'modifyAllRecords')
        }
    ];
}
