import type { QueryBase } from '@jetstreamapp/soql-parser-js';
import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import type { QueryScope } from '../fieldPath.ts';
import { malformedQuery } from '../queryErrors.ts';
import type { Column } from './column.ts';
import { columnOfPath } from './columnOfPath.ts';

/** Rows that FIELDS(ALL) and FIELDS(CUSTOM) may return at most. */
const FIELDS_FUNCTION_LIMIT = 200;

/** FIELDS(ALL), FIELDS(STANDARD) or FIELDS(CUSTOM): those of them that the user may read. */
export function selectAllFields(scope: QueryScope, query: QueryBase, choice: string): Column<SalesforceRecord>[] {
    const { object, context } = scope;
    const which = choice.toUpperCase();
    if (which !== 'STANDARD' && (query.limit === undefined || query.limit > FIELDS_FUNCTION_LIMIT)) {
        throw malformedQuery(`The SOQL FIELDS function must have a LIMIT of at most ${FIELDS_FUNCTION_LIMIT}`);
    }
    return [...object.fields.values()]
        .filter((field) => context.access.canReadField(object, field))
        .filter((field) => which === 'ALL' || field.custom === (which === 'CUSTOM'))
        .map((field) => columnOfPath(scope, { lookups: [], field }));
}
