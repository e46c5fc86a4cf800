import type { CaseRecord, EditableField } from 'console/caseRecord';
import { formatDateTime, formatPicklist } from 'console/fieldFormat';
import { fieldLabel } from 'console/fieldLabels';

export type FieldInput = 'text' | 'picklist' | 'longText';

interface EditableFieldLayout {
    readonly label: string;
    readonly name: EditableField;
    readonly input: FieldInput;
    readonly maxLength?: number;
}

interface ReadOnlyFieldLayout {
    readonly label: string;
    readonly read: (record: CaseRecord) => string | null | undefined;
    /** The record that the value is the name of. */
    readonly link?: (record: CaseRecord) => string | null;
}

export type FieldLayout = EditableFieldLayout | ReadOnlyFieldLayout;

export interface SectionLayout {
    readonly title: string;
    readonly columns: 1 | 2;
    readonly fields: readonly FieldLayout[];
}

export const isEditable = (field: FieldLayout): field is EditableFieldLayout => 'name' in field;

/** The page layout of a Case: what the tab Detalhes shows, in the order in which it shows it. */
export const caseLayout: readonly SectionLayout[] = [
    {
        title: 'Informações do caso',
        columns: 2,
        fields: [
            { label: 'Número do caso', read: ({ CaseNumber }) => CaseNumber },
            { label: 'Proprietário do caso', read: ({ Owner }) => Owner?.Name },
            { label: 'Nome do contato', read: ({ Contact }) => Contact?.Name, link: ({ ContactId }) => ContactId },
            { label: 'Status', name: 'Status', input: 'picklist' },
            { label: 'Telefone do contato', read: ({ ContactPhone }) => ContactPhone },
            { label: 'Prioridade', name: 'Priority', input: 'picklist' },
            { label: 'Nome da conta', read: ({ Account }) => Account?.Name, link: ({ AccountId }) => AccountId },
            { label: 'Origem do caso', name: 'Origin', input: 'picklist' },
            { label: fieldLabel('Case.CallerTaxId__c'), name: 'CallerTaxId__c', input: 'text', maxLength: 18 },
            { label: 'Data/Hora de abertura', read: ({ CreatedDate }) => formatDateTime(CreatedDate) }
        ]
    },
    {
        title: 'Chamada',
        columns: 2,
        fields: [
            { label: fieldLabel('Case.CallProtocol__c'), read: ({ CallProtocol__c }) => CallProtocol__c },
            { label: fieldLabel('Case.CallingNumber__c'), read: ({ CallingNumber__c }) => CallingNumber__c },
            { label: 'Telefone informado', name: 'SuppliedPhone', input: 'text', maxLength: 40 }
        ]
    },
    {
        title: 'Descrição',
        columns: 1,
        fields: [
            { label: 'Assunto', name: 'Subject', input: 'text', maxLength: 255 },
            { label: 'Descrição', name: 'Description', input: 'longText', maxLength: 32_000 }
        ]
    }
];

/** What a field shows when it is not being edited. */
export function readValue(field: FieldLayout, record: CaseRecord): string {
    if (!isEditable(field)) return field.read(record) ?? '';
    const value = record[field.name] ?? '';
    return field.input === 'picklist' ? formatPicklist(value) : value;
}
