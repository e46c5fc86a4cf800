import '../../../../../../test/jest-mocks/projectLabels';
import { type Mounted, find, findAll, mount, recordEvents, rendered } from '../../../../../../test/jest-mocks/mount';
import DtmfKeypad from 'c/dtmfKeypad';
import { scrolledTo } from '../../../../../../test/jest-mocks/scrolls';
import type SpokenLine from 'c/spokenLine';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const display = (element: HTMLElement): HTMLInputElement => find(element, 'input');
const key = (element: HTMLElement, digit: string): HTMLButtonElement => find(element, `[data-digit="${digit}"]`);
const spoken = (element: HTMLElement): string => find<Mounted<SpokenLine>>(element, 'c-spoken-line').text;

async function pause(): Promise<void> {
    jest.advanceTimersByTime(250);
    await rendered();
}

function typeKey(element: HTMLElement, keyName: string, modifiers: KeyboardEventInit = {}): KeyboardEvent {
    const event = new KeyboardEvent('keydown', { key: keyName, bubbles: true, cancelable: true, ...modifiers });
    display(element).dispatchEvent(event);
    return event;
}

function paste(element: HTMLElement, text: string): void {
    const event = new CustomEvent('paste', { bubbles: true, cancelable: true });
    display(element).dispatchEvent(Object.assign(event, { clipboardData: { getData: () => text } }));
}

describe('keypad', () => {
    it('has the keys of a telephone and takes the focus when it opens', async () => {
        const element = await mount('c-dtmf-keypad', DtmfKeypad, {});

        expect(findAll(element, 'button').map(({ textContent }) => textContent)).toEqual([...'123456789*0#']);
        expect(element.shadowRoot?.activeElement).toBe(display(element));
        expect(scrolledTo).toEqual([find(element, '.keypad')]);
    });

    it('sends what is clicked in a row as one command, and shows it once it is sent', async () => {
        const element = await mount('c-dtmf-keypad', DtmfKeypad, {});
        const sent = recordEvents(element, 'digitssend');
        for (const digit of '12#') key(element, digit).click();
        await rendered();
        expect([sent, display(element).value]).toEqual([[], '']);

        await pause();
        expect([sent, display(element).value]).toEqual([[{ digits: '12#' }], '12#']);
        expect(spoken(element)).toBe('Enviado: 12#');
    });

    it('sends what follows after a pause by itself and speaks of that only', async () => {
        const element = await mount('c-dtmf-keypad', DtmfKeypad, {});
        const sent = recordEvents(element, 'digitssend');
        key(element, '1').click();
        await pause();
        key(element, '2').click();
        await pause();

        expect(sent).toEqual([{ digits: '1' }, { digits: '2' }]);
        expect([display(element).value, spoken(element)]).toEqual(['12', 'Enviado: 2']);
    });

    it('takes typed keys, also those that no telephone shows, and no others', async () => {
        const element = await mount('c-dtmf-keypad', DtmfKeypad, {});
        const sent = recordEvents(element, 'digitssend');
        for (const keyName of ['5', '*', 'd', 'x', '-', 'Tab', 'F1']) typeKey(element, keyName);
        await pause();

        expect(sent).toEqual([{ digits: '5*D' }]);
    });

    it.each([{ altKey: true }, { ctrlKey: true }, { metaKey: true }])(
        'leaves shortcuts alone: %p',
        async (modifiers) => {
            const element = await mount('c-dtmf-keypad', DtmfKeypad, {});
            const sent = recordEvents(element, 'digitssend');
            const event = typeKey(element, 'd', modifiers);
            await pause();

            expect([sent, event.defaultPrevented]).toEqual([[], false]);
        }
    );

    it('sends what a telephone has keys for of what is pasted', async () => {
        const element = await mount('c-dtmf-keypad', DtmfKeypad, {});
        const sent = recordEvents(element, 'digitssend');
        paste(element, ' 12-34 ');
        await pause();

        expect(sent).toEqual([{ digits: '1234' }]);
    });

    it('splits what is longer than one command takes, in order', async () => {
        const element = await mount('c-dtmf-keypad', DtmfKeypad, {});
        const sent = recordEvents(element, 'digitssend');
        const text = '1234567890'.repeat(4);
        paste(element, text);

        expect(sent).toEqual([{ digits: text.slice(0, 32) }, { digits: text.slice(32) }]);
    });

    it('cannot be edited, and hears the keyboard of a screen there', async () => {
        const element = await mount('c-dtmf-keypad', DtmfKeypad, {});
        const sent = recordEvents(element, 'digitssend');
        const typed = new InputEvent('beforeinput', { data: '7', cancelable: true });
        const deleted = new InputEvent('beforeinput', { data: null, cancelable: true });
        display(element).dispatchEvent(typed);
        display(element).dispatchEvent(deleted);
        await pause();

        expect([typed.defaultPrevented, deleted.defaultPrevented, sent]).toEqual([true, true, [{ digits: '7' }]]);
    });

    it('shows the end of what does not fit', async () => {
        const element = await mount('c-dtmf-keypad', DtmfKeypad, {});
        paste(element, '0'.repeat(10) + '1'.repeat(24));
        await pause();

        expect(display(element).value).toBe('1'.repeat(24));
    });

    it('sends nothing while the bridge is away', async () => {
        const element = await mount('c-dtmf-keypad', DtmfKeypad, { disabled: true });
        const sent = recordEvents(element, 'digitssend');
        key(element, '1').click();
        typeKey(element, '2');
        paste(element, '3');
        await pause();

        expect(sent).toEqual([]);
        expect(key(element, '1').getAttribute('aria-disabled')).toBe('true');
    });

    it('asks to be closed with Escape', async () => {
        const element = await mount('c-dtmf-keypad', DtmfKeypad, {});
        const closes = recordEvents(element, 'close');
        typeKey(element, 'Escape');

        expect(closes).toHaveLength(1);
    });

    it('sends what waits when it is closed', async () => {
        const element = await mount('c-dtmf-keypad', DtmfKeypad, {});
        const sent = recordEvents(element, 'digitssend');
        key(element, '9').click();
        element.remove();

        expect(sent).toEqual([{ digits: '9' }]);
    });
});
