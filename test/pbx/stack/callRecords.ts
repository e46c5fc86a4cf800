import type { OrgUnderTest } from './orgUnderTest.ts';

export interface CaseRow {
    readonly Id: string;
    readonly OwnerId: string;
    readonly CallProtocol__c: string;
    readonly CallingNumber__c: string | null;
}

export interface TaskRow {
    readonly Id: string;
    readonly OwnerId: string;
    readonly WhatId: string | null;
    readonly Subject: string;
    readonly Description: string | null;
    readonly CallDurationInSeconds: number;
    readonly CallType: string;
}

/** What the org holds of the calls with a number. */
export interface CallRecords {
    readonly cases: readonly CaseRow[];
    /** Of those Cases. */
    readonly tasks: readonly TaskRow[];
}

const CASE_FIELDS = 'Id, OwnerId, CallProtocol__c, CallingNumber__c';
const TASK_FIELDS = 'Id, OwnerId, WhatId, Subject, Description, CallDurationInSeconds, CallType';

/** @param number as the carrier announced it, `5511987654321` */
export async function readCallRecords(org: OrgUnderTest, number: string): Promise<CallRecords> {
    const cases = await org.query<CaseRow>(`SELECT ${CASE_FIELDS} FROM Case WHERE CallingNumber__c = '${number}'`);
    if (cases.length === 0) return { cases, tasks: [] };
    const ids = cases.map(({ Id }) => `'${Id}'`).join(', ');
    return { cases, tasks: await org.query<TaskRow>(`SELECT ${TASK_FIELDS} FROM Task WHERE WhatId IN (${ids})`) };
}
