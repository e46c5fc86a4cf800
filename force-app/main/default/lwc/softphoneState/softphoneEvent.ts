import type {
    AgentAction,
    CallView,
    Candidate,
    Directory,
    History,
    Note,
    Presence,
    PresenceRequest,
    QueueLogin,
    RecordingTicket,
    Snapshot
} from 'bridge/contract';
import type { RecordingFailure } from 'c/recordingPlayer';
import type { BridgeError, BridgeStatus } from 'c/bridgeClient';
import type { SoftphoneTab } from './state';

/** What can happen to the softphone, told by the bridge or done by the agent. Times are by this machine's clock. */
export type SoftphoneEvent =
    | { readonly type: 'bridgeStatusChanged'; readonly status: BridgeStatus }
    | { readonly type: 'snapshotReceived'; readonly snapshot: Snapshot; readonly receivedAtMs: number }
    | { readonly type: 'callChanged'; readonly call: CallView }
    | { readonly type: 'tabSelected'; readonly tab: SoftphoneTab }
    | { readonly type: 'callSelected'; readonly legId: string }
    | CommandEvent
    | ChoiceEvent
    | NoteEvent
    | PresenceEvent
    | DialEvent
    | LookupEvent
    | QueueLoginEvent
    | ListeningEvent
    | { readonly type: 'failureDismissed' }
    | { readonly type: 'historyRequested' }
    | { readonly type: 'historyLoaded'; readonly history: History }
    | { readonly type: 'historyFailed' };

type CommandEvent = { readonly legId: string; readonly action: AgentAction } & (
    | { readonly type: 'commandSent'; readonly sentAtMs: number }
    | { readonly type: 'commandFailed'; readonly error: BridgeError }
);

type ChoiceEvent = { readonly legId: string; readonly candidateId: string | null } & (
    | { readonly type: 'callerChosen'; readonly sentAtMs: number }
    | { readonly type: 'callerChoiceFailed'; readonly error: BridgeError }
);

type NoteEvent = { readonly legId: string; readonly note: Note } & (
    | { readonly type: 'noteWritten' }
    | { readonly type: 'noteSaved' }
    | { readonly type: 'noteRefused'; readonly error: BridgeError }
);

type PresenceEvent =
    | { readonly type: 'presenceWanted'; readonly wanted: PresenceRequest }
    /** Told on the stream. */
    | { readonly type: 'presenceChanged'; readonly presence: Presence }
    /** The bridge's answer to what was wanted. */
    | { readonly type: 'presenceConfirmed'; readonly presence: Presence; readonly wanted: PresenceRequest }
    | { readonly type: 'presenceRefused'; readonly wanted: PresenceRequest; readonly error: BridgeError }
    | { readonly type: 'wrapUpFinished' }
    | { readonly type: 'wrapUpFinishFailed'; readonly error: BridgeError };

type DialEvent =
    | { readonly type: 'dialSent' }
    | { readonly type: 'dialled'; readonly number: string }
    | { readonly type: 'dialFailed'; readonly number: string; readonly error: BridgeError };

type LookupEvent =
    | { readonly type: 'directoryRequested' }
    | { readonly type: 'directoryLoaded'; readonly directory: Directory }
    | { readonly type: 'directoryFailed' }
    | { readonly type: 'contactsRequested'; readonly search: string }
    | { readonly type: 'contactsFound'; readonly search: string; readonly contacts: readonly Candidate[] }
    | { readonly type: 'contactsFailed'; readonly search: string };

type QueueLoginEvent =
    | { readonly type: 'queueLoginsRequested' }
    | { readonly type: 'queueLoginsLoaded'; readonly queues: readonly QueueLogin[] }
    | { readonly type: 'queueLoginsFailed' }
    | ({ readonly name: string; readonly isIn: boolean } & (
          | { readonly type: 'queueLoginWanted' }
          | { readonly type: 'queueLoginConfirmed' }
          | { readonly type: 'queueLoginRefused'; readonly error: BridgeError }
      ));

type ListeningEvent =
    | { readonly type: 'recordingRequested'; readonly call: CallView }
    | { readonly type: 'recordingOpened'; readonly legId: string; readonly ticket: RecordingTicket }
    | { readonly type: 'recordingRefused'; readonly legId: string; readonly failure: RecordingFailure }
    | { readonly type: 'recordingClosed' };

export type EventOf<Type extends SoftphoneEvent['type']> = Extract<SoftphoneEvent, { type: Type }>;
