import { basename } from 'node:path';
import { findField } from '../schema/objectDefinition.ts';
import type { Schema } from '../schema/schema.ts';
import { listMetadataFiles } from './listMetadataFiles.ts';
import type { FieldPermission, ObjectPermission, PermissionSetDefinition } from './permissionSetDefinition.ts';
import { elementsOf, flagOf, readMetadataXml, textOf, type MetadataElement } from './readMetadataXml.ts';

const SUFFIX = '.permissionset-meta.xml';

/**
 * The permission sets of `permissionsets`.
 *
 * @throws Error naming what a deploy would refuse: a grant of an object or a field that the org does not have, or of a
 *     field without field-level security
 */
export function loadPermissionSets(folder: string, schema: Schema): PermissionSetDefinition[] {
    return listMetadataFiles(folder, SUFFIX).map((file) => {
        const name = basename(file, SUFFIX);
        const element = readMetadataXml(file, 'PermissionSet');
        const definition = {
            name,
            label: textOf(element, 'label') ?? name,
            description: textOf(element, 'description') ?? null,
            fields: new Map(elementsOf(element, 'fieldPermissions').map(parseFieldPermission)),
            objects: new Map(elementsOf(element, 'objectPermissions').map(parseObjectPermission)),
            userPermissions: new Set(elementsOf(element, 'userPermissions').flatMap(enabledUserPermission))
        };
        checkGrants(file, definition, schema);
        return definition;
    });
}

function checkGrants(file: string, { objects, fields }: PermissionSetDefinition, schema: Schema): void {
    for (const name of objects.keys()) {
        if (!schema.find(name)) throw new Error(`${file}: the local org has no object ${name}.`);
    }
    for (const name of fields.keys()) {
        const [objectName = '', fieldName = ''] = name.split('.');
        const object = schema.find(objectName);
        const field = object && findField(object, fieldName);
        if (!field) throw new Error(`${file}: the local org has no field ${name}.`);
        if (!field.permissionable) throw new Error(`${file}: ${name} has no field-level security.`);
    }
}

function enabledUserPermission(element: MetadataElement): string[] {
    return flagOf(element, 'enabled') ? [textOf(element, 'name') ?? ''] : [];
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
