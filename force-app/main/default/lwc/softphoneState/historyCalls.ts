import type { CallView } from 'bridge/contract';
import { byEnd } from './callOrder';

/** Ended calls, the one that ended last first. They are many, and calls change often: nothing here looks at all of them twice. */
type HistoryCalls = readonly CallView[];

/** More than an agent can have in a day: one every quarter of a minute, for eight hours. */
const REMEMBERED_CALLS = 2_000;

const legIdsOf = new WeakMap<HistoryCalls, ReadonlySet<string>>();

function legIds(calls: HistoryCalls): ReadonlySet<string> {
    const known = legIdsOf.get(calls);
    if (known) return known;
    const ids = new Set(calls.map(({ legId }) => legId));
    legIdsOf.set(calls, ids);
    return ids;
}

/** Whether this leg has ended, whatever a view that comes late says. */
export const isKnownToBeOver = (calls: HistoryCalls, { legId }: CallView): boolean => legIds(calls).has(legId);

/** The calls with one more that is over, or one that is told again. */
export function addOver(calls: HistoryCalls, call: CallView): HistoryCalls {
    const others = isKnownToBeOver(calls, call) ? calls.filter(({ legId }) => legId !== call.legId) : calls;
    const place = others.findIndex((other) => byEnd(call, other) < 0);
    return others.toSpliced(place < 0 ? others.length : place, 0, call).slice(0, REMEMBERED_CALLS);
}

export const sortedHistory = (calls: HistoryCalls): HistoryCalls => calls.toSorted(byEnd).slice(0, REMEMBERED_CALLS);

/** The part of the calls that ended on one day. @param dayOf the calendar day of a call's end, as `YYYY-MM-DD` */
export function partOfDay(calls: HistoryCalls, day: string, dayOf: (call: CallView) => string): CallView[] {
    const first = firstPlace(calls, (call) => dayOf(call) <= day);
    return calls.slice(
        first,
        firstPlace(calls, (call) => dayOf(call) < day)
    );
}

/** The place of the first call for which `isReached` holds, as it does for all that follow; the length when for none. */
function firstPlace(calls: HistoryCalls, isReached: (call: CallView) => boolean): number {
    let low = 0;
    let high = calls.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (isReached(calls[middle] as CallView)) high = middle;
        else low = middle + 1;
    }
    return low;
}
