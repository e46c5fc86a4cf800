import { findMedia, MEDIA, MEDIA_VARIABLES, sdp } from './audio.ts';
import { conversation, CONVERSATION_VARIABLES } from './conversation.ts';
import { CONTACT, find, goTo, label, mayReceive, repeated, scenario, send, set, tell } from './steps.ts';

const PBX = 'sip:[service]@[remote_ip]:[remote_port]';
const REFUSALS = [400, 403, 404, 405, 408, 410, 415, 480, 481, 484, 486, 487, 488, 500, 501, 502, 503, 504, 600, 603];

const request = (method: string, branch: string, extra: readonly string[] = []) => [
    `${method} ${PBX} SIP/2.0`,
    `Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=z9hG4bK-[pid]-[call_number]-${branch}`,
    'Max-Forwards: 70',
    'From: [$us]',
    `To: <${PBX}>${method === 'ACK' ? '[peer_tag_param]' : ''}`,
    'Call-ID: [call_id]',
    `CSeq: [cseq] ${method}`,
    CONTACT,
    ...extra
];
const identity = 'P-Asserted-Identity: "[caller_name]" <sip:[caller_number]@[local_ip]>';
const invite = (branch: string, extra: readonly string[] = []) =>
    send(request('INVITE', branch, [identity, ...extra]), { body: sdp('sendrecv'), ...repeated() });

/** What may come back; the branch is the INVITE's, which CANCEL and the ACK of a refusal carry too. */
const waitForAnswer = (branch: string, challenged?: string) => [
    label(`calling-${branch}`),
    mayReceive(100),
    mayReceive(180, `ringing-${branch}`, findMedia),
    mayReceive(183, `ringing-${branch}`, findMedia),
    challenged ? `<recv response="401" auth="true" optional="true" next="${challenged}"/>` : '',
    ...REFUSALS.map((status) => mayReceive(status, `refused-${branch}`)),
    mayReceive(200, 'answered', findMedia + find('.*', 'them', 'To:') + find('sip:[^&gt;]+', 'target', 'Contact:')),
    `<recvCmd next="cancel-${branch}"/>`,

    label(`ringing-${branch}`),
    tell('ringing', `calling-${branch}`, MEDIA),

    label(`refused-${branch}`),
    send(request('ACK', branch)),
    goTo('endedByPbxAlready'),

    label(`cancel-${branch}`),
    send(request('CANCEL', branch), repeated('endedByUs')),
    // no 487: the answer crossed the CANCEL. sipp takes the time from the first of those that may come
    '<recv response="200" optional="true" timeout="2000" ontimeout="crossed"/>',
    '<recv response="487"/>',
    send(request('ACK', branch)),
    goTo('endedByUs')
];

/**
 * A call to the PBX. Keys: caller_name, caller_number, ear_port; -au and -ap where the PBX wants a
 * password. Tells calling, ringing, answered and
 * what a conversation tells. A command before the answer cancels.
 */
export const placedCall = scenario(
    'placed call',
    [...CONVERSATION_VARIABLES, ...MEDIA_VARIABLES],
    [
        `<nop><action>${[
            set(
                'us',
                '&quot;[caller_name]&quot; &lt;sip:[caller_number]@[local_ip]:[local_port]&gt;;tag=[pid]-[call_number]'
            ),
            set('user', '[caller_number]'),
            set('ear', '[ear_port]')
        ].join('')}</action></nop>`,
        // before the INVITE: while that one is repeated, sipp tells nothing
        tell('calling', 'invite'),
        label('invite'),
        invite('first'),
        ...waitForAnswer('first', 'challenged'),
        label('challenged'),
        send(request('ACK', 'first')),
        invite('second', ['[authentication]']),
        ...waitForAnswer('second'),

        label('answered'),
        send(request('ACK', 'answered')),
        tell('answered', 'talking', { ...MEDIA, Us: '[$us]', Them: '[$them]' }),
        label('crossed'),
        send(request('ACK', 'answered')),
        `<nop next="bye"><action>${set('target', PBX)}</action></nop>`,
        ...conversation
    ]
);
