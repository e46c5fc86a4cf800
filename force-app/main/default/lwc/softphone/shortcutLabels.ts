import answer from '@salesforce/label/c.Softphone_Answer';
import reject from '@salesforce/label/c.Softphone_Reject';
import hangUp from '@salesforce/label/c.Softphone_HangUp';
import hold from '@salesforce/label/c.Softphone_ShortcutHold';
import mute from '@salesforce/label/c.Softphone_ShortcutMute';
import transfer from '@salesforce/label/c.Softphone_Transfer';
import openCase from '@salesforce/label/c.Softphone_ShortcutCase';
import focus from '@salesforce/label/c.Softphone_ShortcutFocus';
import { SHORTCUT_LETTERS, type Shortcut } from './shortcuts';

const LABELS: Readonly<Record<Shortcut, string>> = {
    answer,
    reject,
    hangUp,
    hold,
    mute,
    transfer,
    openCase,
    focus
};

/** The shortcuts as the help lists them. */
export const shortcutList = (Object.keys(LABELS) as Shortcut[]).map((name) => ({
    letter: SHORTCUT_LETTERS[name],
    label: LABELS[name]
}));
