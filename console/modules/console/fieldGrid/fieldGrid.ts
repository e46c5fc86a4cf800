import { LightningElement, api } from 'lwc';

export interface ShownField {
    readonly label: string;
    readonly value: string;
    /** The record that the value is the name of. */
    readonly recordId?: string | null;
}

/** Fields of a record to be read, in two columns. */
export default class FieldGrid extends LightningElement {
    @api fields: readonly ShownField[] = [];
}
