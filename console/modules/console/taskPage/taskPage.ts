import type { ShownField } from 'console/fieldGrid';
import { formatDate, formatDateTime, formatPicklist } from 'console/fieldFormat';
import RecordPage from 'console/recordPage';
import type { TaskRecord } from 'console/taskRecord';
import { callDuration, loadTask, recordingProtocol } from 'console/taskRecord';

/** The record page of a Task. */
export default class TaskPage extends RecordPage {
    task: TaskRecord | null = null;

    async load(): Promise<void> {
        this.task = await loadTask(this.recordId);
        this.announceTitle(this.subject);
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
        const { ActivityDate: day } = task;
        return [
            { label: 'Assunto', value: this.subject },
            { label: 'Atribuído a', value: task.Owner?.Name ?? '' },
            { label: 'Nome', value: task.Who?.Name ?? '' },
            { label: 'Relativo a', value: task.What?.Name ?? task.WhatId ?? '', recordId: task.WhatId },
            { label: 'Tipo de chamada', value: formatPicklist(task.CallType ?? '') },
            { label: 'Duração da chamada', value: callDuration(task) },
            { label: 'Status', value: formatPicklist(task.Status ?? '') },
            { label: 'Prioridade', value: formatPicklist(task.Priority ?? '') },
            { label: 'Data de vencimento', value: day ? formatDate(day) : '' },
            { label: 'Criado em', value: formatDateTime(task.CreatedDate) }
        ];
    }
}
