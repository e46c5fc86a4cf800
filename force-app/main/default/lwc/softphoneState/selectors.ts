import type { CallView } from 'bridge/contract';
import { localDay } from 'c/callFormat';
import { isCurrent, isRinging } from './callGroups';
import { byWaiting } from './callOrder';
import type { SoftphoneState } from './state';

/** The calls of Tocando: who has waited longest first. */
export const ringingCalls = ({ calls }: SoftphoneState): CallView[] =>
    Object.values(calls).filter(isRinging).sort(byWaiting);

/** The calls of Atendimento: the agent's own, the one begun first first. */
export const currentCalls = ({ calls }: SoftphoneState): CallView[] =>
    Object.values(calls).filter(isCurrent).sort(byWaiting);

/** The calls of Histórico: those that ended on the agent's calendar day at `nowMs` (by the bridge's clock). */
export function historyOfDay({ agent, history }: SoftphoneState, nowMs: number): CallView[] {
    if (!agent) return [];
    const today = localDay(nowMs, agent.timeZone);
    return history.calls.filter(({ endedAt }) => endedAt && localDay(Date.parse(endedAt), agent.timeZone) === today);
}

/** The calls on which this agent talks to the customer and whose Case is known. */
export const callsWithCase = ({ calls }: SoftphoneState): CallView[] =>
    Object.values(calls).filter((call) => call.case !== null && (call.state === 'talking' || call.state === 'held'));
