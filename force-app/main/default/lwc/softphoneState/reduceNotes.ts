import type { CallView, Note } from 'bridge/contract';
import type { EventOf } from './softphoneEvent';
import type { SoftphoneState } from './state';
import { withoutKey } from './withoutKey';

/** A call as the agent sees it: with what they wrote down last, whether or not the bridge has stored it. */
export function withDraft(call: CallView, { drafts }: Pick<SoftphoneState, 'drafts'>): CallView {
    const draft = drafts[call.legId];
    return draft ? { ...call, note: draft.note } : call;
}

/** The call is shown with the note at once. */
export function writeNote(state: SoftphoneState, { legId, note }: EventOf<'noteWritten'>): SoftphoneState {
    const call = state.calls[legId];
    const { history } = state;
    return {
        ...state,
        drafts: { ...state.drafts, [legId]: { note, isRefused: false } },
        calls: call ? { ...state.calls, [legId]: { ...call, note } } : state.calls,
        history: call
            ? history
            : { ...history, calls: history.calls.map((one) => (one.legId === legId ? { ...one, note } : one)) }
    };
}

/** Of a note that was written anew meanwhile the newer one is still to be stored. */
export function forgetDraft(state: SoftphoneState, { legId, note }: EventOf<'noteSaved'>): SoftphoneState {
    if (!isSame(state.drafts[legId]?.note, note)) return state;
    const { failure } = state;
    const isMadeUpFor = failure?.action === 'saveNote' && failure.call.legId === legId;
    return { ...state, drafts: withoutKey(state.drafts, legId), failure: isMadeUpFor ? null : failure };
}

/** What was written stays on screen, so that the agent can change it or copy it. */
export function failNote(state: SoftphoneState, { legId, note, error }: EventOf<'noteRefused'>): SoftphoneState {
    const call = state.calls[legId] ?? state.history.calls.find((one) => one.legId === legId);
    if (!call || !isSame(state.drafts[legId]?.note, note)) return state;
    const drafts = { ...state.drafts, [legId]: { note, isRefused: true } };
    return { ...state, drafts, failure: { call, action: 'saveNote', error } };
}

const isSame = (one: Note | undefined, other: Note): boolean => one?.reason === other.reason && one.text === other.text;
