import { LightningElement, api } from 'lwc';
import type { CaseRecord } from 'console/caseRecord';
import { formatDateTime, formatPicklist } from 'console/fieldFormat';

const COLUMNS = [
    'Número do caso',
    'Assunto',
    'Nome do contato',
    'Nome da conta',
    'Status',
    'Protocolo',
    'Proprietário',
    'Data/Hora de abertura'
];

/** Cases as a list view shows them. */
export default class CaseTable extends LightningElement {
    @api cases: readonly CaseRecord[] = [];

    columns = COLUMNS;

    get rows() {
        return this.cases.map((record) => ({
            id: record.Id,
            number: record.CaseNumber,
            subject: record.Subject ?? '',
            contact: record.Contact?.Name ?? '',
            account: record.Account?.Name ?? '',
            status: formatPicklist(record.Status ?? ''),
            protocol: record.CallProtocol__c ?? '',
            owner: record.Owner?.Name ?? '',
            createdAt: formatDateTime(record.CreatedDate)
        }));
    }
}
