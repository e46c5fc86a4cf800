import type { FieldValue, SalesforceRecord } from '../data/salesforceRecord.ts';
import type { FieldDefinition } from '../schema/fieldDefinition.ts';
import { readPath, resolveFieldPath, spellPath, type FieldPath, type QueryScope } from './fieldPath.ts';

/** Something that a row has a value for: a field, a function of one, or an aggregate of a group of records. */
export interface Expression<Row> {
    /** As the schema spells it, so that two expressions are the same when their texts are. */
    text: string;
    /** The field itself, or one that stands for the function's result: its type decides how values compare. */
    field: FieldDefinition;
    read(row: Row): FieldValue;
}

export interface PathExpression extends Expression<SalesforceRecord> {
    path: FieldPath;
}

/** A function as the parser gives it, in SELECT and elsewhere. */
export interface FunctionCall {
    functionName?: string;
    parameters?: (string | FunctionCall)[];
    rawValue?: string;
}

/** What stands on the left of a comparison, or is sorted by. */
export type Operand = string | FunctionCall;

export type ResolveOperand<Row> = (operand: Operand) => Expression<Row>;

/** @throws SalesforceError INVALID_FIELD */
export function pathExpression(scope: QueryScope, written: string): PathExpression {
    const path = resolveFieldPath(scope, written);
    return { path, text: spellPath(path), field: path.field, read: (record) => readPath(scope.org, path, record) };
}

/** The operand as the query has it, which is where a caret points. */
export function textOfOperand(operand: Operand): string {
    return typeof operand === 'string' ? operand : (operand.rawValue ?? operand.functionName ?? '');
}
