/** `Case.Contact.Name`, or what `@salesforce/schema` makes of it. */
export type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };

/** A record of the UI API; the value of a relationship is the record it leads to. */
export interface RecordData {
    readonly id: string;
    readonly apiName: string;
    readonly lastModifiedDate: string;
    readonly fields: Readonly<Record<string, FieldData>>;
}

interface FieldData {
    readonly value: unknown;
    readonly displayValue: string | null;
}

/** The field's name with its object's: `Case.Contact.Name`. */
export const qualifiedName = (field: FieldReference): string =>
    typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;

export const getFieldValue = (record: RecordData | undefined, field: FieldReference): unknown =>
    findField(record, field)?.value;

export const getFieldDisplayValue = (record: RecordData | undefined, field: FieldReference): unknown =>
    findField(record, field)?.displayValue;

function findField(record: RecordData | undefined, field: FieldReference): FieldData | undefined {
    const [, ...path] = qualifiedName(field).split('.');
    const last = path.pop() ?? '';
    const holder = path.reduce<RecordData | undefined>(
        (reached, name) => reached?.fields[name]?.value as RecordData | undefined,
        record
    );
    return holder?.fields[last];
}
