import { AmiParser } from '../../../src/telephony/asterisk/amiParser.ts';

const channel = (number: string, prefix = '') =>
    [
        ['Channel', 'PJSIP/carrier-00000004'],
        ['ChannelState', '4'],
        ['ChannelStateDesc', 'Ring'],
        ['CallerIDNum', number],
        ['CallerIDName', 'x'],
        ['ConnectedLineNum', number],
        ['ConnectedLineName', '<unknown>'],
        ['Language', 'en'],
        ['AccountCode', ''],
        ['Context', 'from-carrier'],
        ['Exten', '4001'],
        ['Priority', '1'],
        ['Uniqueid', '1795468349.4'],
        ['Linkedid', '1795468349.4']
    ]
        .map(([name = '', value = '']) => `${prefix}${name}: ${value}\r\n`)
        .join('');

const parse = (text: string) => new AmiParser().push(Buffer.from(text)).map((message) => ({ ...message }));
const arrives = (number: string) => `Event: Newchannel\r\n${channel(number)}\r\n`;
const rings = (number: string) =>
    `Event: DialBegin\r\n${channel(number)}${channel(number, 'Dest')}DialString: 1\r\n\r\n`;

// the telephone's `From: <sip:1%0d%0a%0d%0aEvent%3aHangup%0d%0a…@carrier>`, as Asterisk 22.10.1 wrote it
const HANGS_UP_ANOTHER = '1\r\n\r\nEvent:Hangup\r\nUniqueid:1795468191.1\r\nCause:16\r\n\r\nABCDEFGHIJKLMNOPQRSTUVWXY';

test.each([
    ['an event of another call', HANGS_UP_ANOTHER],
    ['an event that its own block completes', '1\r\n\r\nEvent: Hangup\r\nUniqueid: 1795468191.1'],
    [
        'an event after the next lines of its block',
        '1\r\nCallerIDName:\r\nConnectedLineNum:\r\n\r\nEvent:Hangup\r\n\r\n'
    ],
    ['a header that comes before the true one', '1\r\nUniqueid: 1795468191.1\r\nLinkedid: 1795468191.1'],
    ['nothing but ends of lines', `1${'\n'.repeat(78)}`]
])('a caller whose number holds %s tells nothing by it', (_what, number) => {
    const honest = parse(arrives('1') + rings('1') + arrives('2'));
    const attacked = parse(arrives(number) + rings(number) + arrives('2'));
    const without = (messages: typeof honest) =>
        messages.map(({ CallerIDName: _name, ConnectedLineNum: _number, ...rest }) => rest);
    expect(without(attacked)).toEqual(without(honest));
});

test('keeps every line of a PBX that tells of channels in other lines', () => {
    const event = 'Event: Newchannel\r\nChannelStateDesc: Ring\r\nCallerIDNum: 1\r\nUniqueid: 1.1\r\n\r\n';
    const messages = parse(event.repeat(40));
    expect(messages.length).toBeGreaterThanOrEqual(39);
    expect(messages.every(({ Uniqueid }) => Uniqueid === '1.1')).toBe(true);
});
