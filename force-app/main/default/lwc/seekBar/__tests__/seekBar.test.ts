import '../../../../../../test/jest-mocks/projectLabels';
import { type Mounted, find, has, mount, recordEvents, rendered } from '../../../../../../test/jest-mocks/mount';
import SeekBar from 'c/seekBar';

const mountBar = (changes: Partial<Mounted<SeekBar>> = {}): Promise<Mounted<SeekBar>> =>
    mount('c-seek-bar', SeekBar, { positionSeconds: 42, durationSeconds: 190, ...changes });

const slider = (element: HTMLElement): HTMLElement => find(element, '[role="slider"]');

function press(element: HTMLElement, key: string, more: KeyboardEventInit = {}): boolean {
    return slider(element).dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, ...more }));
}

/** jsdom has no pointers. */
async function point(element: HTMLElement, type: string, clientX: number, button = 0): Promise<void> {
    slider(element).dispatchEvent(new MouseEvent(type, { clientX, button }));
    await rendered();
}

describe('the place in a recording', () => {
    it('is said in words', async () => {
        const bar = slider(await mountBar());

        expect(bar.getAttribute('aria-label')).toBe('Posição na gravação');
        expect(bar.getAttribute('aria-valuetext')).toBe('0:42 de 3:10');
        expect(['min', 'now', 'max'].map((name) => bar.getAttribute(`aria-value${name}`))).toEqual(['0', '42', '190']);
        expect(bar.tabIndex).toBe(0);
    });

    it('counts hours only where there are some', async () => {
        const element = await mountBar({ positionSeconds: 3_723, durationSeconds: 36_000 });

        expect(slider(element).getAttribute('aria-valuetext')).toBe('1:02:03 de 10:00:00');
    });

    it('is shown on the shape of the recording, or on a line where that is not known', async () => {
        const element = await mountBar({ peaks: [10, 100], positionSeconds: 95 });
        expect(has(element, 'path')).toBe(true);
        expect(slider(element).style.getPropertyValue('--played')).toBe('50.00%');

        element.peaks = null;
        await rendered();
        expect([has(element, 'path'), has(element, '.line')]).toEqual([false, true]);
    });

    it.each<[string, number]>([
        ['ArrowRight', 47],
        ['ArrowUp', 47],
        ['ArrowLeft', 37],
        ['ArrowDown', 37],
        ['PageUp', 72],
        ['PageDown', 12],
        ['Home', 0],
        ['End', 190]
    ])('changes by %s', async (key, seconds) => {
        const element = await mountBar();
        const sought = recordEvents(element, 'seek');

        expect(press(element, key)).toBe(false);
        expect(sought).toEqual([{ seconds }]);
    });

    it('is not talked of every second while the bar has the focus, only when the agent goes elsewhere', async () => {
        const element = await mountBar();
        const told: (string | null)[] = [];
        const tell = async (changes: Partial<Mounted<SeekBar>> = {}): Promise<void> => {
            Object.assign(element, changes);
            await rendered();
            told.push(slider(element).getAttribute('aria-valuetext'));
        };
        slider(element).focus();
        await tell({ positionSeconds: 44 });
        press(element, 'ArrowRight');
        await tell();
        await tell({ positionSeconds: 51 });
        slider(element).blur();
        await tell();

        expect(told).toEqual(['0:42 de 3:10', '0:49 de 3:10', '0:49 de 3:10', '0:51 de 3:10']);
        expect(slider(element).style.getPropertyValue('--played')).toBe('26.84%');
    });

    it('never leaves the recording', async () => {
        const element = await mountBar({ positionSeconds: 2 });
        const sought = recordEvents(element, 'seek');
        press(element, 'PageDown');
        element.positionSeconds = 189;
        press(element, 'ArrowRight');

        expect(sought).toEqual([{ seconds: 0 }, { seconds: 190 }]);
    });

    it('leaves other keys, and the shortcuts of the page, to others', async () => {
        const element = await mountBar();
        const sought = recordEvents(element, 'seek');

        expect([press(element, 'Escape'), press(element, 'End', { ctrlKey: true })]).toEqual([true, true]);
        expect(sought).toEqual([]);
    });

    it('stands still while nobody knows how long the recording is', async () => {
        const element = await mountBar({ durationSeconds: 0 });
        const sought = recordEvents(element, 'seek');
        press(element, 'End');
        await point(element, 'pointerdown', 50);
        await point(element, 'pointerup', 50);

        expect(slider(element).getAttribute('aria-disabled')).toBe('true');
        expect(sought).toEqual([]);
    });
});

describe('the pointer', () => {
    const captured = jest.fn();

    beforeEach(() => {
        captured.mockClear();
        Element.prototype.setPointerCapture = captured;
        jest.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ left: 100, width: 200 } as DOMRect);
    });
    afterEach(() => jest.restoreAllMocks());

    it('takes the place along, and goes there when it is let go', async () => {
        const element = await mountBar();
        const sought = recordEvents(element, 'seek');
        await point(element, 'pointerdown', 200);
        expect(slider(element).getAttribute('aria-valuetext')).toBe('1:35 de 3:10');
        await point(element, 'pointermove', 250);
        expect([slider(element).getAttribute('aria-valuenow'), sought.length, captured.mock.calls.length]).toEqual([
            '142',
            0,
            1
        ]);

        await point(element, 'pointerup', 900);
        expect(sought).toEqual([{ seconds: 190 }]);
        expect(slider(element).getAttribute('aria-valuenow')).toBe('42');
    });

    it('changes nothing when the browser takes it away, nor by another button, nor by passing', async () => {
        const element = await mountBar();
        const sought = recordEvents(element, 'seek');
        await point(element, 'pointerdown', 200);
        await point(element, 'pointercancel', 200);
        await point(element, 'pointerup', 200);
        await point(element, 'pointerdown', 200, 2);
        await point(element, 'pointermove', 250);
        await point(element, 'pointerup', 250);

        expect([sought, slider(element).getAttribute('aria-valuenow')]).toEqual([[], '42']);
    });
});
