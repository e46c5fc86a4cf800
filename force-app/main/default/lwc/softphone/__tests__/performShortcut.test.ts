import type { AgentAction, CallView } from 'bridge/contract';
import { type SoftphoneEvent, type SoftphoneState, initialState, reduceSoftphone } from 'c/softphoneState';
import {
    endedCall,
    presenceOf,
    ringingCall,
    snapshotOf,
    talkingCall
} from '../../../../../../test/jest-mocks/callViews';
import { performShortcut } from '../performShortcut';
import { type Shortcut, onShortcut } from '../shortcuts';

const NOW_MS = Date.parse('2026-11-23T12:00:10.000Z');

const stateWith = (calls: CallView[], ...events: SoftphoneEvent[]): SoftphoneState =>
    [
        { type: 'snapshotReceived', snapshot: snapshotOf(...calls), receivedAtMs: NOW_MS } as const,
        { type: 'bridgeStatusChanged', status: { kind: 'connected' } } as const,
        ...events
    ].reduce(reduceSoftphone, initialState);

const effects = { send: jest.fn(), openRecord: jest.fn(), pickTransfer: jest.fn(), focusSoftphone: jest.fn() };

/** What was sent, as `action leg`; whether it applied. */
function perform(shortcut: Shortcut, state: SoftphoneState): [boolean, ...string[]] {
    const applied = performShortcut(shortcut, state, NOW_MS, effects);
    return [applied, ...effects.send.mock.calls.map(([{ call, command }]) => `${command.action} ${call.legId}`)];
}

const able = (...actions: AgentAction[]): Partial<CallView> => ({ actions });
const ringing = ringingCall({ legId: 'rings', ...able('answer', 'reject') });
const talking = talkingCall({ legId: 'talks', ...able('hangup', 'hold', 'mute', 'consult') });
const held = talkingCall({ legId: 'waits', state: 'held', ...able('hangup', 'resume') });

beforeEach(() => jest.clearAllMocks());

describe('a shortcut', () => {
    it.each<[Shortcut, CallView[], string]>([
        ['answer', [ringing], 'answer rings'],
        ['answer', [ringing, talking], 'answer rings'],
        ['reject', [ringing], 'reject rings'],
        ['hangUp', [held, talking], 'hangup talks'],
        ['hangUp', [held], 'hangup waits'],
        ['hold', [talking], 'hold talks'],
        ['hold', [held], 'resume waits'],
        ['mute', [talking], 'mute talks'],
        ['mute', [talkingCall({ legId: 'talks', muted: true, ...able('unmute') })], 'unmute talks']
    ])('does what can be done: %s', (shortcut, calls, sent) => {
        expect(perform(shortcut, stateWith(calls))).toEqual([true, sent]);
    });

    it.each<[Shortcut, CallView[]]>([
        ['answer', [talking]],
        ['answer', [ringing, talkingCall({ legId: 'talks', ...able('hangup') })]],
        ['reject', [ringingCall()]],
        ['hangUp', [ringing]],
        ['hold', []],
        ['mute', [held]],
        ['transfer', [held]],
        ['openCase', [ringing]]
    ])('leaves alone what cannot: %s', (shortcut, calls) => {
        expect(perform(shortcut, stateWith(calls))).toEqual([false]);
    });

    it('does nothing a second time before the first had its effect', () => {
        const sent: SoftphoneEvent = { type: 'commandSent', legId: 'talks', action: 'hold', sentAtMs: NOW_MS };

        expect(perform('hold', stateWith([talking], sent))).toEqual([false]);
    });

    it('asks nothing of a bridge that is away', () => {
        const away: SoftphoneEvent = { type: 'bridgeStatusChanged', status: { kind: 'connecting' } };

        expect(perform('hangUp', stateWith([talking], away))).toEqual([false]);
        expect(perform('transfer', stateWith([talking], away))).toEqual([false]);
    });

    it('opens the Case of the call that is wrapped up, too', () => {
        const { callId, legId } = endedCall();
        const wrapUp = { callId, legId, since: '2026-11-23T12:04:15.000Z', endsAt: '2026-11-23T12:04:45.000Z' };
        const state = stateWith([talkingCall()], { type: 'callChanged', call: endedCall() });
        expect(perform('openCase', state)).toEqual([false]);
        const wrapping = reduceSoftphone(state, { type: 'presenceChanged', presence: presenceOf({ wrapUp }) });

        expect(perform('openCase', wrapping)).toEqual([true]);
        expect(effects.openRecord).toHaveBeenCalledWith('500000000000042AAA');
    });

    it('opens the Case, asks for whom to transfer to, and goes to the softphone', () => {
        const state = stateWith([talking]);
        const shortcuts = ['openCase', 'transfer', 'focus'] as const;

        expect(shortcuts.map((shortcut) => perform(shortcut, state))).toEqual([[true], [true], [true]]);
        expect(effects.openRecord).toHaveBeenCalledWith('500000000000042AAA');
        expect(effects.pickTransfer).toHaveBeenCalledTimes(1);
        expect(effects.focusSoftphone).toHaveBeenCalledTimes(1);
    });
});

describe('the keys of a shortcut', () => {
    const heard: Shortcut[] = [];
    let applies = true;
    let stop = (): void => undefined;
    const press = (key: KeyboardEventInit): boolean =>
        document.body.dispatchEvent(
            new KeyboardEvent('keydown', { altKey: true, shiftKey: true, bubbles: true, cancelable: true, ...key })
        );

    beforeEach(() => {
        heard.length = 0;
        applies = true;
        stop = onShortcut((shortcut) => {
            heard.push(shortcut);
            return applies;
        });
    });

    afterEach(() => stop());

    it('are letters with Alt and Shift, whatever character the keyboard makes of them', () => {
        press({ key: 'A', code: 'KeyA' });
        press({ key: '∏', code: 'KeyR' });
        press({ key: 'd', code: 'KeyX' });

        expect(heard).toEqual(['answer', 'reject', 'hangUp']);
    });

    it.each([
        { key: 'A', code: 'KeyA', altKey: false },
        { key: 'A', code: 'KeyA', shiftKey: false },
        { key: 'A', code: 'KeyA', ctrlKey: true },
        { key: 'A', code: 'KeyA', repeat: true },
        { key: 'Z', code: 'KeyZ' },
        { key: 'Alt', code: 'AltLeft' }
    ])('are no others: %j', (key) => {
        press(key);

        expect(heard).toEqual([]);
    });

    it('belong to the page when they do not apply', () => {
        applies = false;
        expect(press({ key: 'A', code: 'KeyA' })).toBe(true);
        applies = true;
        expect(press({ key: 'A', code: 'KeyA' })).toBe(false);
    });
});
