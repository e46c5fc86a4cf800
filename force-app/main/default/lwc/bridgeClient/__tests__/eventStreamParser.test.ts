import fc from 'fast-check';
import { type StreamEvent, createEventStreamParser } from '../eventStreamParser';

function parse(pieces: Uint8Array[]): StreamEvent[] {
    const events: StreamEvent[] = [];
    const feed = createEventStreamParser((event) => events.push(event));
    pieces.forEach(feed);
    return events;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('event stream parser', () => {
    it.each([
        ['an event with all fields', 'id: 7\nevent: call\ndata: {"a":1}\n\n', [['7', 'call', '{"a":1}']]],
        ['an event without a name', 'data: x\n\n', [['', 'message', 'x']]],
        ['data over several lines', 'data: a\ndata:\ndata: b\n\n', [['', 'message', 'a\n\nb']]],
        ['one leading space only dropped', 'data:  a\n\n', [['', 'message', ' a']]],
        ['comments and unknown fields skipped', ': hello\nretry: 5\nfoo: x\ndata: a\n\n', [['', 'message', 'a']]],
        ['no event without data', 'event: call\n\ndata: a\n\n', [['', 'message', 'a']]],
        [
            'an id that stays until the next one',
            'id: 1\ndata: a\n\ndata: b\n\n',
            [
                ['1', 'message', 'a'],
                ['1', 'message', 'b']
            ]
        ],
        ['an id with a NUL ignored', 'id: 1\n\nid: 2\0\ndata: a\n\n', [['1', 'message', 'a']]],
        ['an event that is not finished withheld', 'data: a\n\ndata: b\n', [['', 'message', 'a']]],
        [
            'CRLF and CR as line ends',
            'data: a\r\n\r\ndata: b\r\rdata: c\n\n',
            [
                ['', 'message', 'a'],
                ['', 'message', 'b'],
                ['', 'message', 'c']
            ]
        ],
        ['a byte order mark dropped', '\uFEFFdata: a\n\n', [['', 'message', 'a']]]
    ])('reads %s', (_name, text, expected) => {
        expect(parse([bytes(text)]).map(({ id, event, data }) => [id, event, data])).toEqual(expected);
    });

    it('reads the same events however the bytes are cut', () => {
        const line = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replace(/[\r\n\0]/g, ''));
        const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
        const event = fc.record({ id: line, data: fc.array(line, { minLength: 1, maxLength: 3 }), lineEnd });
        fc.assert(
            fc.property(fc.array(event, { maxLength: 6 }), fc.array(fc.nat(40)), (events, cuts) => {
                const text = events
                    .map((one) =>
                        [`id: ${one.id}`, ...one.data.map((data) => `data: ${data}`), '', ''].join(one.lineEnd)
                    )
                    .join('');
                const whole = bytes(`${text}\n`);
                const pieces: Uint8Array[] = [];
                let start = 0;
                for (const length of cuts) {
                    pieces.push(whole.slice(start, start + length));
                    start += length;
                }
                pieces.push(whole.slice(start));
                expect(parse(pieces)).toEqual(
                    events.map(({ id, data }) => ({ id, event: 'message', data: data.join('\n') }))
                );
            })
        );
    });
});
