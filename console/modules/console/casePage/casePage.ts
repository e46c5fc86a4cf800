import type { CaseRecord } from 'console/caseRecord';
import { loadCase } from 'console/caseRecord';
import { formatPicklist } from 'console/fieldFormat';
import RecordPage from 'console/recordPage';
import type { TaskRecord } from 'console/taskRecord';
import { listTasksOfCase } from 'console/taskRecord';

interface DetailsForm extends HTMLElement {
    startEditing(): void;
}

/** The record page of a Case. */
export default class CasePage extends RecordPage {
    record: CaseRecord | null = null;
    tasks: TaskRecord[] = [];
    activeTab = 'details';

    async load(): Promise<void> {
        [this.record, this.tasks] = await Promise.all([loadCase(this.recordId), listTasksOfCase(this.recordId)]);
        this.announceTitle(this.record.CaseNumber);
    }

    get isLoading(): boolean {
        return this.record === null;
    }

    get heading(): string {
        return this.record?.Subject ?? this.record?.CaseNumber ?? '';
    }

    get highlights() {
        const { record } = this;
        if (!record) return [];
        return [
            { label: 'Número do caso', value: record.CaseNumber },
            { label: 'Status', value: formatPicklist(record.Status ?? '') },
            { label: 'Prioridade', value: formatPicklist(record.Priority ?? '') },
            { label: 'Nome do contato', value: record.Contact?.Name ?? '–' },
            { label: 'Nome da conta', value: record.Account?.Name ?? '–' },
            { label: 'Proprietário do caso', value: record.Owner?.Name ?? '–' }
        ];
    }

    handleTab(event: CustomEvent): void {
        this.activeTab = (event.target as HTMLElement & { value: string }).value;
    }

    handleEdit(): void {
        this.activeTab = 'details';
        this.template?.querySelector<DetailsForm>('console-case-details')?.startEditing();
    }

    handleSaved(): void {
        void this.refresh();
    }
}
