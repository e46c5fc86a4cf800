import { LightningElement, api } from 'lwc';
import { formatDateTime, formatDuration, formatPicklist } from 'console/fieldFormat';
import type { TaskRecord } from 'console/taskRecord';

const COLUMNS = ['Assunto', 'Nome', 'Duração', 'Status', 'Atribuído a', 'Criado em'];

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

    get rows() {
        return this.tasks.map((task) => ({
            id: task.Id,
            subject: task.Subject ?? 'Sem assunto',
            who: task.Who?.Name ?? '',
            duration: task.CallDurationInSeconds === null ? '' : formatDuration(task.CallDurationInSeconds),
            status: formatPicklist(task.Status ?? ''),
            owner: task.Owner?.Name ?? '',
            createdAt: formatDateTime(task.CreatedDate)
        }));
    }
}
