import type { CallView } from 'bridge/contract';
import { localDay } from 'c/callFormat';
import { isCurrent, isRinging } from './callGroups';
import { byAnswer, byWaiting } from './callOrder';
import { partOfDay } from './historyCalls';
import type { SoftphoneState } from './state';

/** The calls of Tocando: who has waited longest first. */
export const ringingCalls = ({ calls }: SoftphoneState): CallView[] =>
    Object.values(calls).filter(isRinging).sort(byWaiting);

/** The calls of Atendimento: the agent's own, the one answered first first. */
export const currentCalls = ({ calls }: SoftphoneState): CallView[] =>
    Object.values(calls).filter(isCurrent).sort(byAnswer);

/** Whether another call can be taken: the bridge puts those that can wait on hold. Who asks a colleague talks to them. */
export const canTakeCalls = (current: readonly CallView[]): boolean =>
    current.every(({ state, consult, actions }) => actions.includes('hold') || (state === 'held' && !consult));

/** The agent's calendar day, as `YYYY-MM-DD`; empty while the agent is not known. @param nowMs by the bridge's clock */
export function dayOfAgent({ agent }: SoftphoneState, nowMs: number): string {
    return agent ? localDay(nowMs, agent.timeZone) : '';
}

/** The calls of Histórico: those that ended on this calendar day of the agent. */
export const historyOfDay = (state: SoftphoneState, day: string): CallView[] =>
    partOfDay(state.history.calls, day, ({ endedAt }) => (endedAt ? dayOfAgent(state, Date.parse(endedAt)) : ''));

/** The call that the agent wraps up; null when there is none, or when nobody has told of its end yet. */
export function wrapUpCall({ presence, history }: SoftphoneState): CallView | null {
    const legId = presence?.wrapUp?.legId;
    return (legId && history.calls.find((call) => call.legId === legId)) || null;
}

/** The calls on which this agent talks to the customer and whose Case is known. */
export const callsWithCase = ({ calls }: SoftphoneState): CallView[] =>
    Object.values(calls).filter((call) => call.case !== null && (call.state === 'talking' || call.state === 'held'));
