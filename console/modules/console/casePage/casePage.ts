import { LightningElement, api } from 'lwc';
import type { CaseRecord } from 'console/caseRecord';
import { loadCase } from 'console/caseRecord';
import { formatPicklist } from 'console/fieldFormat';
import { pollWhileVisible } from 'console/polling';
import type { TaskRecord } from 'console/taskRecord';
import { listTasksOfCase } from 'console/taskRecord';

const REFRESH_PERIOD_MS = 3_000;

interface DetailsForm extends HTMLElement {
    startEditing(): void;
}

/** The record page of a Case, kept fresh while it is in front. @fires titlechange `{ recordId, title }`. */
export default class CasePage extends LightningElement {
    @api recordId = '';
    @api isActive = false;

    record: CaseRecord | null = null;
    tasks: TaskRecord[] = [];
    errorMessage = '';
    activeTab = 'details';

    #stopPolling = () => {};

    override connectedCallback(): void {
        void this.refresh();
        this.#stopPolling = pollWhileVisible(async () => {
            if (this.isActive) await this.refresh();
        }, REFRESH_PERIOD_MS);
    }

    override disconnectedCallback(): void {
        this.#stopPolling();
    }

    async refresh(): Promise<void> {
        try {
            [this.record, this.tasks] = await Promise.all([loadCase(this.recordId), listTasksOfCase(this.recordId)]);
            this.errorMessage = '';
            this.announceTitle(this.record.CaseNumber);
        } catch (error) {
            // what is on screen stays there: the next refresh may succeed
            if (!this.record) this.errorMessage = (error as Error).message;
        }
    }

    announceTitle(title: string): void {
        this.dispatchEvent(new CustomEvent('titlechange', { detail: { recordId: this.recordId, title } }));
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
