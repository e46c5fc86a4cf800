import type { EventOf } from './softphoneEvent';
import type { QueueLoginsState, SoftphoneState } from './state';
import { withoutKey } from './withoutKey';

type Changed = { readonly name: string; readonly isIn: boolean };

const withQueueLogins = (state: SoftphoneState, changes: Partial<QueueLoginsState>): SoftphoneState => ({
    ...state,
    queueLogins: { ...state.queueLogins, ...changes }
});

/** What was known stays while it is asked for again. */
export const requestQueueLogins = (state: SoftphoneState): SoftphoneState =>
    withQueueLogins(state, { status: 'loading' });

export const takeQueueLogins = (state: SoftphoneState, { queues }: EventOf<'queueLoginsLoaded'>): SoftphoneState =>
    withQueueLogins(state, { status: 'ready', queues });

export const failQueueLogins = (state: SoftphoneState): SoftphoneState => withQueueLogins(state, { status: 'failed' });

export const wantQueueLogin = (state: SoftphoneState, { name, isIn }: EventOf<'queueLoginWanted'>): SoftphoneState => ({
    ...withQueueLogins(state, { changing: { ...state.queueLogins.changing, [name]: isIn }, changed: null }),
    failure: null
});

export function confirmQueueLogin(state: SoftphoneState, changed: Changed): SoftphoneState {
    const { queues, changing } = state.queueLogins;
    const { name, isIn } = changed;
    return withQueueLogins(state, {
        queues: queues.map((queue) => (queue.name === name ? { ...queue, isIn } : queue)),
        changing: withoutKey(changing, name),
        changed: { name, isIn }
    });
}

export function refuseQueueLogin(
    state: SoftphoneState,
    { name, isIn, error }: EventOf<'queueLoginRefused'>
): SoftphoneState {
    const changing = withoutKey(state.queueLogins.changing, name);
    return {
        ...withQueueLogins(state, { changing }),
        failure: { action: isIn ? 'enterQueue' : 'leaveQueue', queue: name, error }
    };
}
