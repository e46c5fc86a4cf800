import type { Agents } from '../agents.ts';
import type { Edit, LedgerCall } from '../ledger.ts';
import type { CaseRecord, OrgRecords, TaskRecord } from './orgRecords.ts';

/** One thing that is not as the ledger says. */
export interface Finding {
    /** Null: it is a record of no call. */
    readonly callId: string | null;
    readonly text: string;
}

export interface OrgFindings {
    /** A call without its Case or a Task, or of which the bridge knows nothing. */
    readonly lost: readonly Finding[];
    /** A record that is there twice, or that no call should have left. */
    readonly doubled: readonly Finding[];
    /** A Task on another call's Case or older than its Case, or a record with the wrong owner. */
    readonly misordered: readonly Finding[];
    /** What an agent wrote and does not stand there any more. */
    readonly overwritten: readonly Finding[];
}

/** All that an audit finds. */
export interface Findings extends OrgFindings {
    /** A copy of a recording that does not hold what the telephony side has. */
    readonly damaged: readonly Finding[];
}

export interface AuditInput {
    readonly calls: readonly LedgerCall[];
    readonly edits: readonly Edit[];
    /** The ids of the calls that the bridge has stored to their end. */
    readonly storedCalls: ReadonlySet<string>;
    readonly agents: Agents;
    readonly records: OrgRecords;
}

/** Compares the org with the generator's own account. */
export function auditOrg({ calls, edits, storedCalls, agents, records }: AuditInput): OrgFindings {
    const cases = assign(records.cases, findCallOf(calls));
    const tasks = assign(records.tasks, findLegOf(calls));
    const ownersByEdit = new Set(edits.filter(({ fields }) => 'OwnerId' in fields).map(({ recordId }) => recordId));
    const lost: Finding[] = [];
    const doubled: Finding[] = [
        ...cases.unknown.map(({ Id, CallProtocol__c }) =>
            ofNoCall(`Case ${Id} (${CallProtocol__c}) is of no call that was answered`)
        ),
        ...tasks.unknown.map(({ Id, CallObject }) =>
            ofNoCall(`Task ${Id} (${CallObject}) is of nobody who had the customer`)
        )
    ];
    const misordered: Finding[] = [];

    for (const { id, story, served } of calls) {
        const finding = (text: string): Finding => ({ callId: id, text: `${id} (${story}) ${text}` });
        if (!storedCalls.has(id)) lost.push(finding('is not in the bridge, or has no end there'));
        if (served.length === 0) continue;
        const [opened, ...more] = cases.of(id);
        if (!opened) lost.push(finding('has no Case'));
        doubled.push(...more.map(({ Id }) => finding(`has another Case ${Id}`)));
        const owner = agents.get(served.at(-1)?.agent ?? '');
        if (opened && opened.OwnerId !== owner && !ownersByEdit.has(opened.Id))
            misordered.push(finding(`has Case ${opened.Id} owned by ${opened.OwnerId} instead of ${owner}`));
        for (const { legId, agent } of served) {
            const [task, ...others] = tasks.of(legId);
            if (!task) lost.push(finding(`has no Task for ${legId}`));
            doubled.push(...others.map(({ Id }) => finding(`has another Task ${Id} for ${legId}`)));
            if (task) misordered.push(...checkTask(task, opened, agents.get(agent)).map(finding));
        }
    }
    return { lost, doubled, misordered, overwritten: findOverwritten(edits, records).map(ofNoCall) };
}

const ofNoCall = (text: string): Finding => ({ callId: null, text });

function checkTask(task: TaskRecord, opened: CaseRecord | undefined, owner: string | undefined): string[] {
    return [
        ...(opened && task.WhatId !== opened.Id ? [`has Task ${task.Id} on ${task.WhatId}`] : []),
        ...(opened && task.CreatedDate < opened.CreatedDate ? [`has Task ${task.Id} older than its Case`] : []),
        ...(task.OwnerId !== owner ? [`has Task ${task.Id} owned by ${task.OwnerId} instead of ${owner}`] : [])
    ];
}

function findOverwritten(edits: readonly Edit[], records: OrgRecords): string[] {
    const byId = new Map([...records.cases, ...records.tasks].map((record) => [record.Id, record]));
    return edits.flatMap(({ object, recordId, fields }) => {
        const record = byId.get(recordId);
        if (!record) return [`${object} ${recordId} was edited and is gone`];
        const values = new Map(Object.entries(record));
        return Object.entries(fields)
            .filter(([field, value]) => values.get(field) !== value)
            .map(([field, value]) => `${object} ${recordId}: ${field} is ${values.get(field)} instead of ${value}`);
    });
}

/** Sorts records by what they belong to. */
function assign<Item>(items: readonly Item[], ownerOf: (item: Item) => string | undefined) {
    const byOwner = Map.groupBy(items, ownerOf);
    return {
        of: (owner: string): readonly Item[] => byOwner.get(owner) ?? [],
        unknown: byOwner.get(undefined) ?? []
    };
}

/** The answered call of a Case: by the protocol that the telephony side gave, otherwise by the number. */
function findCallOf(calls: readonly LedgerCall[]): (record: CaseRecord) => string | undefined {
    const answered = calls.filter(({ served }) => served.length > 0);
    const byProtocol = new Map(answered.flatMap(({ id, protocol }) => (protocol === null ? [] : [[protocol, id]])));
    const byNumber = new Map(
        answered.flatMap(({ id, protocol, number }) => (protocol === null && number !== null ? [[number, id]] : []))
    );
    return ({ CallProtocol__c, CallingNumber__c }) =>
        byProtocol.get(CallProtocol__c) ?? byNumber.get(CallingNumber__c ?? '');
}

function findLegOf(calls: readonly LedgerCall[]): (record: TaskRecord) => string | undefined {
    const legs = new Set(calls.flatMap(({ served }) => served.map(({ legId }) => legId)));
    return ({ CallObject }) => (legs.has(CallObject) ? CallObject : undefined);
}
