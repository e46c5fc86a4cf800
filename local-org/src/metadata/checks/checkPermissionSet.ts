import { problemAt, type MetadataProblem } from '../metadataProblem.ts';
import { childrenNamed, flagOf, textOf, type XmlElement } from '../xml/xmlElement.ts';

interface Dependency {
    element: string;
    name: string;
    needs: { element: string; name: string }[];
}

const READ = { element: 'allowRead', name: 'Read' };
const EDIT = { element: 'allowEdit', name: 'Edit' };
const DELETE = { element: 'allowDelete', name: 'Delete' };
const VIEW_ALL = { element: 'viewAllRecords', name: 'View All' };

/** Salesforce Help, "Object Permissions". */
const DEPENDENCIES: Dependency[] = [
    { element: 'allowCreate', name: 'Create', needs: [READ] },
    { ...EDIT, needs: [READ] },
    { ...DELETE, needs: [READ, EDIT] },
    { ...VIEW_ALL, needs: [READ] },
    { element: 'modifyAllRecords', name: 'Modify All', needs: [READ, EDIT, DELETE, VIEW_ALL] }
];

/** Archives, whose records are read and deleted, never edited. */
const BIG_OBJECT = /__b$/i;

/** Object permissions that lack one that they need. */
export function checkPermissionSet(element: XmlElement): MetadataProblem[] {
    const grants = childrenNamed(element, 'objectPermissions');
    const onRecords = grants.filter((granted) => !BIG_OBJECT.test(textOf(granted, 'object') ?? ''));
    return onRecords.flatMap((granted) =>
        DEPENDENCIES.filter((dependency) => flagOf(granted, dependency.element)).flatMap(({ name, needs }) => {
            const missing = needs.filter((needed) => !flagOf(granted, needed.element));
            if (missing.length === 0) return [];
            const objectName = textOf(granted, 'object');
            const names = missing.map((needed) => `${needed.name} ${objectName}`).join(', ');
            return [problemAt(granted, `Permission ${name} ${objectName} depends on permission(s): ${names}`)];
        })
    );
}
