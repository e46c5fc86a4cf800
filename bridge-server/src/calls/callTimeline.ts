import type { TimelineEntry } from '../contract/caseCalls.ts';
import type { CallEvent } from '../contract/callEvent.ts';
import type { TransferTarget } from '../contract/callActions.ts';
import { applyEvent } from './applyEvent.ts';
import { type Call, isOver, type Leg } from './call.ts';
import { displayNumber } from './phoneNumber.ts';

/** The name of the agent with this extension; null for one who never signed in. */
export type NameOf = (extension: string) => string | null;

type Entry = Omit<TimelineEntry, 'agent'> & { readonly extension: string | null };

/** What happened at the same instant, in the order in which people would tell it. */
const ORDER: readonly TimelineEntry['what'][] = [
    'arrived',
    'dialled',
    'held',
    'consulted',
    'offered',
    'refused',
    'missed',
    'answered',
    'resumed',
    'conference',
    'transferred',
    'left',
    'abandoned',
    'ended'
];

/**
 * What happened in a call, in the order of time. Who was offered it, took it and left it is what the call itself says;
 * holds, consults and conferences are those by which the events told moved it, so that a repeated event, or one that
 * came too late to matter, is not there.
 *
 * @param events all that is stored of the call, in the order in which it was stored
 */
export function callTimeline(call: Call, events: readonly CallEvent[], nameOf: NameOf): TimelineEntry[] {
    const entries = [
        ...beginning(call),
        ...call.legs.flatMap((leg) => partOf(call, leg, nameOf)),
        ...during(events, nameOf),
        ...end(call)
    ];
    return entries
        .toSorted((a, b) => compare(a.at, b.at) || ORDER.indexOf(a.what) - ORDER.indexOf(b.what))
        .map(({ extension, ...entry }) => ({
            ...entry,
            agent: extension === null ? null : { extension, name: nameOf(extension) }
        }));
}

const beginning = ({ direction, startedAt, queue }: Call): Entry[] =>
    direction === 'inbound' ? [{ at: startedAt, what: 'arrived', extension: null, detail: queue }] : [];

function end({ abandonedAt, endedAt }: Call): Entry[] {
    if (abandonedAt !== null) return [{ at: abandonedAt, what: 'abandoned', extension: null, detail: null }];
    return endedAt === null ? [] : [{ at: endedAt, what: 'ended', extension: null, detail: null }];
}

/** An agent's part: how they came to the call, whether they took it, and how they left it. */
function partOf(call: Call, leg: Leg, nameOf: NameOf): Entry[] {
    const entry = (at: string | null, what: TimelineEntry['what'], detail: string | null = null): Entry[] =>
        at === null ? [] : [{ at, what, extension: leg.agent, detail }];
    const left = leavingOf(call, leg);
    return [
        ...entry(leg.offeredAt, leg.kind === 'outbound' ? 'dialled' : 'offered'),
        ...entry(leg.answeredAt, 'answered'),
        ...(leg.transfer ? entry(leg.transfer.at, 'transferred', targetName(leg.transfer.to, nameOf)) : []),
        ...(left ? entry(leg.endedAt, left) : [])
    ];
}

/** Null where something else of the timeline says it: that a colleague took the call, or that it ended. */
function leavingOf(call: Call, leg: Leg): 'refused' | 'missed' | 'left' | null {
    if (!isOver(leg) || leg.transfer) return null;
    if (leg.answeredAt !== null) return call.legs.some((other) => staysAfter(other, leg)) ? 'left' : null;
    if (leg.kind === 'outbound') return null;
    switch (leg.endReason) {
        case 'refused':
            return 'refused';
        case 'answeredElsewhere':
        case 'callerGone':
        case 'transferred':
            return null;
        case 'hungUp':
            // whoever was only asked
            return leg.kind === 'consult' ? 'left' : 'missed';
        case null:
        case 'noAnswer':
        case 'busy':
        case 'failed':
        case 'lost':
            return 'missed';
    }
}

const staysAfter = (other: Leg, leg: Leg): boolean =>
    other !== leg && other.answeredAt !== null && (other.endedAt === null || other.endedAt > (leg.endedAt ?? ''));

/** Plays the events again and tells which of them changed a leg's hold or consult. */
function during(events: readonly CallEvent[], nameOf: NameOf): Entry[] {
    const entries: Entry[] = [];
    let before: Call | null = null;
    for (const event of events) {
        const after: Call = applyEvent(before, event);
        const legId = 'legId' in event ? event.legId : null;
        const byId = ({ id }: Leg) => id === legId;
        const leg = after.legs.find(byId);
        const what = leg && changeOf(before?.legs.find(byId), leg);
        if (leg && what)
            entries.push({
                at: event.at,
                what,
                extension: leg.agent,
                detail: what === 'consulted' && leg.consult ? consultedName(leg.consult.to, nameOf) : null
            });
        before = after;
    }
    return entries;
}

function changeOf(before: Leg | undefined, after: Leg): 'held' | 'resumed' | 'consulted' | 'conference' | null {
    if (after.consult?.state === 'joined' && before?.consult?.state !== 'joined') return 'conference';
    if (after.consult && after.consult.state === 'ringing' && after.consult !== before?.consult) return 'consulted';
    if (after.state === 'held' && before?.state !== 'held') return 'held';
    return before?.state === 'held' && after.state === 'talking' ? 'resumed' : null;
}

function consultedName(to: TransferTarget, nameOf: NameOf): string {
    switch (to.kind) {
        case 'agent':
            return nameOf(to.extension) ?? to.extension;
        case 'queue':
            return to.name;
        case 'number':
            return targetName(to.number, nameOf);
    }
}

/** A transfer names an extension, a queue or a number, and does not say which. */
const targetName = (to: string, nameOf: NameOf): string => nameOf(to) ?? displayNumber(to) ?? to;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
