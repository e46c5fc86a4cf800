import type { CallView } from '../../bridge-server/src/contract/agentApi.ts';

/** What the scripts of `page/` offer in the page as `softphoneProbe`. Times are milliseconds by the page's clock. */
export interface SoftphoneProbe {
    /** Forgets what was seen so far. */
    reset(): void;
    read(): ProbeFigures;
    /** Tells the softphone of calls as if the bridge had. */
    tell(calls: readonly CallView[]): void;
}

export interface ProbeFigures {
    readonly seen: readonly SeenEvent[];
    /** Events whose change is not on screen. */
    readonly awaited: number;
    /** Calls told of in which nothing changed that Tocando shows. */
    readonly unchanged: number;
    /** What the rows of Tocando say. */
    readonly rows: readonly string[];
    /** Tasks over 50 ms, as the browser's Long Tasks API tells of them. */
    readonly longTasksMs: readonly number[];
}

/** One event on its way to the screen. */
export interface SeenEvent {
    readonly legId: string;
    /** A row came, got its caller's name, or went. */
    readonly what: 'rings' | 'named' | 'gone';
    readonly deliveredMs: number;
    readonly changedMs: number;
    readonly paintedMs: number;
}

/** `playCalls` of the page: calls that ring, are answered or vanish, and end. */
export interface PlayedCalls {
    /** The number of the first call. */
    readonly first: number;
    readonly count: number;
    /** Of the Case that every answered call gets: opening it again opens no further tab. */
    readonly case: CallView['case'];
}
