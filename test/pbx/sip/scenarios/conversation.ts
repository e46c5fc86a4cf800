import { sdp } from './audio.ts';
import {
    COMMAND_VARIABLES,
    CONTACT,
    find,
    goTo,
    goToIf,
    keepForLater,
    label,
    mayReceive,
    politely,
    receiveCommand,
    repeated,
    reply,
    send,
    set,
    tell
} from './steps.ts';

/** Our and their name with tag, where requests go, who we are to the PBX; then what commands leave. */
export const CONVERSATION_VARIABLES = [
    ...COMMAND_VARIABLES,
    ...['us', 'them', 'target', 'user', 'back'],
    ...['direction', 'hold', 'resume', 'transfer', 'referTo', 'handedOver']
];

const request = (method: string, extra: readonly string[] = []) => [
    `${method} [$target] SIP/2.0`,
    // sipp's own [branch] is the same when a step is taken twice
    `Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=z9hG4bK-[pid]-[call_number]-[cseq]-${method}`,
    'Max-Forwards: 70',
    'From: [$us]',
    'To: [$them]',
    'Call-ID: [call_id]',
    `CSeq: [cseq] ${method}`,
    CONTACT,
    ...extra
];

/** Sends the request; goes to `refused` when the PBX says no. It asks for no password within a call. */
function ask(method: string, refused: string, { extra = [] as readonly string[], body = '' } = {}): string[] {
    const done = `${method}-done`;
    const acknowledge = method === 'INVITE' ? [send(request('ACK'))] : [];
    return [
        send(request(method, extra), { body, ...repeated(refused) }),
        mayReceive(100),
        ...[403, 481, 488, 491, 500, 503, 603].map((status) => mayReceive(status, `${method}-refused`)),
        // a BYE of the PBX crosses ours
        mayReceive('BYE', 'endedByPbx'),
        mayReceive(202, done),
        `<recv response="200" next="${done}"/>`,
        label(`${method}-refused`),
        ...acknowledge,
        goTo(refused),
        label(done),
        ...acknowledge
    ];
}

/**
 * What both kinds of calls do once they are answered, from the label `talking`. Commands: hangUp, hold, resume, and
 * transfer with Refer-To. Tells: held, resumed, transferred, refused; at the end endedByUs or endedByPbx.
 */
export const conversation = [
    label('talking'),
    mayReceive('BYE', 'endedByPbx'),
    mayReceive('INVITE', 'reinvited'),
    mayReceive('ACK'),
    mayReceive('NOTIFY', 'notified', find('SIP/2.0 2[0-9][0-9] ', 'handedOver')),
    politely('polite'),
    receiveCommand(['hold', 'resume', 'transfer'], find('Refer-To: ([^\r\n]+)', 'line,referTo')),
    goToIf('hold', 'hold'),
    goToIf('resume', 'resume'),
    goToIf('transfer', 'transfer'),

    label('bye'),
    ...ask('BYE', 'endedByUs'),
    label('endedByUs'),
    tell('endedByUs', 'over'),

    label('hold'),
    `<nop next="reinvite"><action>${set('direction', 'sendonly')}</action></nop>`,
    label('resume'),
    `<nop><action>${set('direction', 'sendrecv')}</action></nop>`,
    label('reinvite'),
    ...ask('INVITE', 'no', { body: sdp('[$direction]') }),
    goToIf('hold', 'held'),
    tell('resumed', 'talking'),
    label('held'),
    tell('held', 'talking'),

    label('transfer'),
    ...ask('REFER', 'no', { extra: ['Refer-To: [$referTo]', 'Referred-By: [$us]'] }),
    tell('transferred', 'talking'),

    label('no'),
    tell('refused', 'talking'),

    label('reinvited'),
    reply('200 OK', 'talking', sdp('sendrecv')),
    label('polite'),
    reply('200 OK', 'talking'),
    // a phone hangs up once it is told that its transfer succeeded
    label('notified'),
    reply('200 OK', 'afterNotify'),
    label('afterNotify'),
    goToIf('handedOver', 'bye'),
    goTo('talking'),

    label('endedByPbx'),
    reply('200 OK', 'endedByPbxAlready'),
    label('endedByPbxAlready'),
    tell('endedByPbx', 'over'),
    keepForLater,
    label('over'),
    // for what the PBX repeats because our answer was lost
    '<timewait milliseconds="50"/>'
];
