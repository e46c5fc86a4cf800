import fc from 'fast-check';
import { AmiParser } from '../../../src/telephony/asterisk/amiParser.ts';
import { formatAction } from '../../../src/telephony/asterisk/formatAction.ts';

test('writes headers in their order and repeats lists', () => {
    expect(formatAction({ Action: 'Originate', Variable: ['A=1', 'B=2'], Timeout: 30 })).toBe(
        'Action: Originate\r\nVariable: A=1\r\nVariable: B=2\r\nTimeout: 30\r\n\r\n'
    );
});

test('a line break in a value begins no other header', () => {
    expect(formatAction({ Action: 'Hangup', Channel: 'PJSIP/1001\r\nAction: Command\0' })).toBe(
        'Action: Hangup\r\nChannel: PJSIP/1001Action: Command\r\n\r\n'
    );
});

test('whatever the values, the PBX reads one action with the headers that were meant', () => {
    fc.assert(
        fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (channel, variable) => {
            const bytes = Buffer.from(formatAction({ Action: 'Hangup', Channel: channel, Variable: variable }));
            const messages = new AmiParser().push(bytes);
            expect(messages.map((message) => Object.keys(message))).toEqual([['Action', 'Channel', 'Variable']]);
        })
    );
});
