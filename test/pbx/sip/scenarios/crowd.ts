import { keepForLater, label, mayReceive, politely, repeated, reply, scenario, send, set } from './steps.ts';

const PBX = 'sip:[service]@[remote_ip]:[remote_port]';
const CALLER = '<sip:[field0]@[local_ip]:[local_port]>';

const request = (method: string, cseq: number, uri: string, toTag = '') => [
    `${method} ${uri} SIP/2.0`,
    'Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]',
    'Max-Forwards: 70',
    `From: "[field1]" ${CALLER};tag=[pid]-[call_number]`,
    `To: <${PBX}>${toTag}`,
    'Call-ID: [call_id]',
    `CSeq: ${cseq} ${method}`,
    `Contact: ${CALLER}`
];

const sdp = [
    'v=0',
    'o=- 1 1 IN IP4 [local_ip]',
    's=-',
    'c=IN IP4 [local_ip]',
    't=0 0',
    'm=audio [rtpstream_audio_port] RTP/AVP 8',
    'a=rtpmap:8 PCMA/8000',
    'a=sendrecv'
].join('\n');

/**
 * One of many callers, each with number and name from the injection file: calls, says what is in the file for `talkMs`,
 * and hangs up, if the PBX did not before. sipp does the audio too.
 */
export const crowd = (toneFile: string, talkMs: number) =>
    scenario(
        'crowd',
        ['back', 'user'],
        [
            `<nop><action>${set('user', '[field0]')}</action></nop>`,
            send(request('INVITE', 1, PBX), { body: sdp, ...repeated() }),
            mayReceive(100),
            mayReceive(180),
            mayReceive(183),
            '<recv response="200" rrs="true"/>',
            send(request('ACK', 1, '[next_url]', '[peer_tag_param]')),
            `<nop><action><exec rtp_stream="${toneFile},-1,8"/></action></nop>`,
            label('talking'),
            // sipp takes the time from the first of those that may come
            `<recv request="BYE" optional="true" timeout="${talkMs}" ontimeout="bye" next="endedByPbx"/>`,
            politely('polite'),
            '<recv request="ACK" next="talking"/>',
            label('bye'),
            send(request('BYE', 1000, '[next_url]', '[peer_tag_param]'), repeated()),
            mayReceive('BYE', 'endedByPbx'),
            '<recv response="200" next="over"/>',
            label('polite'),
            reply('200 OK', 'talking'),
            label('endedByPbx'),
            reply('200 OK', 'over'),
            keepForLater,
            label('over'),
            '<timewait milliseconds="50"/>'
        ]
    );
