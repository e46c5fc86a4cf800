import type { LegState } from '../contract/agentApi.ts';

/** What can happen to a leg. `join`: the customer is handed to the colleague who was consulted. */
export type LegStep = 'answer' | 'consultAnswer' | 'join' | 'hold' | 'resume' | 'end';

/** Every legal move of a leg; whatever is not listed leaves the leg as it is. Nothing leaves `ended`. */
export const LEG_TRANSITIONS: Readonly<Record<LegState, Readonly<Partial<Record<LegStep, LegState>>>>> = {
    ringing: { answer: 'talking', consultAnswer: 'consulting', end: 'ended' },
    dialling: { answer: 'talking', end: 'ended' },
    consulting: { join: 'talking', end: 'ended' },
    talking: { hold: 'held', end: 'ended' },
    held: { resume: 'talking', end: 'ended' },
    ended: {}
};

export const nextState = (state: LegState, step: LegStep): LegState => LEG_TRANSITIONS[state][step] ?? state;
