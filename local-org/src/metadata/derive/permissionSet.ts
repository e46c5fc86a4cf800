import type { PackagedComponent } from '../components/component.ts';
import type { FieldPermission, ObjectPermission, PermissionSetDefinition } from '../permissionSetDefinition.ts';
import { childrenNamed, flagOf, textOf, type XmlElement } from '../xml/xmlElement.ts';

/** What a permission set or a profile grants, as far as this org asks for permissions. */
export function permissionSetOf({ fullName, content }: PackagedComponent): PermissionSetDefinition {
    if (content.kind !== 'xml') throw new Error(`${fullName} is no permission set.`);
    const { element } = content;
    return {
        name: fullName,
        label: textOf(element, 'label') ?? fullName,
        description: textOf(element, 'description') ?? null,
        fields: new Map(childrenNamed(element, 'fieldPermissions').flatMap(fieldPermissionOf)),
        objects: new Map(childrenNamed(element, 'objectPermissions').map(objectPermissionOf)),
        userPermissions: new Set(childrenNamed(element, 'userPermissions').flatMap(enabledNameOf))
    };
}

function enabledNameOf(element: XmlElement): string[] {
    return flagOf(element, 'enabled') ? [textOf(element, 'name') ?? ''] : [];
}

/** A field of activities is one of tasks and of events. */
function fieldPermissionOf(element: XmlElement): [string, FieldPermission][] {
    const name = (textOf(element, 'field') ?? '').toLowerCase();
    const permission = { readable: flagOf(element, 'readable'), editable: flagOf(element, 'editable') };
    const [, activityField] = /^activity\.(.+)$/.exec(name) ?? [];
    const names = activityField === undefined ? [name] : [`task.${activityField}`, `event.${activityField}`];
    return names.map((each) => [each, permission]);
}

function objectPermissionOf(element: XmlElement): [string, ObjectPermission] {
    return [
        (textOf(element, 'object') ?? '').toLowerCase(),
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
