import '../../../../../../test/jest-mocks/projectLabels';
import DialPad from 'c/dialPad';
import { find, findAll, mount, recordEvents, rendered, textOf } from '../../../../../../test/jest-mocks/mount';

const keyOf = (pad: HTMLElement, digit: string): HTMLButtonElement => find(pad, `[data-digit="${digit}"]`);
const focused = (pad: HTMLElement): string | null | undefined =>
    pad.shadowRoot?.activeElement?.getAttribute('data-digit');

async function press(pad: HTMLElement, key: string, init: KeyboardEventInit = {}): Promise<boolean> {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init });
    pad.shadowRoot?.activeElement?.dispatchEvent(event);
    await rendered();
    return event.defaultPrevented;
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the dial pad', () => {
    it('has the twelve keys of a telephone, with their letters', async () => {
        const pad = await mount('c-dial-pad', DialPad, { heldZero: '+' });

        expect(textOf(pad)).toBe('12ABC3DEF4GHI5JKL6MNO7PQRS8TUV9WXYZ*0+#');
    });

    it('gives what is pressed', async () => {
        const pad = await mount('c-dial-pad', DialPad, {});
        const digits = recordEvents(pad, 'digit');
        for (const digit of '1590*#') keyOf(pad, digit).click();

        expect(digits).toEqual([...'1590*#'].map((digit) => ({ digit })));
    });

    it.each([
        ['+', 500, '+'],
        ['+', 499, '0'],
        ['', 5_000, '0']
    ])('gives what a long press of 0 stands for: %p after %i ms is %p', async (heldZero, durationMs, digit) => {
        const pad = await mount('c-dial-pad', DialPad, { heldZero });
        const digits = recordEvents(pad, 'digit');
        keyOf(pad, '0').dispatchEvent(new CustomEvent('pointerdown'));
        jest.advanceTimersByTime(durationMs);
        keyOf(pad, '0').dispatchEvent(new CustomEvent('pointerup'));
        keyOf(pad, '0').click();

        expect(digits).toEqual([{ digit }]);
    });

    it('gives nothing for a press of 0 that slips off the key', async () => {
        const pad = await mount('c-dial-pad', DialPad, { heldZero: '+' });
        const digits = recordEvents(pad, 'digit');
        keyOf(pad, '0').dispatchEvent(new CustomEvent('pointerdown'));
        keyOf(pad, '0').dispatchEvent(new CustomEvent('pointerleave'));
        jest.runAllTimers();

        expect(digits).toEqual([]);
    });

    it('leaves the focus in the field that it writes into', async () => {
        const pad = await mount('c-dial-pad', DialPad, {});
        const event = new CustomEvent('mousedown', { cancelable: true });
        keyOf(pad, '5').dispatchEvent(event);

        expect(event.defaultPrevented).toBe(true);
    });
});

describe('the dial pad by keyboard', () => {
    it('is one stop, walked through with the arrows up to its edges', async () => {
        const pad = await mount('c-dial-pad', DialPad, {});
        keyOf(pad, '1').focus();
        const visited: unknown[] = [];
        for (const key of [
            'ArrowUp',
            'ArrowDown',
            'ArrowDown',
            'ArrowDown',
            'ArrowDown',
            'ArrowRight',
            'ArrowLeft',
            'ArrowUp'
        ]) {
            await press(pad, key);
            visited.push(focused(pad));
        }

        expect(visited).toEqual(['1', '4', '7', '*', '*', '0', '*', '7']);
        expect(findAll(pad, '[tabindex="0"]')).toEqual([keyOf(pad, '7')]);
    });

    it('takes typed digits wherever the focus is, and leaves other keys to the page', async () => {
        const pad = await mount('c-dial-pad', DialPad, { heldZero: '+' });
        const digits = recordEvents(pad, 'digit');
        keyOf(pad, '1').focus();
        const taken = [await press(pad, '9'), await press(pad, '+'), await press(pad, 'Enter'), await press(pad, 'a')];
        const copied = await press(pad, '1', { ctrlKey: true });

        expect(digits).toEqual([{ digit: '9' }, { digit: '+' }]);
        expect([taken, copied]).toEqual([[true, true, false, false], false]);
    });
});
