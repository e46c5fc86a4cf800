import type { AgentAction, CallView } from 'bridge/contract';
import { isRinging } from './callGroups';

/** A command that has not had its effect on the call yet, whether or not the bridge has accepted it. */
export interface PendingCommand {
    readonly action: AgentAction;
    /** By the bridge's clock. */
    readonly sentAtMs: number;
}

/** A telephone that obeys does so within moments; Asterisk's answer is a mere notice that the phone may ignore. */
const OVERDUE_AFTER_MS = 5_000;

/** Whether what was asked for should have had its effect by now, so that it may be asked for again. */
export const isOverdue = ({ sentAtMs }: { readonly sentAtMs: number }, nowMs: number): boolean =>
    nowMs - sentAtMs >= OVERDUE_AFTER_MS;

/** Whether the call, which is not over, is as the action would have it. */
type HadItsEffect = (call: CallView) => boolean;

const never: HadItsEffect = () => false;

const EFFECTS: Readonly<Record<AgentAction, HadItsEffect>> = {
    answer: (call) => !isRinging(call),
    reject: never,
    hangup: never,
    hold: ({ state }) => state === 'held',
    resume: ({ state }) => state !== 'held',
    mute: ({ muted }) => muted,
    unmute: ({ muted }) => !muted,
    dtmf: never,
    blindTransfer: never,
    consult: ({ consult }) => consult !== null,
    completeTransfer: never,
    cancelTransfer: ({ consult }) => consult === null,
    conference: ({ consult }) => consult?.state === 'joined',
    pauseRecording: ({ recordingPaused }) => recordingPaused,
    resumeRecording: ({ recordingPaused }) => !recordingPaused
};

/** Whether a command has had its effect, or can have none any more. A call that is over is undefined. */
export const isCommandSettled = (action: AgentAction, call: CallView | undefined): boolean =>
    !call || EFFECTS[action](call);

/** Keys that were dialled change nothing about a call: there is nothing to wait for. */
export const isWaitedFor = (action: AgentAction): boolean => action !== 'dtmf';
