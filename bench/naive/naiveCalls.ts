import type { Connection } from 'jsforce';

export interface NaiveAnswer {
    readonly callId: string;
    /** Digits with country code, such as `5511987654321`. */
    readonly number: string;
    /** The agent's extension. */
    readonly agent: string;
}

interface OpenedCase {
    readonly id: string;
    readonly contactId: string | null;
    readonly ownerId: string | null;
}

interface NaiveCall {
    readonly opened: Promise<OpenedCase>;
    readonly answeredAtMs: number;
}

/**
 * What a bridge does that is written in an afternoon: each event at once, one request after the other, calls in
 * memory, nothing tried again. query, query, create, read the number back; create when the call ends.
 */
export function createNaiveCalls(connection: Connection, onCaseKnown: (callId: string, caseNumber: string) => void) {
    const calls = new Map<string, NaiveCall>();

    async function openCase({ callId, number, agent }: NaiveAnswer): Promise<OpenedCase> {
        const phone = asTyped(number);
        const contacts = await connection.query<{ Id: string; AccountId: string | null }>(
            `SELECT Id, AccountId FROM Contact WHERE MobilePhone = '${phone}' OR Phone = '${phone}' LIMIT 1`
        );
        const users = await connection.query<{ Id: string }>(
            `SELECT Id FROM User WHERE Extension = '${agent}' AND IsActive = true LIMIT 1`
        );
        const [contact] = contacts.records;
        const ownerId = users.records[0]?.Id ?? null;
        const created = await connection.sobject('Case').create(
            {
                Subject: `Ligação de ${phone}`,
                Origin: 'Phone',
                CallingNumber__c: number,
                ContactId: contact?.Id,
                AccountId: contact?.AccountId,
                OwnerId: ownerId
            },
            { headers: { 'Sforce-Auto-Assign': 'FALSE' } }
        );
        const id = created.id ?? '';
        const { CaseNumber } = await connection.sobject('Case').retrieve(id, { fields: ['CaseNumber'] });
        onCaseKnown(callId, String(CaseNumber));
        return { id, contactId: contact?.Id ?? null, ownerId };
    }

    return {
        async answered(answer: NaiveAnswer): Promise<void> {
            const opened = openCase(answer);
            calls.set(answer.callId, { opened, answeredAtMs: Date.now() });
            await opened;
        },
        async ended(callId: string): Promise<void> {
            const call = calls.get(callId);
            if (!call) return;
            const talkedMs = Date.now() - call.answeredAtMs;
            const { id, contactId, ownerId } = await call.opened;
            await connection.sobject('Task').create({
                Subject: 'Ligação',
                Status: 'Completed',
                TaskSubtype: 'Call',
                CallType: 'Inbound',
                CallDurationInSeconds: Math.round(talkedMs / 1000),
                WhatId: id,
                WhoId: contactId,
                OwnerId: ownerId
            });
        }
    };
}

export type NaiveCalls = ReturnType<typeof createNaiveCalls>;

/** As the org's contacts have it, or it would find nobody: `(11) 98765-4321`. */
function asTyped(number: string): string {
    const national = number.replace(/^\+?55/, '');
    return `(${national.slice(0, 2)}) ${national.slice(2, -4)}-${national.slice(-4)}`;
}
