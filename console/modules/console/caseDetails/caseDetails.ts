import { LightningElement, api } from 'lwc';
import type { CaseChanges, CaseRecord, EditableField } from 'console/caseRecord';
import { EDITABLE_FIELDS, saveCase } from 'console/caseRecord';
import { formatPicklist } from 'console/fieldFormat';
import { loadPicklistValues } from 'console/orgApi';
import { emitShellEvent } from 'console/shellEvents';
import type { FieldInput, FieldLayout, SectionLayout } from './caseFields';
import { caseLayout, isEditable, readValue } from './caseFields';

type Draft = Record<EditableField, string>;

const PICKLISTS: readonly EditableField[] = ['Status', 'Priority', 'Origin'];

/** The tab Detalhes of a Case: read, or edit and save. What the org changes meanwhile never touches the form. @fires saved */
export default class CaseDetails extends LightningElement {
    @api record: CaseRecord | null = null;

    draft: Draft | null = null;
    isSaving = false;
    errorMessage = '';
    picklistValues: Partial<Record<EditableField, string[]>> = {};

    /** What the fields held when editing began: only what the agent changed is saved. */
    #original: Draft | null = null;

    @api
    startEditing(): void {
        if (!this.record || this.draft) return;
        this.#original = draftOf(this.record);
        this.draft = { ...this.#original };
        void this.loadPicklists();
    }

    stopEditing(): void {
        this.draft = null;
        this.errorMessage = '';
    }

    async loadPicklists(): Promise<void> {
        const values = await Promise.all(PICKLISTS.map((field) => loadPicklistValues('Case', field)));
        this.picklistValues = Object.fromEntries(PICKLISTS.map((field, index) => [field, values[index] ?? []]));
    }

    get isEditing(): boolean {
        return this.draft !== null;
    }

    get sections() {
        return this.record ? caseLayout.map((section) => this.describeSection(section)) : [];
    }

    describeSection({ title, columns, fields }: SectionLayout) {
        const width = columns === 2 ? 'slds-size_1-of-1 slds-medium-size_1-of-2' : 'slds-size_1-of-1';
        return { title, fields: fields.map((field) => ({ cssClass: `field ${width}`, ...this.describeField(field) })) };
    }

    describeField(field: FieldLayout) {
        const { record, draft } = this;
        const { label } = field;
        const value = record ? readValue(field, record) : '';
        if (!isEditable(field)) return { label, value, recordId: record && field.link?.(record) };
        if (!draft) return { label, value, pencilLabel: `Editar ${label}` };
        return {
            label,
            name: field.name,
            maxLength: field.maxLength,
            draft: draft[field.name],
            options: this.describeOptions(field.name, field.input),
            isText: field.input === 'text',
            isPicklist: field.input === 'picklist',
            isLongText: field.input === 'longText'
        };
    }

    describeOptions(field: EditableField, input: FieldInput) {
        if (input !== 'picklist') return [];
        const values = new Set([...(this.picklistValues[field] ?? []), this.#original?.[field] ?? '']);
        return [...values].filter(Boolean).map((value) => ({ value, label: formatPicklist(value) }));
    }

    handleChange(event: CustomEvent<{ value: string }>): void {
        const field = (event.currentTarget as HTMLElement).dataset.field as EditableField;
        if (this.draft) this.draft = { ...this.draft, [field]: event.detail.value };
    }

    async handleSubmit(event: Event): Promise<void> {
        event.preventDefault();
        if (!this.record || !this.draft || this.isSaving) return;
        this.isSaving = true;
        try {
            await saveCase(this.record.Id, changesBetween(this.#original, this.draft));
            this.stopEditing();
            this.dispatchEvent(new CustomEvent('saved'));
            emitShellEvent('console:toast', { message: `O caso “${this.record.CaseNumber}” foi salvo.` });
        } catch (error) {
            this.errorMessage = `Não foi possível salvar: ${(error as Error).message}`;
        } finally {
            this.isSaving = false;
        }
    }
}

const draftOf = (record: CaseRecord): Draft =>
    Object.fromEntries(EDITABLE_FIELDS.map((field) => [field, record[field] ?? ''])) as Draft;

function changesBetween(original: Draft | null, draft: Draft): CaseChanges {
    const changed = EDITABLE_FIELDS.filter((field) => draft[field] !== original?.[field]);
    return Object.fromEntries(changed.map((field) => [field, draft[field] || null]));
}
