import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import type { Component, ComponentContent } from './component.ts';

/** Where the org keeps its components, beside its records; not an object of the API. */
export const COMPONENT_TABLE = 'MetadataComponent';

/** A component as a row: what it is made of as JSON, the rest in columns of its own. */
export function rowOf({ content, ...rest }: Component): SalesforceRecord {
    return { Id: `${rest.type}:${rest.fullName}`.toLowerCase(), ...columnsOf(rest), Content: JSON.stringify(content) };
}

function columnsOf(component: Omit<Component, 'content'>) {
    return {
        ComponentId: component.id,
        Type: component.type,
        FullName: component.fullName,
        FileName: component.fileName,
        KeyPrefix: component.keyPrefix,
        CreatedById: component.createdById,
        CreatedDate: component.createdDate,
        LastModifiedById: component.lastModifiedById,
        LastModifiedDate: component.lastModifiedDate
    };
}

export function componentOf(row: SalesforceRecord): Component {
    return {
        id: String(row.ComponentId),
        type: String(row.Type),
        fullName: String(row.FullName),
        fileName: String(row.FileName),
        keyPrefix: typeof row.KeyPrefix === 'string' ? row.KeyPrefix : null,
        createdById: String(row.CreatedById),
        createdDate: String(row.CreatedDate),
        lastModifiedById: String(row.LastModifiedById),
        lastModifiedDate: String(row.LastModifiedDate),
        content: JSON.parse(String(row.Content)) as ComponentContent
    };
}
