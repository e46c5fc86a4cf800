import { refuse } from '../../errors/refusals.ts';
import type { Org } from '../../org.ts';
import type { Component } from '../components/component.ts';
import {
    componentTypes,
    findComponentType,
    isComponentType,
    type ComponentType
} from '../components/componentTypes.ts';
import { folderRootNamesOf } from '../components/rootNames.ts';
import { describeFile, type ListedFile } from './fileProperties.ts';
import type { FieldDefinition } from '../../schema/fieldDefinition.ts';
import { standardObjectsOf } from './standardObjects.ts';

/** "You can specify up to three queries" (Metadata API Developer Guide, listMetadata()). */
const MOST_QUERIES = 3;
const AUDIT_FIELDS = [
    'Id',
    'IsDeleted',
    'CreatedDate',
    'CreatedById',
    'LastModifiedDate',
    'LastModifiedById',
    'SystemModstamp'
];

export interface ListQuery {
    type: string;
    /** Whose content is meant, of types whose components lie in folders. */
    folder: string | undefined;
}

/**
 * FileProperties of every component of the types: those deployed, and of objects and fields the standard ones too.
 *
 * @throws SalesforceError INVALID_TYPE or LIMIT_EXCEEDED
 */
export function listMetadata(org: Org, queries: ListQuery[]) {
    if (queries.length > MOST_QUERIES) {
        throw refuse('LIMIT_EXCEEDED', `listMetadata() takes no more than ${MOST_QUERIES} queries`);
    }
    return queries.flatMap((query) => listType(org, query)).map((file) => describeFile(org, file));
}

function listType(org: Org, { type, folder }: ListQuery): ListedFile[] {
    const content = componentTypes.find(
        (candidate) => candidate.inFolder && folderRootNamesOf(candidate).includes(type)
    );
    if (content) return listComponents(org.components.ofType(content.xmlName).filter((row) => isFolder(row, content)));
    if (!isComponentType(type)) throw refuse('INVALID_TYPE', `Unknown type:${type}`);
    const deployed = org.components.ofType(type);
    if (findComponentType(type)?.inFolder) {
        return listComponents(deployed.filter(({ fullName }) => fullName.startsWith(`${folder}/`)));
    }
    return [...listStandard(org, type, deployed), ...listComponents(deployed)];
}

function isFolder({ content }: Component, type: ComponentType): boolean {
    return content.kind === 'xml' && folderRootNamesOf(type).includes(content.element.name);
}

function listComponents(components: Component[]): ListedFile[] {
    return components.map((component) => ({
        type: component.type,
        fullName: component.fullName,
        fileName: component.fileName,
        component
    }));
}

function listStandard(org: Org, type: string, deployed: Component[]): ListedFile[] {
    const names = standardNames(org, type).filter((name) => !deployed.some(({ fullName }) => fullName === name));
    return names.map((fullName) => {
        const [objectName] = fullName.split('.');
        return { type, fullName, fileName: `objects/${objectName}.object`, component: null };
    });
}

/** The fields that the platform keeps on every record are no metadata. */
function isListed({ name, custom }: FieldDefinition): boolean {
    return !custom && !AUDIT_FIELDS.includes(name);
}

function standardNames(org: Org, type: string): string[] {
    const objects = standardObjectsOf(org);
    switch (type) {
        case 'CustomObject':
            return objects.map(({ name }) => name);
        case 'CustomField':
            return objects.flatMap(({ name, fields }) =>
                [...fields.values()].filter(isListed).map((field) => `${name}.${field.name}`)
            );
        default:
            return [];
    }
}
