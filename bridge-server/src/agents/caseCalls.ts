import type { Call } from '../calls/call.ts';
import { callTimeline, type NameOf } from '../calls/callTimeline.ts';
import { displayNumber } from '../calls/phoneNumber.ts';
import type { Agent, CaseCall, CaseCalls } from '../contract/agentApi.ts';
import type { CallEvent } from '../contract/callEvent.ts';
import { RequestRefused } from '../contract/requestRefused.ts';

interface CaseCallsOptions {
    /** The calls of a Case with what is stored of each, the last call first. */
    readonly callsOfCase: (caseId: string) => Promise<{ call: Call; events: readonly CallEvent[] }[]>;
    /** The id of 18 characters; null for what is no id. */
    readonly toLongId: (id: string) => string | null;
    /** Whether a user may read a record. Throws RequestRefused (503). */
    readonly mayRead: (userId: string, recordId: string) => Promise<boolean>;
    readonly nameOf: NameOf;
}

const CASE = /^500/;

/**
 * What happened in the calls of a Case, for an agent who may read it. Throws RequestRefused: 403 they may not, or there
 * is no such Case, and what `mayRead` throws.
 */
export function createCaseCalls({ callsOfCase, toLongId, mayRead, nameOf }: CaseCallsOptions) {
    return async ({ userId }: Agent, caseId: string): Promise<CaseCalls> => {
        const id = toLongId(caseId);
        if (id === null || !CASE.test(id) || !(await mayRead(userId, id)))
            throw new RequestRefused(403, 'Você não tem acesso a este caso no Salesforce.', {
                name: 'case-not-readable'
            });
        const calls = await callsOfCase(id);
        return { calls: calls.map(({ call, events }) => describe(call, events, nameOf)) };
    };
}

const describe = (call: Call, events: readonly CallEvent[], nameOf: NameOf): CaseCall => ({
    callId: call.id,
    protocol: call.protocol ?? '',
    direction: call.direction,
    numberDisplay: displayNumber(call.number),
    queue: call.queue,
    startedAt: call.startedAt,
    answeredAt: call.legs.flatMap(({ answeredAt }) => answeredAt ?? []).toSorted()[0] ?? null,
    endedAt: call.endedAt,
    heldMs: call.legs.reduce((sum, { heldMs }) => sum + heldMs, 0),
    recorded: call.recording !== null,
    notes: call.legs.flatMap(({ agent, note }) =>
        note ? [{ agent: nameOf(agent) ?? agent, reason: note.reason, text: note.text }] : []
    ),
    timeline: callTimeline(call, events, nameOf)
});
