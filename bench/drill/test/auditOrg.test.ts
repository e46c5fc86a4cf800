import type { Agents } from '../agents.ts';
import { auditOrg, type OrgFindings } from '../audit/auditOrg.ts';
import type { CaseRecord, OrgRecords, TaskRecord } from '../audit/orgRecords.ts';
import type { Edit, LedgerCall } from '../ledger.ts';

const agents: Agents = new Map([
    ['1001', 'ana'],
    ['1002', 'bruno']
]);

const transferred: LedgerCall = {
    id: 'webhook:a',
    story: 'blindTransfer',
    protocol: 'P-a',
    number: null,
    served: [
        { legId: 'webhook:a/1', agent: '1001' },
        { legId: 'webhook:a/2', agent: '1002' }
    ]
};
const byNumber: LedgerCall = {
    id: 'asterisk:b',
    story: 'recorded',
    protocol: null,
    number: '5511960000002',
    served: [{ legId: 'asterisk:b.1', agent: '1001' }]
};
const missed: LedgerCall = { id: 'webhook:c', story: 'missed', protocol: 'P-c', number: null, served: [] };
const calls = [transferred, byNumber, missed];

const caseA: CaseRecord = {
    Id: '500a',
    CallProtocol__c: 'P-a',
    CallingNumber__c: null,
    OwnerId: 'bruno',
    CreatedDate: '2026-11-23T12:00:01.000+0000',
    Subject: 'Ligação',
    Status: 'New',
    Priority: 'Medium'
};
const caseB: CaseRecord = {
    ...caseA,
    Id: '500b',
    CallProtocol__c: '20261123000001',
    CallingNumber__c: '5511960000002',
    OwnerId: 'ana'
};
const taskOf = (Id: string, CallObject: string, WhatId: string, OwnerId: string): TaskRecord => ({
    Id,
    CallObject,
    WhatId,
    OwnerId,
    CreatedDate: '2026-11-23T12:00:02.000+0000',
    Description: null
});
const taskA1 = taskOf('00Ta1', 'webhook:a/1', '500a', 'ana');
const taskA2 = taskOf('00Ta2', 'webhook:a/2', '500a', 'bruno');
const taskB1 = taskOf('00Tb1', 'asterisk:b.1', '500b', 'ana');
const asItShould: OrgRecords = { cases: [caseA, caseB], tasks: [taskA1, taskA2, taskB1] };

const audit = (records: OrgRecords, edits: readonly Edit[] = [], stored = calls.map(({ id }) => id)): OrgFindings =>
    auditOrg({ calls, edits, storedCalls: new Set(stored), agents, records });

const counts = ({ lost, doubled, misordered, overwritten }: OrgFindings) => ({
    lost: lost.length,
    doubled: doubled.length,
    misordered: misordered.length,
    overwritten: overwritten.length
});
const NOTHING = { lost: 0, doubled: 0, misordered: 0, overwritten: 0 };

test('finds nothing in an org that holds what happened', () => {
    expect(counts(audit(asItShould))).toEqual(NOTHING);
});

test('a Case handed on by hand is no wrong owner', () => {
    const edit: Edit = { object: 'Case', recordId: '500a', fields: { OwnerId: 'carla' } };
    const records = { ...asItShould, cases: [{ ...caseA, OwnerId: 'carla' }, caseB] };
    expect(counts(audit(records, [edit]))).toEqual(NOTHING);
});

test.each<[string, OrgRecords, Partial<typeof NOTHING>]>([
    ['a Case is missing', { ...asItShould, cases: [caseA] }, { lost: 1 }],
    ['a Task is missing', { ...asItShould, tasks: [taskA1, taskB1] }, { lost: 1 }],
    ['a Case is there twice', { ...asItShould, cases: [caseA, caseB, { ...caseB, Id: '500x' }] }, { doubled: 1 }],
    [
        'a Task is there twice',
        { ...asItShould, tasks: [...asItShould.tasks, { ...taskA2, Id: '00Tx' }] },
        { doubled: 1 }
    ],
    [
        'a missed call left a Case',
        { ...asItShould, cases: [...asItShould.cases, { ...caseA, Id: '500x', CallProtocol__c: 'P-c' }] },
        { doubled: 1 }
    ],
    [
        'somebody who had no customer left a Task',
        { ...asItShould, tasks: [...asItShould.tasks, taskOf('00Tx', 'webhook:c/1', '500a', 'ana')] },
        { doubled: 1 }
    ],
    [
        "a Task hangs on another call's Case",
        { ...asItShould, tasks: [taskA1, { ...taskA2, WhatId: '500b' }, taskB1] },
        { misordered: 1 }
    ],
    [
        'a Task is older than its Case',
        { ...asItShould, tasks: [taskA1, taskA2, { ...taskB1, CreatedDate: '2026-11-23T12:00:00.000+0000' }] },
        { misordered: 1 }
    ],
    [
        'the Case did not follow the transfer',
        { ...asItShould, cases: [{ ...caseA, OwnerId: 'ana' }, caseB] },
        { misordered: 1 }
    ],
    [
        "a Task belongs to somebody else than the leg's agent",
        { ...asItShould, tasks: [{ ...taskA1, OwnerId: 'bruno' }, taskA2, taskB1] },
        { misordered: 1 }
    ]
])('finds that %s', (_what, records, found) => {
    expect(counts(audit(records))).toEqual({ ...NOTHING, ...found });
});

test('finds that the bridge forgot a call, also one that leaves nothing in Salesforce', () => {
    expect(counts(audit(asItShould, [], [transferred.id, byNumber.id]))).toEqual({ ...NOTHING, lost: 1 });
});

test.each<[string, Edit]>([
    ['an edit of a Case is gone', { object: 'Case', recordId: '500a', fields: { Subject: 'Segunda via' } }],
    ['an edit of a Task is gone', { object: 'Task', recordId: '00Ta1', fields: { Description: 'Ligar de novo' } }],
    ['an edited Case is gone', { object: 'Case', recordId: '500x', fields: { Subject: 'Segunda via' } }]
])('finds that %s', (_what, edit) => {
    expect(counts(audit(asItShould, [edit]))).toEqual({ ...NOTHING, overwritten: 1 });
});
