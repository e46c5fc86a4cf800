import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { AmiMessage } from '../../../src/telephony/asterisk/amiMessage.ts';
import { AmiParser, MAX_MESSAGE_LENGTH } from '../../../src/telephony/asterisk/amiParser.ts';
import { formatMessage } from '../../../src/telephony/asterisk/formatAction.ts';
import { captureFile } from './captureFile.ts';

const parse = (...chunks: (string | Uint8Array)[]): AmiMessage[] => {
    const parser = new AmiParser();
    return chunks.flatMap((chunk) => parser.push(Buffer.from(chunk))).map((message) => ({ ...message }));
};

/** Cuts bytes at the given places. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
    const sorted = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
    return sorted.slice(1).map((end, index) => bytes.subarray(sorted[index], end));
}

test('reads banner, messages, repeated headers and empty values', () => {
    const parser = new AmiParser();
    const messages = parser.push(
        Buffer.from(
            'Asterisk Call Manager/11.0.0\r\nEvent: A\r\nState: 1\r\nState: 2\r\nEmpty: \r\nUrl: sip:x:1\r\n\r\n'
        )
    );
    expect(parser.banner).toBe('Asterisk Call Manager/11.0.0');
    expect(messages.map((message) => ({ ...message }))).toEqual([
        { Event: 'A', State: ['1', '2'], Empty: '', Url: 'sip:x:1' }
    ]);
});

test('reads the same messages however the bytes were cut', () => {
    const text = 'Event: Olá\r\nNome: João 📞 Conceição\r\n\r\nEvent: Outro\nTipo: =\n\n';
    const whole = parse(text);
    expect(whole).toHaveLength(2);
    fc.assert(
        fc.property(fc.array(fc.nat(), { maxLength: 30 }), (places) => {
            expect(parse(...cut(Buffer.from(text), places))).toEqual(whole);
        })
    );
});

test('reads a real stream byte by byte', () => {
    const bytes = readFileSync(captureFile('ami-queue-answered.raw.txt'));
    const whole = parse(bytes);
    expect(whole.filter(({ Event }) => Event === 'Hangup')).toHaveLength(2);
    expect(parse(...[...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(whole);
});

test('gives back what was formatted', () => {
    const name = fc.stringMatching(/^[A-Za-z-]{1,12}$/).filter((text) => text !== '__proto__');
    const value = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/[\r\n\0]|^ /.test(text));
    fc.assert(
        fc.property(fc.dictionary(name, value, { minKeys: 1 }), (message) => {
            expect(parse(formatMessage(message))).toEqual([{ ...message }]);
        })
    );
});

test('passes over lines without a header name and over empty blocks', () => {
    expect(parse('\r\n\r\n=\r\n: nameless\r\nEvent: A\r\nstray\r\n\r\n\r\n')).toEqual([{ Event: 'A' }]);
});

test.each([
    ['many lines', 'Key: value\r\n'.repeat(MAX_MESSAGE_LENGTH / 10)],
    ['one line', `Key: ${'x'.repeat(MAX_MESSAGE_LENGTH)}\r\n`]
])('drops and counts a message that is too long in %s', (_, headers) => {
    const bytes = Buffer.from(`Event: Before\r\n\r\nEvent: TooLong\r\n${headers}\r\nEvent: After\r\n\r\n`);
    for (const size of [bytes.length, 1_000, 7]) {
        const parser = new AmiParser();
        const messages: AmiMessage[] = [];
        for (let start = 0; start < bytes.length; start += size)
            messages.push(...parser.push(bytes.subarray(start, start + size)));
        expect(messages.map(({ Event }) => Event)).toEqual(['Before', 'After']);
        expect(parser.dropped).toBe(1);
    }
});

test('never throws, whatever the bytes', () => {
    fc.assert(
        fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (chunks) => {
            const parser = new AmiParser();
            for (const chunk of chunks) parser.push(chunk);
        })
    );
});

test('a header named like a part of every object is only a header', () => {
    const [message] = new AmiParser().push(Buffer.from('__proto__: x\r\nconstructor: y\r\n\r\n'));
    expect(Object.keys(message ?? {})).toEqual(['__proto__', 'constructor']);
});
