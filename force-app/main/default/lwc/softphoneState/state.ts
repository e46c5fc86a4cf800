import type {
    Agent,
    AgentAction,
    CallView,
    Candidate,
    Directory,
    Note,
    Presence,
    PresenceRequest,
    QueueLogin,
    Settings
} from 'bridge/contract';
import type { BridgeError, BridgeStatus } from 'c/bridgeClient';
import type { RecordingState } from 'c/recordingPlayer';
import type { PendingChoice } from './pendingChoice';
import type { PendingCommand } from './pendingCommand';

export type SoftphoneTab = 'ringing' | 'current' | 'history' | 'dial';

export interface HistoryState {
    readonly status: 'loading' | 'ready' | 'failed';
    /** Ended calls, the one that ended last first; may reach back before today. */
    readonly calls: readonly CallView[];
}

/** To whom a call can be transferred. What was known stays while it is asked for again. */
export interface DirectoryState {
    readonly status: 'idle' | 'loading' | 'ready' | 'failed';
    readonly directory: Directory | null;
}

/** What the last search for people found. While it goes on, `contacts` are still those of the search before. */
export interface ContactsState {
    /** Empty: whom the agent spoke with last. */
    readonly search: string;
    readonly status: 'idle' | 'loading' | 'ready' | 'failed';
    readonly contacts: readonly Candidate[];
}

/** The queues that the agent may enter and leave. What was known stays while it is asked for again. */
export interface QueueLoginsState {
    readonly status: 'idle' | 'loading' | 'ready' | 'failed';
    readonly queues: readonly QueueLogin[];
    /** By the queue's name, whether the agent wants to be in it and the bridge has not confirmed. */
    readonly changing: Readonly<Record<string, boolean>>;
    /** What the agent changed last. */
    readonly changed: { readonly name: string; readonly isIn: boolean } | null;
}

/** A call of the history that the agent hears again; as it was when they chose it. */
export interface Listening {
    readonly call: CallView;
    readonly recording: RecordingState;
}

/** A note that is on its way to the bridge, or that the bridge did not take. */
export interface Draft {
    readonly note: Note;
    readonly isRefused: boolean;
}

/** A command that the bridge did not carry out; shown until it is dismissed, repeated or without object. */
export type CommandFailure = { readonly error: BridgeError } & (
    | FailureOfCall
    | { readonly action: 'dial'; readonly number: string }
    | { readonly action: 'enterQueue' | 'leaveQueue'; readonly queue: string }
    | { readonly action: 'setPresence' | 'finishWrapUp' }
);

/** `call` is as it was when the command failed. */
export type FailureOfCall = { readonly call: CallView } & (
    | { readonly action: AgentAction | 'saveNote' }
    | { readonly action: 'chooseCaller'; readonly candidateId: string | null }
);

/** Everything the softphone shows. Calls are kept by leg: the same call may be offered to an agent twice. */
export interface SoftphoneState {
    readonly connection: BridgeStatus;
    /** Why the bridge is away; stays while it is tried again, until it is back. */
    readonly lastError: BridgeError | null;
    /** Null until the first snapshot, as are `presence` and `settings`. */
    readonly agent: Agent | null;
    readonly presence: Presence | null;
    readonly settings: Settings | null;
    /** What the agent wants to be and the bridge has not confirmed. */
    readonly wantedPresence: PresenceRequest | null;
    /** The calls that are not over, by leg id. */
    readonly calls: Readonly<Record<string, CallView>>;
    readonly history: HistoryState;
    readonly activeTab: SoftphoneTab;
    /** The ringing call that Atender answers; null when nothing rings. */
    readonly selectedLegId: string | null;
    /** By leg id. */
    readonly pending: Readonly<Record<string, PendingCommand>>;
    /** By leg id. */
    readonly choices: Readonly<Record<string, PendingChoice>>;
    /** What the agent wrote down and the bridge has not stored, by leg id; shown in place of the call's own note. */
    readonly drafts: Readonly<Record<string, Draft>>;
    /** Whether the bridge is asked to place a call. */
    readonly dialling: boolean;
    /** The number that the bridge was last asked to call and does; null while it is asked for another one. */
    readonly dialled: string | null;
    readonly directory: DirectoryState;
    readonly contacts: ContactsState;
    readonly queueLogins: QueueLoginsState;
    readonly listening: Listening | null;
    readonly failure: CommandFailure | null;
    /** Add to this machine's clock to get the bridge's, milliseconds. */
    readonly clockOffsetMs: number;
}

export const initialState: SoftphoneState = {
    connection: { kind: 'connecting' },
    lastError: null,
    agent: null,
    presence: null,
    settings: null,
    wantedPresence: null,
    calls: {},
    history: { status: 'loading', calls: [] },
    activeTab: 'ringing',
    selectedLegId: null,
    pending: {},
    choices: {},
    drafts: {},
    dialling: false,
    dialled: null,
    directory: { status: 'idle', directory: null },
    contacts: { search: '', status: 'idle', contacts: [] },
    queueLogins: { status: 'idle', queues: [], changing: {}, changed: null },
    listening: null,
    failure: null,
    clockOffsetMs: 0
};
