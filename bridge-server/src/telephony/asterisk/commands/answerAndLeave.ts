import { setTimeout as wait } from 'node:timers/promises';
import { CommandRefused } from '../../telephonyAdapter.ts';
import type { CarryOut, SceneOf } from './commandScene.ts';

/** Q.850 causes. */
const NORMAL_CLEARING = 16;
const CALL_REJECTED = 21;

const ALREADY_ANSWERED = 'Esta chamada já foi atendida.';
const ANSWER_ON_PHONE = 'Este telefone não atende por comando: atenda no próprio aparelho.';

/** A phone that was told of a call says within this time that it rings; until then it can be told nothing more. */
const PHONE_RINGS_WITHIN_MS = 2_000;
const LOOK_AGAIN_MS = 20;

/** Many SIP phones pick up when they are notified of `talk`. */
export const answer: CarryOut<'answer'> = async (scene) => {
    const { leg, channel, answerMethod } = scene;
    if (leg.answered) throw new CommandRefused(ALREADY_ANSWERED, { reason: 'not-ringing' });
    if (answerMethod !== 'notify-talk' || !channel.startsWith('PJSIP/'))
        throw new CommandRefused(ANSWER_ON_PHONE, { reason: 'answer-on-phone' });
    const tries = PHONE_RINGS_WITHIN_MS / LOOK_AGAIN_MS;
    for (let left = tries; !(await notifiedOfTalk(scene, left)); left--) await wait(LOOK_AGAIN_MS);
};

/**
 * False while the phone has not yet said that it rings: Asterisk queues offer a call before, and know no such channel
 * then.
 */
async function notifiedOfTalk({ leg, channel, pbx }: SceneOf<'answer'>, triesLeft: number): Promise<boolean> {
    try {
        await pbx.ask({ Action: 'PJSIPNotify', Channel: channel, Variable: 'Event=talk' });
        return true;
    } catch (error) {
        const isEarly = error instanceof CommandRefused && error.reason === 'call-over' && leg.channels.size > 0;
        if (!isEarly || triesLeft <= 0) throw error;
        return leg.answered;
    }
}

/** The queue tries the next agent. */
export const reject: CarryOut<'reject'> = async ({ channel, pbx }) => {
    await pbx.ask({ Action: 'Hangup', Channel: channel, Cause: CALL_REJECTED });
};

export const hangup: CarryOut<'hangup'> = async ({ channel, pbx }) => {
    await pbx.ask({ Action: 'Hangup', Channel: channel, Cause: NORMAL_CLEARING });
};
