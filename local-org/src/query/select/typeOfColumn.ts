import type { FieldTypeOf, FieldTypeOfCondition } from '@jetstreamapp/soql-parser-js';
import type { SalesforceRecord } from '../../data/salesforceRecord.ts';
import type { FieldDefinition } from '../../schema/fieldDefinition.ts';
import { pathExpression } from '../expression.ts';
import { followLookups, relationshipOf, resolveLookups, type QueryScope } from '../fieldPath.ts';
import { polymorphicName } from '../polymorphicName.ts';
import { projectColumns } from '../projectRecord.ts';
import { malformedAt, noSuchObject } from '../queryErrors.ts';
import { recordAttributes } from '../recordAttributes.ts';
import type { Column } from './column.ts';
import { columnOfPath } from './columnOfPath.ts';

interface Branch {
    /** Null for ELSE. */
    objectName: string | null;
    scope: QueryScope;
    columns: Column<SalesforceRecord>[];
}

/**
 * `TYPEOF What WHEN Account THEN … ELSE … END`: the fields of the branch that the record behind the relationship takes,
 * null when it takes none.
 *
 * @throws SalesforceError MALFORMED_QUERY for a relationship to one object, INVALID_TYPE for an object it never reaches
 */
export function typeOfColumn(scope: QueryScope, { field, conditions }: FieldTypeOf): Column<SalesforceRecord> {
    const { lookups } = resolveLookups(scope, field, field.split('.'));
    const lookup = lookups.at(-1);
    if (!lookup || lookup.referenceTo.length < 2) {
        throw malformedAt(scope.soql, field, `'${field}' is not a polymorphic relationship field`);
    }
    const branches = conditions.map((condition) => readBranch(scope, lookup, condition));
    return {
        lookups: lookups.slice(0, -1),
        name: relationshipOf(lookup),
        shape: { kind: 'related', lookup, columns: branches.flatMap(({ columns }) => columns) },
        read(record) {
            const target = followLookups(scope.org, lookups, record);
            return target ? readTarget(scope, branches, target) : null;
        }
    };
}

function readBranch(
    scope: QueryScope,
    lookup: FieldDefinition,
    { objectType, fieldList }: FieldTypeOfCondition
): Branch {
    const target = objectType === undefined ? polymorphicName : scope.org.schema.find(objectType);
    const isReached = target && (target === polymorphicName || lookup.referenceTo.includes(target.name));
    if (!isReached || !scope.context.access.canReadObject(target)) throw noSuchObject(scope.soql, objectType ?? '');
    const inner: QueryScope = { ...scope, object: target, alias: undefined };
    return {
        objectName: objectType === undefined ? null : target.name,
        scope: inner,
        columns: fieldList.map((path) => columnOfPath(inner, pathExpression(inner, path).path))
    };
}

function readTarget(scope: QueryScope, branches: Branch[], target: SalesforceRecord) {
    const { type } = recordAttributes(scope.org, scope.context, target);
    const branch =
        branches.find(({ objectName }) => objectName === type) ??
        branches.find(({ objectName }) => objectName === null);
    return branch ? projectColumns(branch.scope, branch.columns, target) : null;
}
