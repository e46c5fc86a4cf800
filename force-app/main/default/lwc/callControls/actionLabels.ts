import type { AgentAction } from 'bridge/contract';
import { labels } from './labels';

/** What the agent pressed, by what it asked for. */
export const ACTION_LABELS: Readonly<Partial<Record<AgentAction, string>>> = {
    mute: labels.mute,
    unmute: labels.mute,
    hold: labels.hold,
    resume: labels.hold,
    consult: labels.consult,
    blindTransfer: labels.transfer,
    completeTransfer: labels.completeTransfer,
    cancelTransfer: labels.backToCustomer,
    conference: labels.conference,
    pauseRecording: labels.pauseRecording,
    resumeRecording: labels.pauseRecording
};
