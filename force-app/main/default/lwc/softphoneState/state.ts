import type { Agent, AgentAction, CallView } from 'bridge/contract';
import type { BridgeError, BridgeStatus } from 'c/bridgeClient';
import type { PendingChoice } from './pendingChoice';
import type { PendingCommand } from './pendingCommand';

export type SoftphoneTab = 'ringing' | 'current' | 'history';

export interface HistoryState {
    readonly status: 'loading' | 'ready' | 'failed';
    /** Ended calls, the one that ended last first; may reach back before today. */
    readonly calls: readonly CallView[];
}

/** A command that the bridge did not carry out; shown until it is dismissed, repeated or without object. */
export type CommandFailure = {
    /** As it was when the command failed. */
    readonly call: CallView;
    readonly error: BridgeError;
} & ({ readonly action: AgentAction } | { readonly action: 'chooseCaller'; readonly candidateId: string | null });

/** Everything the softphone shows. Calls are kept by leg: the same call may be offered to an agent twice. */
export interface SoftphoneState {
    readonly connection: BridgeStatus;
    /** Why the bridge is away; stays while it is tried again, until it is back. */
    readonly lastError: BridgeError | null;
    /** Null until the first snapshot. */
    readonly agent: Agent | null;
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
    readonly failure: CommandFailure | null;
    /** Add to this machine's clock to get the bridge's, milliseconds. */
    readonly clockOffsetMs: number;
}

export const initialState: SoftphoneState = {
    connection: { kind: 'connecting' },
    lastError: null,
    agent: null,
    calls: {},
    history: { status: 'loading', calls: [] },
    activeTab: 'ringing',
    selectedLegId: null,
    pending: {},
    choices: {},
    failure: null,
    clockOffsetMs: 0
};
