import { LightningElement, api } from 'lwc';

export interface TableColumn {
    readonly label: string;
    /** CSS width; without one the columns share what is left. */
    readonly width?: string;
}

export interface TableRow {
    readonly recordId: string;
    /** One text a column; the first opens the record. */
    readonly texts: readonly string[];
}

/** Records as a list view shows them. */
export default class RecordTable extends LightningElement {
    @api label = '';
    @api columns: readonly TableColumn[] = [];
    @api rows: readonly TableRow[] = [];

    get headers() {
        return this.columns.map(({ label, width }) => ({ label, style: width ? `width: ${width}` : null }));
    }

    get describedRows() {
        return this.rows.map(({ recordId, texts: [name, ...others] }) => ({
            recordId,
            name,
            cells: others.map((text, index) => ({ text, key: this.columns[index + 1]?.label }))
        }));
    }
}
