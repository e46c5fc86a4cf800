import { LightningElement, api } from 'lwc';
import type { ShownField } from 'console/fieldGrid';
import { formatDate, formatDateTime, formatDuration, formatPicklist } from 'console/fieldFormat';
import { pollWhileVisible } from 'console/polling';
import type { TaskRecord } from 'console/taskRecord';
import { loadTask, recordingProtocol } from 'console/taskRecord';

const REFRESH_PERIOD_MS = 5_000;

/** The record page of a Task. @fires titlechange `{ recordId, title }`. */
export default class TaskPage extends LightningElement {
    @api recordId = '';
    @api isActive = false;

    task: TaskRecord | null = null;
    errorMessage = '';

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
            this.task = await loadTask(this.recordId);
            this.errorMessage = '';
            this.dispatchEvent(
                new CustomEvent('titlechange', { detail: { recordId: this.recordId, title: this.subject } })
            );
        } catch (error) {
            // what is on screen stays there: the next refresh may succeed
            if (!this.task) this.errorMessage = (error as Error).message;
        }
    }

    get isLoading(): boolean {
        return this.task === null;
    }

    get subject(): string {
        return this.task?.Subject ?? 'Sem assunto';
    }

    get comments(): string {
        return this.task?.Description ?? '';
    }

    get protocol(): string | null {
        return this.task && recordingProtocol(this.task);
    }

    get fields(): ShownField[] {
        const { task } = this;
        if (!task) return [];
        const { ActivityDate: day, CallDurationInSeconds: durationSeconds } = task;
        return [
            { label: 'Assunto', value: this.subject },
            { label: 'Atribuído a', value: task.Owner?.Name ?? '' },
            { label: 'Nome', value: task.Who?.Name ?? '' },
            { label: 'Relativo a', value: task.What?.Name ?? task.WhatId ?? '', recordId: task.WhatId },
            { label: 'Tipo de chamada', value: formatPicklist(task.CallType ?? '') },
            { label: 'Duração da chamada', value: durationSeconds === null ? '' : formatDuration(durationSeconds) },
            { label: 'Status', value: formatPicklist(task.Status ?? '') },
            { label: 'Prioridade', value: formatPicklist(task.Priority ?? '') },
            { label: 'Data de vencimento', value: day ? formatDate(day) : '' },
            { label: 'Criado em', value: formatDateTime(task.CreatedDate) }
        ];
    }
}
