import type { CallView } from 'bridge/contract';
import { type SoftphoneState, wrapUpCall } from 'c/softphoneState';
import { type AimedCommand, callInFront, commandOf, transferableCall } from './shortcutTarget';
import type { Shortcut } from './shortcuts';

export interface ShortcutEffects {
    readonly send: (aimed: AimedCommand) => unknown;
    readonly openRecord: (recordId: string) => void;
    readonly pickTransfer: () => void;
    readonly focusSoftphone: () => void;
}

/**
 * Does what the shortcut stands for, where it applies to the calls as they are.
 *
 * @param nowMs by the bridge's clock
 * @returns whether it applied
 */
export function performShortcut(
    shortcut: Shortcut,
    state: SoftphoneState,
    nowMs: number,
    effects: ShortcutEffects
): boolean {
    if (shortcut === 'focus') return doWith(state, effects.focusSoftphone);
    if (shortcut === 'openCase') return doWith(caseInFront(state), ({ id }) => effects.openRecord(id));
    if (shortcut === 'transfer') return doWith(transferableCall(state), effects.pickTransfer);
    return doWith(commandOf(shortcut, state, nowMs), effects.send);
}

/** Also while its call is wrapped up. */
const caseInFront = (state: SoftphoneState): CallView['case'] =>
    (callInFront(state) ?? wrapUpCall(state))?.case ?? null;

function doWith<Target>(target: Target | null | undefined, effect: (target: Target) => unknown): boolean {
    if (target) effect(target);
    return Boolean(target);
}
