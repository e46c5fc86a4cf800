import { CommandRefused } from '../../telephonyAdapter.ts';
import type { CarryOut } from './commandScene.ts';

/** Q.850 causes. */
const NORMAL_CLEARING = 16;
const CALL_REJECTED = 21;

const ALREADY_ANSWERED = 'Esta chamada já foi atendida.';
const ANSWER_ON_PHONE = 'Este telefone não atende por comando: atenda no próprio aparelho.';

/** RFC-less but widely followed: a phone that rings picks up when it is notified of `talk`. */
export const answer: CarryOut<'answer'> = async ({ leg, channel, pbx, answerMethod }) => {
    if (leg.answered) throw new CommandRefused(ALREADY_ANSWERED, { reason: 'not-ringing' });
    if (answerMethod !== 'notify-talk' || !channel.startsWith('PJSIP/'))
        throw new CommandRefused(ANSWER_ON_PHONE, { reason: 'answer-on-phone' });
    await pbx.ask({ Action: 'PJSIPNotify', Channel: channel, Variable: 'Event=talk' });
};

/** The queue tries the next agent. */
export const reject: CarryOut<'reject'> = async ({ channel, pbx }) => {
    await pbx.ask({ Action: 'Hangup', Channel: channel, Cause: CALL_REJECTED });
};

export const hangup: CarryOut<'hangup'> = async ({ channel, pbx }) => {
    await pbx.ask({ Action: 'Hangup', Channel: channel, Cause: NORMAL_CLEARING });
};
