import type { AgentAction, CallView, History, Snapshot } from 'bridge/contract';
import type { BridgeError, BridgeStatus } from 'c/bridgeClient';
import type { SoftphoneTab } from './state';

/** What can happen to the softphone, told by the bridge or done by the agent. */
export type SoftphoneEvent =
    | { readonly type: 'bridgeStatusChanged'; readonly status: BridgeStatus }
    | { readonly type: 'snapshotReceived'; readonly snapshot: Snapshot; readonly receivedAtMs: number }
    | { readonly type: 'callChanged'; readonly call: CallView }
    | { readonly type: 'tabSelected'; readonly tab: SoftphoneTab }
    | { readonly type: 'callSelected'; readonly legId: string }
    | {
          readonly type: 'commandSent';
          readonly legId: string;
          readonly action: AgentAction;
          /** By this machine's clock. */
          readonly sentAtMs: number;
      }
    | {
          readonly type: 'commandFailed';
          readonly legId: string;
          readonly action: AgentAction;
          readonly error: BridgeError;
      }
    | {
          readonly type: 'callerChosen';
          readonly legId: string;
          readonly candidateId: string | null;
          /** By this machine's clock. */
          readonly sentAtMs: number;
      }
    | {
          readonly type: 'callerChoiceFailed';
          readonly legId: string;
          readonly candidateId: string | null;
          readonly error: BridgeError;
      }
    | { readonly type: 'failureDismissed' }
    | { readonly type: 'historyRequested' }
    | { readonly type: 'historyLoaded'; readonly history: History }
    | { readonly type: 'historyFailed' };
