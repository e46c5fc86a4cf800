import type { FieldDefinition } from '../../schema/fieldDefinition.ts';
import type { ObjectDefinition } from '../../schema/objectDefinition.ts';

/** What a column is, for a client that asks for the columns of an answer. */
export type ColumnShape =
    | { kind: 'field'; field: FieldDefinition }
    | { kind: 'function'; displayName: string; field: FieldDefinition }
    | { kind: 'related'; lookup: FieldDefinition; columns: Column<never>[] }
    | { kind: 'children'; object: ObjectDefinition; columns: Column<never>[] };

/** One entry of a SELECT list. */
export interface Column<Row> {
    /** The relationships whose objects the value is nested in. */
    lookups: FieldDefinition[];
    /** Its name in the answer. */
    name: string;
    shape: ColumnShape;
    read(row: Row): unknown;
}
