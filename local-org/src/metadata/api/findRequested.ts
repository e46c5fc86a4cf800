import { findChildType, childTypesOf, parentFullName } from '../components/childTypes.ts';
import type { PackagedComponent } from '../components/component.ts';
import { findComponentType, isComponentType } from '../components/componentTypes.ts';
import { WILDCARD } from '../package/packageManifest.ts';
import type { Org } from '../../org.ts';
import type { RetrieveRequest } from './retrieveRequest.ts';
import { isStandardObject } from './standardObjects.ts';

type Requested = RetrieveRequest['members'][number];

export interface RequestedComponents {
    /** With what lies inside them: an object's fields. */
    components: PackagedComponent[];
    /** What is missing, in the words of RetrieveMessage. */
    problems: string[];
}

/** The components of the org that a manifest asks for. */
export function findRequested(org: Org, members: Requested[]): RequestedComponents {
    const found = new Map<string, PackagedComponent>();
    const problems: string[] = [];
    for (const requested of members) {
        const { type, fullName } = requested;
        const components = findMember(org, requested);
        for (const component of components) found.set(`${component.type}:${component.fullName}`, component);
        if (!isComponentType(type)) problems.push(`Entity type: '${type}' is unknown`);
        else if (components.length === 0 && !takesWildcard(requested)) {
            problems.push(`Entity of type '${type}' named '${fullName}' cannot be found`);
        }
    }
    return { components: [...found.values()], problems };
}

function findMember(org: Org, requested: Requested): PackagedComponent[] {
    const ofType = org.components.ofType(requested.type);
    if (takesWildcard(requested)) {
        const all = requested.type === 'CustomObject' ? ofType.filter(({ fullName }) => isCustom(fullName)) : ofType;
        return withChildren(org, requested.type, all);
    }
    const component = org.components.find(requested.type, requested.fullName) ?? shellOf(org, requested);
    return component ? withChildren(org, requested.type, [component]) : [];
}

/** Fields are asked for by name, and so is what lies in folders; of objects the wildcard takes the custom ones. */
function takesWildcard({ type, fullName }: Requested): boolean {
    return fullName === WILDCARD && type !== 'CustomField' && !findComponentType(type)?.inFolder;
}

function isCustom(objectName: string): boolean {
    return /__\w+$/.test(objectName);
}

/** What stands for a component that is there without having been deployed: a standard object, the file of labels. */
function shellOf(org: Org, { type, fullName }: Requested): PackagedComponent | undefined {
    const isThere = type === 'CustomObject' ? isStandardObject(org, fullName) : hasChildren(org, type, fullName);
    if (!isThere) return undefined;
    const fileName = `${findComponentType(type)?.directoryName}/${fullName}.${findComponentType(type)?.suffix}`;
    const element = { name: type, attributes: {}, text: '', children: [], line: 1, column: 1 };
    return { type, fullName, fileName, content: { kind: 'xml', element } };
}

function hasChildren(org: Org, type: string, fullName: string): boolean {
    return childTypesOf(type).some(({ xmlName }) =>
        org.components.ofType(xmlName).some((child) => isInside(child, fullName))
    );
}

function withChildren(org: Org, type: string, parents: PackagedComponent[]): PackagedComponent[] {
    const children = childTypesOf(type).flatMap(({ xmlName }) => org.components.ofType(xmlName));
    return [...parents, ...children.filter((child) => parents.some(({ fullName }) => isInside(child, fullName)))];
}

function isInside({ type, fullName }: PackagedComponent, parent: string): boolean {
    const child = findChildType(type);
    return child !== undefined && parentFullName(child, fullName).toLowerCase() === parent.toLowerCase();
}
