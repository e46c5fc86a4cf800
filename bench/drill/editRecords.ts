import { setTimeout as wait } from 'node:timers/promises';
import type { Agents } from './agents.ts';
import type { EditedFields, EditedObject, Ledger, LedgerCall } from './ledger.ts';
import type { Random } from './random.ts';
import type { OrgAdministrator } from './stack/orgAdministrator.ts';

/** Agents who correct what stands on their records, as soon as there is something to correct. */
export interface Editors {
    /** Resolves once every edit that was planned is done, or at that time by the clock. */
    finish(deadlineMs: number): Promise<void>;
}

interface PlannedEdit {
    readonly object: EditedObject;
    readonly call: LedgerCall;
    readonly notBeforeMs: number;
    readonly fields: EditedFields;
}

const SHARE_OF_CASES = 0.3;
const SHARE_OF_TASKS = 0.1;
const LATEST_MS = 6_000;
const POLL_MS = 400;
/** A query goes in a URL, which has an end. */
const NAMES_PER_QUERY = 50;

interface EditorOptions {
    readonly ledger: Ledger;
    readonly org: OrgAdministrator;
    readonly agents: Agents;
    readonly random: Random;
    readonly signal: AbortSignal;
}

export function startEditing({ ledger, org, agents, random, signal }: EditorOptions): Editors {
    const waiting = new Set<PlannedEdit>();
    let seen = 0;
    let lastMs = Infinity;
    const isDone = () =>
        lastMs < Date.now() || (lastMs < Infinity && seen === ledger.calls.length && waiting.size === 0);

    function planEdits(call: LedgerCall): void {
        if (call.served.length === 0) return;
        const plan = (object: EditedObject, fields: EditedFields) =>
            waiting.add({ object, call, fields, notBeforeMs: Date.now() + random.between(0, LATEST_MS) });
        if (random.chance(SHARE_OF_CASES)) {
            plan('Case', caseEdit(call, agents, random));
            if (random.chance(0.5)) plan('Case', caseEdit(call, agents, random));
        }
        if (random.chance(SHARE_OF_TASKS)) plan('Task', { Description: `O cliente pediu retorno. ${call.id}` });
    }

    async function editWhatIsThere(): Promise<void> {
        const ripe = [...waiting].filter(({ notBeforeMs }) => notBeforeMs <= Date.now()).slice(0, NAMES_PER_QUERY);
        for (const object of ['Case', 'Task'] as const) {
            const edits = ripe.filter((edit) => edit.object === object);
            if (edits.length === 0) continue;
            const ids = await findRecords(org, object, edits);
            for (const edit of edits) {
                const recordId = ids.get(nameOf(edit));
                if (!recordId) continue;
                await org.update(object, recordId, edit.fields);
                ledger.noteEdit(object, recordId, edit.fields);
                waiting.delete(edit);
            }
        }
        // those that could not be found go to the end
        for (const edit of ripe) if (waiting.delete(edit)) waiting.add(edit);
    }

    async function work(): Promise<void> {
        while (!isDone()) {
            for (; seen < ledger.calls.length; seen++) planEdits(ledger.calls[seen] as LedgerCall);
            await editWhatIsThere();
            await wait(POLL_MS, undefined, { signal });
        }
    }

    const working = work();
    // told by `finish`
    working.catch(() => undefined);
    return {
        finish(deadlineMs) {
            lastMs = deadlineMs;
            return working;
        }
    };
}

/** What an agent may well change. The owner only to somebody who had no part in the call. */
function caseEdit(call: LedgerCall, agents: Agents, random: Random): EditedFields {
    const outsiders = [...agents.keys()].filter((agent) => call.served.every((leg) => leg.agent !== agent));
    const edits: Readonly<Record<string, () => string | undefined>> = {
        Subject: () => `Segunda via da fatura ${random.whole(1, 1_000_000)}`,
        Status: () => random.pick(['Working', 'Escalated', 'Closed']),
        Priority: () => random.pick(['High', 'Low']),
        OwnerId: () => agents.get(random.pick(outsiders))
    };
    const fields = random.shuffled(Object.keys(edits)).slice(0, random.whole(1, 2));
    return Object.fromEntries(fields.map((field) => [field, edits[field]?.() ?? '']));
}

/** By what a record is found: the leg of a Task; of a Case the protocol, or the number when only the bridge knows that. */
const nameOf = ({ object, call }: PlannedEdit): string =>
    (object === 'Task' ? call.served[0]?.legId : (call.protocol ?? call.number)) ?? '';

async function findRecords(
    org: OrgAdministrator,
    object: EditedObject,
    edits: readonly PlannedEdit[]
): Promise<Map<string, string>> {
    const names = edits.map((edit) => `'${nameOf(edit)}'`).join(', ');
    if (object === 'Task') {
        const rows = await org.query<{ Id: string; CallObject: string }>(
            `SELECT Id, CallObject FROM Task WHERE CallObject IN (${names})`
        );
        return new Map(rows.map(({ Id, CallObject }) => [CallObject, Id]));
    }
    const rows = await org.query<{ Id: string; CallProtocol__c: string; CallingNumber__c: string | null }>(
        `SELECT Id, CallProtocol__c, CallingNumber__c FROM Case WHERE CallProtocol__c IN (${names}) OR CallingNumber__c IN (${names})`
    );
    return new Map(
        rows.flatMap(({ Id, CallProtocol__c, CallingNumber__c }) => [
            [CallingNumber__c ?? '', Id],
            [CallProtocol__c, Id]
        ])
    );
}
