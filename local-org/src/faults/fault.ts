/** Which calls a fault strikes; a call must fit every part that is there. */
export interface FaultMatch {
    method?: string;
    pathIncludes?: string;
}

/**
 * How often a fault strikes among the calls that match.
 * - `count`: the first `times` calls after `skip` others
 * - `rate`: each call with this probability, from 0 to 1, the same calls for the same `seed`; until withdrawn
 */
export type FaultFrequency =
    { kind: 'count'; times: number; skip: number } | { kind: 'rate'; rate: number; seed: number };

/** What happens to the call. */
export type FaultEffect =
    | { kind: 'status'; status: number; errorCode: string; message: string }
    /** The connection is cut before the request has any effect. */
    | { kind: 'dropBeforeCommit' }
    /** The request takes effect, and the connection is cut instead of the answer. */
    | { kind: 'dropAfterCommit' }
    /** The call goes well, but its delay is before the request takes effect. */
    | { kind: 'delay' }
    /** The request takes effect at once, and its answer comes late. */
    | { kind: 'delayAnswer' };

export interface Fault {
    match: FaultMatch;
    frequency: FaultFrequency;
    effect: FaultEffect;
    /** Milliseconds waited; before the effect, except with `delayAnswer`. */
    delayMs: number;
}
