import type { BridgeStatus } from 'c/bridgeClient';
import { isRinging } from './callGroups';
import { applyCall, mergeHistory, replaceCalls } from './reduceCalls';
import { addChoice, addCommand, failChoice, failCommand } from './reduceCommands';
import { receiveRecording, requestRecording } from './reduceListening';
import { receiveContacts, requestContacts, withDirectoryStatus } from './reduceLookups';
import { failNote, forgetDraft, writeNote } from './reduceNotes';
import { confirmPresence, finishWrapUp, refusePresence, takePresence, wantPresence } from './reducePresence';
import {
    confirmQueueLogin,
    failQueueLogins,
    refuseQueueLogin,
    requestQueueLogins,
    takeQueueLogins,
    wantQueueLogin
} from './reduceQueueLogins';
import type { EventOf, SoftphoneEvent } from './softphoneEvent';
import type { SoftphoneState, SoftphoneTab } from './state';

/** The softphone's next state; pure, so that what the screen shows can be replayed. */
export function reduceSoftphone(state: SoftphoneState, event: SoftphoneEvent): SoftphoneState {
    switch (event.type) {
        case 'bridgeStatusChanged':
            return { ...state, connection: event.status, lastError: errorAfter(state, event.status) };
        case 'snapshotReceived':
            return takeSnapshot(state, event);
        case 'callChanged':
            return applyCall(state, event.call);
        case 'tabSelected':
            return { ...state, activeTab: event.tab };
        case 'callSelected': {
            const call = state.calls[event.legId];
            return call && isRinging(call) ? { ...state, selectedLegId: event.legId } : state;
        }
        case 'commandSent':
            return addCommand(state, event);
        case 'commandFailed':
            return failCommand(state, event);
        case 'callerChosen':
            return addChoice(state, event);
        case 'callerChoiceFailed':
            return failChoice(state, event);
        case 'noteWritten':
            return writeNote(state, event);
        case 'noteSaved':
            return forgetDraft(state, event);
        case 'noteRefused':
            return failNote(state, event);
        case 'presenceWanted':
            return wantPresence(state, event);
        case 'presenceChanged':
            return takePresence(state, event.presence);
        case 'presenceConfirmed':
            return confirmPresence(state, event);
        case 'presenceRefused':
            return refusePresence(state, event);
        case 'wrapUpFinished':
            return finishWrapUp(state);
        case 'wrapUpFinishFailed':
            return { ...state, failure: { action: 'finishWrapUp', error: event.error } };
        case 'dialSent':
            return { ...state, dialling: true, dialled: null, failure: null };
        case 'dialled':
            return { ...state, dialling: false, dialled: event.number };
        case 'dialFailed':
            return {
                ...state,
                dialling: false,
                failure: { action: 'dial', number: event.number, error: event.error }
            };
        case 'directoryRequested':
            return withDirectoryStatus(state, 'loading');
        case 'directoryLoaded':
            return { ...state, directory: { status: 'ready', directory: event.directory } };
        case 'directoryFailed':
            return withDirectoryStatus(state, 'failed');
        case 'contactsRequested':
            return requestContacts(state, event);
        case 'contactsFound':
        case 'contactsFailed':
            return receiveContacts(state, event);
        case 'queueLoginsRequested':
            return requestQueueLogins(state);
        case 'queueLoginsLoaded':
            return takeQueueLogins(state, event);
        case 'queueLoginsFailed':
            return failQueueLogins(state);
        case 'queueLoginWanted':
            return wantQueueLogin(state, event);
        case 'queueLoginConfirmed':
            return confirmQueueLogin(state, event);
        case 'queueLoginRefused':
            return refuseQueueLogin(state, event);
        case 'recordingRequested':
            return requestRecording(state, event);
        case 'recordingOpened':
        case 'recordingRefused':
            return receiveRecording(state, event);
        case 'recordingClosed':
            return { ...state, listening: null };
        case 'failureDismissed':
            return { ...state, failure: null };
        case 'historyRequested':
            return { ...state, history: { ...state.history, status: 'loading' } };
        case 'historyLoaded':
            return mergeHistory(state, event.history);
        case 'historyFailed':
            return { ...state, history: { ...state.history, status: 'failed' } };
    }
}

/** Where the agent went by themselves is where they are after a reload, too. */
const OUTLIVES_RELOAD: readonly SoftphoneTab[] = ['history', 'dial'];

function takeSnapshot(state: SoftphoneState, { snapshot, receivedAtMs }: EventOf<'snapshotReceived'>): SoftphoneState {
    const { agent, serverTime, presence, settings, calls } = snapshot;
    const clockOffsetMs = Date.parse(serverTime) - receivedAtMs;
    const next = replaceCalls({ ...takePresence(state, presence), agent, settings, clockOffsetMs }, calls);
    const isReload = state.agent === null && OUTLIVES_RELOAD.includes(state.activeTab);
    return isReload ? { ...next, activeTab: state.activeTab } : next;
}

function errorAfter({ lastError }: SoftphoneState, status: BridgeStatus): SoftphoneState['lastError'] {
    switch (status.kind) {
        case 'connecting':
            return lastError;
        case 'connected':
            return null;
        case 'lost':
        case 'failed':
            return status.error;
    }
}
