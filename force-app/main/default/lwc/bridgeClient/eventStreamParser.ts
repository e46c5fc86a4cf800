/** One event of a `text/event-stream`; `id` is the last one seen so far, empty when there was none. */
export interface StreamEvent {
    readonly id: string;
    readonly event: string;
    readonly data: string;
}

/** Takes the bytes of a stream in pieces of any size. */
export type EventStreamParser = (bytes: Uint8Array) => void;

/** A CR at the end of a piece may be half of a CRLF, so it ends a line only once the next character is known. */
const LINE_END = /\r\n|\n|\r(?!$)/g;

/**
 * Reads server-sent events as the HTML Standard defines them (section 9.2.6, "interpreting an event stream").
 * Pieces may split characters, lines and events anywhere.
 */
export function createEventStreamParser(onEvent: (event: StreamEvent) => void): EventStreamParser {
    // the decoder also drops the byte order mark that a stream may begin with
    const decoder = new TextDecoder('utf-8');
    let unread = '';
    let id = '';
    let event = '';
    let data: string[] = [];

    function dispatch(): void {
        if (data.length > 0) onEvent({ id, event: event || 'message', data: data.join('\n') });
        event = '';
        data = [];
    }

    function readField(line: string): void {
        const colon = line.indexOf(':');
        const name = colon < 0 ? line : line.slice(0, colon);
        const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
        if (name === 'data') data.push(value);
        else if (name === 'event') event = value;
        else if (name === 'id' && !value.includes('\0')) id = value;
    }

    return (bytes) => {
        unread += decoder.decode(bytes, { stream: true });
        let lineStart = 0;
        for (const { index, 0: lineEnd } of unread.matchAll(LINE_END)) {
            const line = unread.slice(lineStart, index);
            lineStart = index + lineEnd.length;
            if (line === '') dispatch();
            else readField(line);
        }
        unread = unread.slice(lineStart);
    };
}
