import { CommandRefused, type TelephonyCommand } from '../telephonyAdapter.ts';
import type { AmiAction, AmiMessage } from './amiMessage.ts';
import { AmiRefused } from './amiError.ts';
import { localPairOf } from './agentPhone.ts';
import type { TrackedCalls, TrackedLeg } from './trackedCalls.ts';

/** How an agent's phone is made to answer: by a `talk` notification, or only by the agent's own hand. */
export type AnswerMethod = 'notify-talk' | 'phone-only';

type Request = (action: AmiAction) => Promise<AmiMessage>;

/** Q.850 causes. */
const NORMAL_CLEARING = 16;
const CALL_REJECTED = 21;

const NOT_CAPABLE = 'A central telefônica ainda não faz isso pelo softphone: use o próprio aparelho.';
const GONE = 'Esta chamada já não está no seu telefone.';
const ALREADY_ANSWERED = 'Esta chamada já foi atendida.';
const ANSWER_ON_PHONE = 'Este telefone não atende por comando: atenda no próprio aparelho.';
const NO_ANSWER_FROM_PBX = 'A central telefônica não respondeu. Tente de novo ou use o próprio aparelho.';

/**
 * Carries out what an agent asks of their leg. Resolves once the PBX accepted it.
 * Throws CommandRefused: the leg is gone, the phone can't do it, or the PBX refused (its words) or is silent.
 */
export async function carryOut(
    { action, callId, legId, agent }: TelephonyCommand,
    calls: TrackedCalls,
    answerMethod: AnswerMethod,
    request: Request
): Promise<void> {
    const call = calls.all().find((each) => each.callId === callId);
    const leg = call?.legs.values().find((each) => each.legId === legId && each.agent === agent);
    if (!leg) throw new CommandRefused(GONE);
    const channel = phoneOf(leg);
    switch (action) {
        case 'answer':
            if (leg.answered) throw new CommandRefused(ALREADY_ANSWERED);
            if (answerMethod === 'phone-only' || !channel.startsWith('PJSIP/'))
                throw new CommandRefused(ANSWER_ON_PHONE);
            return ask(request, { Action: 'PJSIPNotify', Channel: channel, Variable: 'Event=talk' });
        case 'reject':
            return ask(request, { Action: 'Hangup', Channel: channel, Cause: CALL_REJECTED });
        case 'hangup':
            return ask(request, { Action: 'Hangup', Channel: channel, Cause: NORMAL_CLEARING });
        default:
            throw new CommandRefused(NOT_CAPABLE);
    }
}

async function ask(request: Request, action: AmiAction): Promise<void> {
    try {
        await request(action);
    } catch (error) {
        throw new CommandRefused(error instanceof AmiRefused ? error.message : NO_ANSWER_FROM_PBX, { cause: error });
    }
}

/** The telephone itself rather than the Local channel that leads to it. */
function phoneOf(leg: TrackedLeg): string {
    const names = [...leg.channels.values()];
    return names.find((name) => localPairOf(name) === null) ?? names[0] ?? '';
}
