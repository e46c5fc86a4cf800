import type { SoftphoneEvent, SoftphoneState } from 'c/softphoneState';
import { initialState } from 'c/softphoneState';
import { createTypingWatch, keepTab } from '../typing';

const press = (key: string, modifiers: KeyboardEventInit = {}): KeyboardEvent =>
    new KeyboardEvent('keydown', { key, ...modifiers });

describe('whether the agent types', () => {
    let nowMs = 0;
    beforeEach(() => {
        nowMs = 100_000;
        jest.spyOn(performance, 'now').mockImplementation(() => nowMs);
    });
    afterEach(() => jest.restoreAllMocks());

    it('is so until they pause', () => {
        const typing = createTypingWatch();
        expect(typing.isTyping()).toBe(false);
        typing.see(press('a'));
        nowMs += 9_999;
        expect(typing.isTyping()).toBe(true);
        nowMs += 1;

        expect(typing.isTyping()).toBe(false);
    });

    it.each([
        ['the space bar, which presses buttons', press(' ')],
        ['a key that moves', press('ArrowDown')],
        ['a shortcut', press('A', { altKey: true, shiftKey: true })]
    ])('does not follow from %s', (_name, event) => {
        const typing = createTypingWatch();
        typing.see(event);

        expect(typing.isTyping()).toBe(false);
    });
});

describe('the tab of who types', () => {
    const on = (activeTab: SoftphoneState['activeTab']): SoftphoneState => ({ ...initialState, activeTab });
    const told: SoftphoneEvent = { type: 'failureDismissed' };

    it.each<[string, SoftphoneState['activeTab'], SoftphoneEvent, SoftphoneState['activeTab']]>([
        ['stays when a call rings', 'ringing', told, 'dial'],
        ['goes to the call that was answered', 'current', told, 'current'],
        ['is the one that they choose', 'ringing', { type: 'tabSelected', tab: 'ringing' }, 'ringing']
    ])('%s', (_name, wanted, event, shown) => {
        expect(keepTab(on('dial'), on(wanted), event).activeTab).toBe(shown);
    });
});
