import type { AdminCall, AdminCallDetails } from '../../../src/contract/adminApi.ts';
import { adviceByCode } from '../adviceByCode.ts';
import { type Fact, formatFacts, formatInstant, formatTable } from '../formatTable.ts';

/** A table of failed calls, and under it what to do about each code. */
export function describeFailed(calls: readonly AdminCall[], areMore: boolean): string {
    if (calls.length === 0) return 'Salesforce has refused no call.';
    const table = formatTable(
        ['FAILED (UTC)', 'PROTOCOL', 'CALL', 'STEP', 'TRIES', 'CODE', 'SALESFORCE SAID'],
        calls.map((call) => [
            formatInstant(call.failedAt),
            call.protocol,
            call.callId,
            call.step?.kind ?? null,
            String(call.attempts),
            call.code,
            call.saidBySalesforce
        ])
    );
    return [table, adviceByCode(calls, countCalls), ...moreLine(areMore)].join('\n\n');
}

export function describeWaiting(calls: readonly AdminCall[], areMore: boolean): string {
    if (calls.length === 0) return 'No call waits for Salesforce.';
    const table = formatTable(
        ['BEGAN (UTC)', 'PROTOCOL', 'CALL', 'NEXT TRY (UTC)', 'TRIES', 'LAST CODE', 'SALESFORCE SAID'],
        calls.map((call) => [
            formatInstant(call.startedAt),
            call.protocol,
            call.callId,
            call.sync === 'underWay' ? 'now' : formatInstant(call.nextTryAt),
            String(call.attempts),
            call.code,
            call.saidBySalesforce
        ])
    );
    return [table, adviceByCode(calls, countCalls), ...moreLine(areMore)].filter(Boolean).join('\n\n');
}

export function describeCall(call: AdminCallDetails): string {
    const { step, personalData } = call;
    const facts: Fact[] = [
        ['call', call.callId],
        ['protocol', call.protocol],
        ['Salesforce', HOW_IT_STANDS[call.sync]],
        ['began (UTC)', formatInstant(call.startedAt)],
        ['answered (UTC)', formatInstant(call.answeredAt)],
        ['ended (UTC)', formatInstant(call.endedAt)],
        ['Case', call.case && `${call.case.id}${call.case.number ? `, number ${call.case.number}` : ''}`]
    ];
    if (call.advice !== null) {
        facts.push(
            ['failed (UTC)', formatInstant(call.failedAt)],
            ['step', step && (step.legId ? `${step.kind} of ${step.legId}` : step.kind)],
            ['tries', String(call.attempts)],
            ['next try (UTC)', formatInstant(call.nextTryAt)],
            ['code', call.code],
            ['Salesforce said', call.saidBySalesforce],
            ['what to do', call.advice]
        );
    }
    if (personalData) {
        facts.push(
            ['number', personalData.number],
            ['announced name', personalData.announcedName],
            ['caller', personalData.caller?.who?.name ?? null],
            ['caller on record', personalData.caller?.who?.id ?? null]
        );
    }
    const legs = formatTable(
        ['AGENT', 'ANSWERED (UTC)', 'ENDED (UTC)', 'TASK'],
        call.legs.map((leg) => [leg.agent, formatInstant(leg.answeredAt), formatInstant(leg.endedAt), leg.taskId])
    );
    return `${formatFacts(facts)}\n\n${legs}`;
}

const HOW_IT_STANDS: Readonly<Record<AdminCall['sync'], string>> = {
    failed: 'refused a step; nothing happens until the call is retried',
    waiting: 'lacks something; the bridge tries by itself',
    underWay: 'lacks something; the bridge is working on it',
    complete: 'has everything of it so far'
};

const moreLine = (areMore: boolean): string[] => (areMore ? ['There are more: raise --limit.'] : []);

export const countCalls = (count: number): string => (count === 1 ? '1 call' : `${count} calls`);
