import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import { readPath, type FieldPath, type QueryScope } from '../fieldPath.ts';
import type { Column } from './column.ts';

export function columnOfPath({ org }: Pick<QueryScope, 'org'>, path: FieldPath): Column<SalesforceRecord> {
    const { lookups, field } = path;
    return {
        lookups,
        name: field.name,
        shape: { kind: 'field', field },
        read: (record) => readPath(org, path, record)
    };
}
