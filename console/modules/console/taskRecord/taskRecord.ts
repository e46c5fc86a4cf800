import { formatDuration } from 'c/callFormat';
import { query, quote } from 'console/orgApi';

/** A Task with the names of the records around it. Null is what the org has no value for. */
export interface TaskRecord {
    readonly Id: string;
    readonly Subject: string | null;
    readonly Description: string | null;
    readonly Status: string | null;
    readonly Priority: string | null;
    /** `YYYY-MM-DD` */
    readonly ActivityDate: string | null;
    readonly CallType: string | null;
    readonly CallDurationInSeconds: number | null;
    readonly CreatedDate: string;
    readonly WhatId: string | null;
    readonly Owner: { readonly Name: string } | null;
    readonly Who: { readonly Name: string } | null;
    readonly What: { readonly Name: string } | null;
}

const FIELDS = [
    'Id',
    'Subject',
    'Description',
    'Status',
    'Priority',
    'ActivityDate',
    'CallType',
    'CallDurationInSeconds',
    'CreatedDate',
    'WhatId',
    'Owner.Name',
    'Who.Name',
    'What.Name'
].join(', ');

/** @throws when the org has no such Task, or shows none to this user. */
export async function loadTask(taskId: string): Promise<TaskRecord> {
    const [found] = await query<TaskRecord>(`SELECT ${FIELDS} FROM Task WHERE Id = ${quote(taskId)}`);
    if (!found) throw new Error('Esta tarefa não existe ou você não tem acesso a ela.');
    return found;
}

/** The Tasks of a Case, newest first. */
export const listTasksOfCase = (caseId: string): Promise<TaskRecord[]> =>
    query<TaskRecord>(`SELECT ${FIELDS} FROM Task WHERE WhatId = ${quote(caseId)} ORDER BY CreatedDate DESC`);

const MS_PER_SECOND = 1_000;

/** How long the call lasted, as the softphone writes it; empty for a Task that is no call. */
export const callDuration = ({ CallDurationInSeconds: seconds }: TaskRecord): string =>
    seconds === null ? '' : formatDuration(seconds * MS_PER_SECOND);

const RECORDING_LINK = /https?:\/\/\S+\/recordings\/([^\s/?#]+)/;

/** The protocol of the recording that the comments link to, or null when they link to none. */
export function recordingProtocol({ Description }: TaskRecord): string | null {
    const [, protocol] = RECORDING_LINK.exec(Description ?? '') ?? [];
    return protocol ? decodeURIComponent(protocol) : null;
}
