import { type Call, type Leg, isOver } from './call.ts';
import type { SyncStep } from './syncStep.ts';

/**
 * What Salesforce still lacks for this call, in the order in which it has to be done.
 *
 * The lookup begins as soon as the call rings at an agent, so that answer → Case is one round trip. The Case is
 * opened when an agent answers, for that agent, and its id is known before its number so that it can pop at once; each agent's part that is over leaves one Task on it. Calls that
 * nobody answered and calls between colleagues leave nothing in Salesforce.
 */
export function plan(call: Call): SyncStep[] {
    if (call.direction === 'internal' || call.legs.length === 0) return [];
    const served = call.legs.filter((leg) => leg.answeredAt !== null).toSorted(byAnswer);
    const first = served[0];
    const steps: SyncStep[] = [];
    if (call.caller === null && (first || call.endedAt === null)) steps.push({ kind: 'findCaller' });
    if (call.caseId === null && first) steps.push({ kind: 'openCase', leg: first });
    if (call.caseId !== null && call.caseNumber === null) steps.push({ kind: 'readCaseNumber', caseId: call.caseId });
    for (const leg of served) if (isOver(leg) && leg.taskId === null) steps.push({ kind: 'saveTask', leg });
    return steps;
}

/** Whether `after` lacks something that `before` did not: then the call is due at once, whatever it waits for. */
export function lacksMore(before: Call | null, after: Call): boolean {
    const name = (step: SyncStep) => (step.kind === 'saveTask' ? `${step.kind} ${step.leg.id}` : step.kind);
    const known = new Set(before ? plan(before).map(name) : []);
    return plan(after).some((step) => !known.has(name(step)));
}

const byAnswer = (a: Leg, b: Leg): number => ((a.answeredAt ?? '') < (b.answeredAt ?? '') ? -1 : 1);
