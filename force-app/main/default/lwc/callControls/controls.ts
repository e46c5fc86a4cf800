import type { AgentAction, CallView } from 'bridge/contract';
import { labels } from './labels';

/** What opens below the buttons of a call. */
export type Drawer = 'none' | 'keypad' | 'transfer';

/** One button among those of a call. */
export interface Control {
    readonly id: string;
    readonly label: string;
    readonly iconName: string;
    /** Any of them makes the button usable. */
    readonly actions: readonly AgentAction[];
    /** As the softphone's own shortcuts have it. */
    readonly keyShortcut?: string;
    /** What the button opens, rather than asking for anything. */
    readonly drawer?: Drawer;
    /** Whether the button is pressed in; absent where it cannot be. */
    readonly isOn?: (call: CallView) => boolean;
}

export const CONTROLS: readonly Control[] = [
    {
        id: 'mute',
        label: labels.mute,
        iconName: 'utility:muted',
        actions: ['mute', 'unmute'],
        keyShortcut: 'Alt+Shift+M',
        isOn: ({ muted }) => muted
    },
    {
        id: 'hold',
        label: labels.hold,
        iconName: 'utility:pause',
        actions: ['hold', 'resume'],
        keyShortcut: 'Alt+Shift+E',
        isOn: ({ state }) => state === 'held'
    },
    { id: 'keypad', label: labels.keypad, iconName: 'utility:keypad', actions: ['dtmf'], drawer: 'keypad' },
    {
        id: 'transfer',
        label: labels.transfer,
        iconName: 'utility:forward',
        actions: ['consult', 'blindTransfer'],
        keyShortcut: 'Alt+Shift+T',
        drawer: 'transfer'
    },
    {
        id: 'recording',
        label: labels.pauseRecording,
        iconName: 'utility:record',
        actions: ['pauseRecording', 'resumeRecording'],
        isOn: ({ recordingPaused }) => recordingPaused
    }
];

/** What a press asks for now; undefined when there is nothing to ask. */
export const actionOf = ({ actions }: Control, call: CallView): AgentAction | undefined =>
    actions.find((action) => call.actions.includes(action));
