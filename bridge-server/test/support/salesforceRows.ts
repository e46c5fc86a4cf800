/** What the flows look at in the org, as the API gives it. */
export interface CaseRow {
    Id: string;
    CaseNumber: string;
    CallProtocol__c: string;
    CallerTaxId__c: string | null;
    CallingNumber__c: string | null;
    ContactPhone: string | null;
    SuppliedPhone: string | null;
    Subject: string;
    Status: string;
    Origin: string;
    Contact: { Name: string } | null;
    Account: { Name: string } | null;
    Owner: { Name: string };
}

export interface TaskRow {
    Id: string;
    Subject: string;
    Description: string | null;
    WhatId: string;
    CallType: string;
    CallDurationInSeconds: number;
    CallObject: string;
    TaskSubtype: string;
    Status: string;
    Who: { Name: string } | null;
    Owner: { Name: string };
}

export const CASES = `SELECT Id, CaseNumber, CallProtocol__c, CallerTaxId__c, CallingNumber__c, ContactPhone, SuppliedPhone, Subject,
    Status, Origin, Contact.Name, Account.Name, Owner.Name FROM Case WHERE CallProtocol__c != null ORDER BY CallProtocol__c`;
export const TASKS = `SELECT Id, Subject, Description, WhatId, CallType, CallDurationInSeconds, CallObject, TaskSubtype, Status,
    Who.Name, Owner.Name FROM Task WHERE CallObject != null ORDER BY CallObject`;
