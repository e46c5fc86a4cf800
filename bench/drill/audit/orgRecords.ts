import type { OrgAdministrator } from '../stack/orgAdministrator.ts';

/** What the audit reads of a Case. Times as the API gives them. */
export interface CaseRecord {
    readonly Id: string;
    readonly CallProtocol__c: string;
    readonly CallingNumber__c: string | null;
    readonly OwnerId: string;
    readonly CreatedDate: string;
    readonly Subject: string;
    readonly Status: string;
    readonly Priority: string;
}

export interface TaskRecord {
    readonly Id: string;
    readonly WhatId: string | null;
    readonly CallObject: string;
    readonly OwnerId: string;
    readonly CreatedDate: string;
    readonly Description: string | null;
}

/** What the org holds of calls. */
export interface OrgRecords {
    readonly cases: readonly CaseRecord[];
    readonly tasks: readonly TaskRecord[];
}

const CASES = `SELECT Id, CallProtocol__c, CallingNumber__c, OwnerId, CreatedDate, Subject, Status, Priority
    FROM Case WHERE CallProtocol__c != null ORDER BY Id`;
const TASKS = `SELECT Id, WhatId, CallObject, OwnerId, CreatedDate, Description
    FROM Task WHERE CallObject != null ORDER BY Id`;

export const readOrgRecords = async (org: OrgAdministrator): Promise<OrgRecords> => ({
    cases: await org.query<CaseRecord>(CASES),
    tasks: await org.query<TaskRecord>(TASKS)
});
