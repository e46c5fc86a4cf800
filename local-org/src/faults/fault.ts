/** Which calls a fault strikes; a call must fit every part that is there. */
export interface FaultMatch {
    method?: string;
    pathIncludes?: string;
}

/** Something that goes wrong with the next `times` calls that match. */
export type Fault = { times: number; match?: FaultMatch; delayMs?: number } & (
    | { kind: 'status'; status: number; errorCode: string; message: string }
    /** The connection is cut before the request has any effect. */
    | { kind: 'dropBeforeCommit' }
    /** The request takes effect, and the connection is cut instead of the answer. */
    | { kind: 'dropAfterCommit' }
    /** The call goes well, but late. */
    | { kind: 'delay'; delayMs: number }
);
