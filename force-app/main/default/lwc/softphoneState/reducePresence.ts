import type { Presence, PresenceRequest } from 'bridge/contract';
import type { EventOf } from './softphoneEvent';
import type { SoftphoneState } from './state';

const isAsWanted = (presence: Presence, wanted: PresenceRequest): boolean =>
    presence.state === wanted.state && (wanted.state !== 'paused' || presence.reason === wanted.reason);

export const wantPresence = (state: SoftphoneState, { wanted }: EventOf<'presenceWanted'>): SoftphoneState => ({
    ...state,
    wantedPresence: wanted,
    failure: null
});

/** What another window or the bridge itself changed is true at once; what the agent wants here is still under way. */
export function takePresence(state: SoftphoneState, presence: Presence): SoftphoneState {
    const { wantedPresence } = state;
    const isReached = wantedPresence && isAsWanted(presence, wantedPresence);
    return { ...state, presence, wantedPresence: isReached ? null : wantedPresence };
}

export function confirmPresence(
    state: SoftphoneState,
    { presence, wanted }: EventOf<'presenceConfirmed'>
): SoftphoneState {
    return { ...state, presence, wantedPresence: state.wantedPresence === wanted ? null : state.wantedPresence };
}

/** Of a wish that was followed by another nobody needs to know that it failed. */
export function refusePresence(state: SoftphoneState, { wanted, error }: EventOf<'presenceRefused'>): SoftphoneState {
    if (state.wantedPresence !== wanted) return state;
    return { ...state, wantedPresence: null, failure: { action: 'setPresence', error } };
}

/** The bridge tells of it on the stream, too, a moment sooner or later. */
export const finishWrapUp = (state: SoftphoneState): SoftphoneState => ({
    ...state,
    presence: state.presence && { ...state.presence, wrapUp: null }
});
