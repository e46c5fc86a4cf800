/** The addresses of recordings, as they stand in Tasks, in tickets, and in what a browser comes back to. */

/** A part, from 1. */
const PART = /^[1-9]\d{0,3}$/;
/** `/recordings/P`, `/recordings/P/2`, to hear or to save: nothing else of this bridge, and nothing of another one. */
const RETURN_PATH = /^\/recordings\/(?!\.{1,2}(?:[/?]|$))[A-Za-z0-9._-]{1,64}(\/[1-9]\d{0,3})?(\?download=1)?$/;
/** No recording has it. */
const NO_PART = 0;

/** Null: all parts. What is no part's number is one that no recording has. */
export function readPart(text: string | undefined): number | null {
    if (text === undefined) return null;
    return PART.test(text) ? Number(text) : NO_PART;
}

export function recordingPath(protocol: string, part: number | null, saved: boolean): string {
    const end = `${part === null ? '' : `/${part}`}${saved ? '?download=1' : ''}`;
    return `/recordings/${encodeURIComponent(protocol)}${end}`;
}

/** Of which call the recording is; null for no path of a recording. */
export const protocolOfPath = (path: string | null): string | null =>
    /^\/recordings\/([^/?]+)/.exec(path ?? '')?.[1] ?? null;

/** Where a browser may be led after it signed in; null for everything else, such as a page of somebody else's. */
export const safeReturnPath = (text: unknown): string | null =>
    typeof text === 'string' && RETURN_PATH.test(text) ? text : null;
