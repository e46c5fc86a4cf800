import type { FieldFunctionExpression } from '@jetstreamapp/soql-parser-js';
import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import type { QueryScope } from '../fieldPath.ts';
import { argumentOf, rowExpression } from '../rowFunctions.ts';
import type { Column } from './column.ts';

/** toLabel or FORMAT: it takes the place of its field in the answer, or stands beside the fields under its alias. */
export function functionColumn(scope: QueryScope, call: FieldFunctionExpression): Column<SalesforceRecord> {
    const expression = rowExpression(scope, call);
    const { path } = argumentOf(scope, call);
    return {
        lookups: call.alias ? [] : path.lookups,
        name: call.alias ?? path.field.name,
        shape: { kind: 'function', displayName: expression.text, field: expression.field },
        read: expression.read
    };
}
