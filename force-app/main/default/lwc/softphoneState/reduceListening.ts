import type { EventOf } from './softphoneEvent';
import type { SoftphoneState } from './state';

export const requestRecording = (state: SoftphoneState, { call }: EventOf<'recordingRequested'>): SoftphoneState => ({
    ...state,
    listening: { call, recording: { status: 'opening' } }
});

/** What the agent no longer wants to hear, or something else instead, is of no interest any more. */
export function receiveRecording(
    state: SoftphoneState,
    event: EventOf<'recordingOpened'> | EventOf<'recordingRefused'>
): SoftphoneState {
    if (state.listening?.call.legId !== event.legId) return state;
    const recording =
        event.type === 'recordingOpened'
            ? ({ status: 'open', ticket: event.ticket } as const)
            : ({ status: 'failed', ...event.failure } as const);
    return { ...state, listening: { ...state.listening, recording } };
}
