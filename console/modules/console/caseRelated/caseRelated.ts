import { LightningElement, api } from 'lwc';
import { formatDateTime, formatPicklist } from 'console/fieldFormat';
import type { TableColumn, TableRow } from 'console/recordTable';
import type { TaskRecord } from 'console/taskRecord';
import { callDuration } from 'console/taskRecord';

const COLUMNS: readonly TableColumn[] = [
    { label: 'Assunto', width: '30%' },
    { label: 'Nome' },
    { label: 'Duração' },
    { label: 'Status' },
    { label: 'Atribuído a' },
    { label: 'Criado em' }
];

/** The tab Relacionado of a Case: its Tasks. */
export default class CaseRelated extends LightningElement {
    @api tasks: readonly TaskRecord[] = [];

    columns = COLUMNS;

    get heading(): string {
        return `Atividades (${this.tasks.length})`;
    }

    get isEmpty(): boolean {
        return this.tasks.length === 0;
    }

    get rows(): TableRow[] {
        return this.tasks.map((task) => ({
            recordId: task.Id,
            texts: [
                task.Subject ?? 'Sem assunto',
                task.Who?.Name ?? '',
                callDuration(task),
                formatPicklist(task.Status ?? ''),
                task.Owner?.Name ?? '',
                formatDateTime(task.CreatedDate)
            ]
        }));
    }
}
