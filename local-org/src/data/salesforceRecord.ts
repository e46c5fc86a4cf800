/** Dates are `YYYY-MM-DD`, instants `YYYY-MM-DDThh:mm:ss.000+0000`, ids have 18 characters. */
export type FieldValue = string | number | boolean | null;

/** A stored row: every value under the field's exact API name; a field never written is absent and reads as null. */
export type SalesforceRecord = { Id: string } & Record<string, FieldValue>;
