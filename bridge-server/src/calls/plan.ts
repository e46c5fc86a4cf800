import type { Note } from '../contract/callActions.ts';
import { type Call, type Leg, isOver } from './call.ts';
import type { SyncStep, UnansweredOutcome } from './syncStep.ts';

/** What a contact centre may decide otherwise. */
export interface RecordRules {
    /** Whether the Case of a call that is handed over goes to the colleague. */
    readonly ownerFollowsTransfer: boolean;
    /** Whether a call that nobody answered leaves a Task. */
    readonly taskFor: Readonly<Record<UnansweredOutcome, boolean>>;
}

export const DEFAULT_RULES: RecordRules = {
    ownerFollowsTransfer: true,
    taskFor: { missed: false, abandoned: false }
};

/**
 * What Salesforce still lacks for this call, in the order in which it has to be done.
 *
 * The lookup begins as soon as the call rings at an agent, so that answer → Case is one round trip. The Case is opened
 * when an agent answers, for that agent; it follows the call to the colleague who takes it over, and the agent who
 * corrects who is calling. Each agent's part that is over leaves one Task on it, with what they wrote down, be it later.
 * Calls between colleagues leave nothing in Salesforce, and calls that nobody answered at most a Task.
 */
export function plan(call: Call, rules: RecordRules): SyncStep[] {
    if (call.direction === 'internal') return [];
    const served = call.legs.filter((leg) => leg.answeredAt !== null).toSorted(byAnswer);
    const [first] = served;
    return first ? planServed(call, first, served, rules) : planUnanswered(call, rules);
}

/**
 * What can be done now: without what Salesforce refused for good. Of that the lookup, the owner and the caller can be
 * missed; without a Case there is no Task.
 */
export function remaining(steps: readonly SyncStep[], skipped: readonly string[]): SyncStep[] {
    const isSkipped = (step: SyncStep) => skipped.includes(stepName(step));
    const lacksCase = steps.some((step) => step.kind === 'openCase' && isSkipped(step));
    return steps.filter((step) => !isSkipped(step) && !(lacksCase && step.kind === 'saveTask'));
}

function planServed(call: Call, first: Leg, served: readonly Leg[], rules: RecordRules): SyncStep[] {
    const owning = rules.ownerFollowsTransfer ? lastToLeave(served) : first;
    const steps: SyncStep[] = [];
    if (call.caller === null) steps.push({ kind: 'findCaller' });
    if (call.case === null) steps.push({ kind: 'openCase', leg: owning });
    else {
        const owner = served.find(({ id }) => id === call.case?.ownerLeg) ?? first;
        if (rules.ownerFollowsTransfer && owner.id !== owning.id)
            steps.push({ kind: 'changeOwner', opened: call.case, to: owning });
        if (call.caller?.reason === 'chosenByAgent' && (call.caller.who?.id ?? null) !== call.case.who)
            steps.push({ kind: 'changeCaller', opened: call.case });
    }
    for (const leg of served) if (isOver(leg) && leg.taskId === null) steps.push({ kind: 'saveTask', leg });
    for (const leg of served)
        if (leg.taskId !== null && !isSameNote(leg.note, leg.taskNote)) steps.push({ kind: 'saveNote', leg });
    return steps;
}

/** Whoever still has the customer, or had them last; in a conference the agent who had them first. */
function lastToLeave(served: readonly Leg[]): Leg {
    const leftAt = ({ endedAt }: Leg) => endedAt ?? FOREVER;
    return served.reduce((last, leg) => (leftAt(leg) > leftAt(last) ? leg : last));
}

/** Later than any instant, as text compares. */
const FOREVER = '9';

const isSameNote = (a: Note | null, b: Note | null): boolean =>
    (a?.text ?? '') === (b?.text ?? '') && (a?.reason ?? null) === (b?.reason ?? null);

function planUnanswered(call: Call, { taskFor }: RecordRules): SyncStep[] {
    const outcome = unansweredOutcome(call);
    const lacksTask = outcome !== null && taskFor[outcome] && call.unansweredTaskId === null;
    const rings = call.endedAt === null && call.legs.length > 0;
    const steps: SyncStep[] = [];
    if (call.caller === null && (rings || lacksTask)) steps.push({ kind: 'findCaller' });
    if (lacksTask) steps.push({ kind: 'saveUnansweredTask', outcome });
    return steps;
}

/** Null while it may still be answered, and for calls that we placed ourselves. */
function unansweredOutcome(call: Call): UnansweredOutcome | null {
    if (call.endedAt === null || call.direction !== 'inbound') return null;
    return call.abandonedAt === null ? 'missed' : 'abandoned';
}

/** An answer may be told after the end of the call: so long nobody says that it was missed. */
const LATE_EVENTS_MS = 15_000;
/** Who still writes will change the note again: it is written into the Task once they have paused for so long. */
const STILL_WRITING_MS = 5_000;

/** Milliseconds for which a step has to wait although it is the next; 0: none. */
export function notYetMs(step: SyncStep, call: Call, nowMs: number): number {
    const rest = (since: string, forMs: number) => Math.min(forMs, Math.max(0, Date.parse(since) + forMs - nowMs));
    if (step.kind === 'saveUnansweredTask' && call.endedAt !== null) return rest(call.endedAt, LATE_EVENTS_MS);
    if (step.kind === 'saveNote' && step.leg.note) return rest(step.leg.note.at, STILL_WRITING_MS);
    return 0;
}

/** Whether `after` lacks something that `before` did not: then the call is due at once, whatever it waits for. */
export function lacksMore(before: Call | null, after: Call, rules: RecordRules): boolean {
    const known = new Set(before ? plan(before, rules).map(stepName) : []);
    return plan(after, rules).some((step) => !known.has(stepName(step)));
}

/** The step's kind, and after a blank the leg that it is about. */
export function stepName(step: SyncStep): string {
    switch (step.kind) {
        case 'openCase':
        case 'saveTask':
        case 'saveNote':
            return `${step.kind} ${step.leg.id}`;
        case 'changeOwner':
            return `${step.kind} ${step.to.id}`;
        default:
            return step.kind;
    }
}

const byAnswer = (a: Leg, b: Leg): number => ((a.answeredAt ?? '') < (b.answeredAt ?? '') ? -1 : 1);
