import { LightningElement, api } from 'lwc';
import type { CaseRecord } from 'console/caseRecord';
import { formatDateTime, formatPicklist } from 'console/fieldFormat';
import { fieldLabel } from 'console/fieldLabels';
import type { TableColumn, TableRow } from 'console/recordTable';

const COLUMNS: readonly TableColumn[] = [
    { label: 'Número do caso' },
    { label: 'Assunto', width: '22%' },
    { label: 'Nome do contato' },
    { label: 'Nome da conta' },
    { label: 'Status', width: '9%' },
    { label: fieldLabel('Case.CallProtocol__c'), width: '14%' },
    { label: 'Proprietário' },
    { label: 'Data/Hora de abertura' }
];

/** Cases as a list view shows them. */
export default class CaseTable extends LightningElement {
    @api cases: readonly CaseRecord[] = [];

    columns = COLUMNS;

    get rows(): TableRow[] {
        return this.cases.map((record) => ({
            recordId: record.Id,
            texts: [
                record.CaseNumber,
                record.Subject ?? '',
                record.Contact?.Name ?? '',
                record.Account?.Name ?? '',
                formatPicklist(record.Status ?? ''),
                record.CallProtocol__c ?? '',
                record.Owner?.Name ?? '',
                formatDateTime(record.CreatedDate)
            ]
        }));
    }
}
