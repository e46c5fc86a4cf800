import { findMedia, MEDIA, MEDIA_VARIABLES, sdp } from './audio.ts';
import { conversation, CONVERSATION_VARIABLES } from './conversation.ts';
import {
    CONTACT,
    find,
    goTo,
    goToIf,
    label,
    mayReceive,
    politely,
    receiveCommand,
    reply,
    repeated,
    scenario,
    send,
    set,
    tell
} from './steps.ts';

/** Answers the INVITE, whatever came after it. */
const answerInvite = (status: string, body = '', attributes: { attributes?: string } = {}) =>
    send(
        [
            `SIP/2.0 ${status}`,
            'Via: [$via]',
            'From: [$them]',
            'To: [$us]',
            'Call-ID: [call_id]',
            'CSeq: [$inviteNumber]',
            CONTACT
        ],
        { body, ...attributes }
    );

/** How a call can be refused: sipp takes the status of an answer from the scenario only. */
export const REFUSALS = {
    404: 'Not Found',
    480: 'Temporarily Unavailable',
    486: 'Busy Here',
    503: 'Service Unavailable',
    603: 'Decline'
} as const;
export type Refusal = keyof typeof REFUSALS;
const STATUSES = Object.entries(REFUSALS);

/**
 * A call of the PBX to one of ours. Tells incoming (To, From, Auto), talk when the PBX asks the phone to pick up, answered
 * and what a conversation tells. Commands: ring; answer with Ear; refuse486 and the
 * like.
 */
export const receivedCall = scenario(
    'received call',
    [
        ...CONVERSATION_VARIABLES,
        ...MEDIA_VARIABLES,
        ...STATUSES.map(([status]) => `refuse${status}`),
        ...['via', 'inviteNumber', 'toPlain', 'auto', 'talk', 'answer']
    ],
    [
        // what belongs to no call; left unanswered it would wait for ever
        ...['OPTIONS', 'NOTIFY', 'BYE', 'CANCEL', 'MESSAGE'].map((method) => mayReceive(method, 'outsideOfCalls')),
        `<recv request="INVITE"><action>${[
            find('.*', 'via', 'Via:'),
            find('.*', 'them', 'From:'),
            find('.*', 'toPlain', 'To:'),
            find('.*', 'inviteNumber', 'CSeq:'),
            find('sip:[^&gt;]+', 'target', 'Contact:'),
            find('INVITE sip:([^@; ]+)', 'line,user'),
            find('answer-after=0', 'auto', 'Call-Info:'),
            findMedia,
            set('us', '[$toPlain];tag=[pid]-[call_number]')
        ].join('')}</action></recv>`,
        tell('incoming', 'offered', { To: '[$user]', From: '[$them]', Auto: '[$auto]' }),

        label('offered'),
        mayReceive('CANCEL', 'cancelled'),
        mayReceive('NOTIFY', 'notifiedWhileOffered', find('Event: talk', 'talk')),
        politely('politeWhileOffered'),
        receiveCommand(['answer', ...STATUSES.map(([status]) => `refuse${status}`)], find('Ear: ([0-9]+)', 'line,ear')),
        goToIf('answer', 'answer'),
        ...STATUSES.map(([status]) => goToIf(`refuse${status}`, `refuse${status}`)),
        answerInvite('180 Ringing'),
        tell('ringing', 'offered'),

        label('politeWhileOffered'),
        reply('200 OK', 'offered'),
        label('notifiedWhileOffered'),
        reply('200 OK', 'afterTalk'),
        label('afterTalk'),
        goToIf('talk', 'talkAsked'),
        goTo('offered'),
        label('talkAsked'),
        tell('talk', 'offered'),

        label('answer'),
        answerInvite('200 OK', sdp('sendrecv'), repeated('acknowledged')),
        '<recv request="ACK"/>',
        label('acknowledged'),
        tell('answered', 'talking', { ...MEDIA, Us: '[$us]', Them: '[$them]' }),

        ...STATUSES.flatMap(([status, reason]) => [
            label(`refuse${status}`),
            answerInvite(`${status} ${reason}`, '', repeated('endedByUs')),
            '<recv request="ACK" next="endedByUs"/>'
        ]),

        label('cancelled'),
        reply('200 OK', 'terminated'),
        label('terminated'),
        answerInvite('487 Request Terminated', '', repeated('endedByPbxAlready')),
        '<recv request="ACK" next="endedByPbxAlready"/>',
        label('outsideOfCalls'),
        `<nop><action>${set('user', 'phone')}</action></nop>`,
        reply('200 OK', 'over'),
        ...conversation
    ]
);
