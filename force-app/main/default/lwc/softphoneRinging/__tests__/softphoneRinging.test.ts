import '../../../../../../test/jest-mocks/projectLabels';
import { ringingCall } from '../../../../../../test/jest-mocks/callViews';
import {
    type Mounted,
    find,
    findAll,
    has,
    mount,
    recordEvents,
    rendered,
    textOf
} from '../../../../../../test/jest-mocks/mount';
import type CommandButton from 'c/commandButton';
import SoftphoneRinging from 'c/softphoneRinging';
import type { PendingCommand } from 'c/softphoneState';

const NOW_MS = Date.parse('2026-11-23T12:01:05.000Z');
const first = ringingCall({ announcedName: 'Maria da Silva' });
const second = ringingCall({ legId: 'leg-2', number: null, numberDisplay: null, queue: null });

const mountRinging = (properties: Parameters<typeof mount<SoftphoneRinging>>[2] = {}) =>
    mount('c-softphone-ringing', SoftphoneRinging, {
        calls: [first, second],
        selectedLegId: 'leg-1',
        nowMs: NOW_MS,
        ...properties
    });

const options = (element: HTMLElement) => findAll<HTMLLIElement>(element, '[role="option"]');
const answerButton = (element: HTMLElement): Mounted<CommandButton> => find(element, 'c-command-button');
const answerSentBefore = (durationMs: number): Record<string, PendingCommand> => ({
    'leg-1': { action: 'answer', sentAtMs: NOW_MS - durationMs }
});
const press = (option: HTMLElement | undefined, key: string) =>
    option?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

describe('Tocando', () => {
    it('says so when nothing rings', async () => {
        const element = await mountRinging({ calls: [], selectedLegId: null });

        expect(find<HTMLElement & { heading: string }>(element, 'c-empty-state').heading).toBe(
            'Nenhuma chamada tocando'
        );
        expect(has(element, 'c-command-button')).toBe(false);
    });

    it('shows number, name, queue and the waiting time of each call', async () => {
        const element = await mountRinging();
        const texts = options(element).map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());

        expect(texts).toEqual([
            '(11) 98765-4321Maria da SilvaFila suporteEm espera01:05',
            'Número não identificadoEm espera01:05'
        ]);
    });

    it('counts the waiting time on', async () => {
        const element = await mountRinging({ calls: [first] });
        element.nowMs = NOW_MS + 3_600_000;
        await rendered();

        expect(textOf(element)).toContain('1:01:05');
    });

    it('marks the selected call as such and makes only it reachable by Tab', async () => {
        const element = await mountRinging({ selectedLegId: 'leg-2' });

        expect(options(element).map((option) => option.getAttribute('aria-selected'))).toEqual(['false', 'true']);
        expect(options(element).map(({ tabIndex }) => tabIndex)).toEqual([-1, 0]);
        expect(find(element, '[role="listbox"]').getAttribute('aria-label')).toBe('Chamadas tocando');
    });

    it('selects on a click and answers with the button', async () => {
        const element = await mountRinging();
        const selected = recordEvents(element, 'callselect');
        const answered = recordEvents(element, 'callanswer');
        options(element)[1]?.click();
        find(answerButton(element), 'button').click();

        expect(selected).toEqual([{ legId: 'leg-2' }]);
        expect(answered).toEqual([{ legId: 'leg-1' }]);
    });

    it('answers on a double click and on Enter', async () => {
        const element = await mountRinging();
        const answered = recordEvents(element, 'callanswer');
        options(element)[1]?.dispatchEvent(new MouseEvent('dblclick'));
        press(options(element)[0], 'Enter');

        expect(answered).toEqual([{ legId: 'leg-2' }, { legId: 'leg-1' }]);
    });

    it.each([
        ['ArrowDown', 0, 'leg-2'],
        ['ArrowDown', 1, 'leg-2'],
        ['ArrowUp', 1, 'leg-1'],
        ['End', 0, 'leg-2'],
        ['Home', 1, 'leg-1'],
        [' ', 1, 'leg-2']
    ])('moves with %s from option %i to %s', async (key, from, legId) => {
        const element = await mountRinging();
        const selected = recordEvents(element, 'callselect');
        press(options(element)[from], key);

        expect(selected).toEqual([{ legId }]);
        expect((element.shadowRoot?.activeElement as HTMLElement).dataset.legId).toBe(legId);
    });

    it('leaves other keys to the browser', async () => {
        const element = await mountRinging();
        const tab = new KeyboardEvent('keydown', { key: 'Tab', cancelable: true });
        options(element)[0]?.dispatchEvent(tab);

        expect(tab.defaultPrevented).toBe(false);
    });

    it('answers a call once while the command is on its way', async () => {
        const element = await mountRinging({ pending: answerSentBefore(4_999) });
        const answered = recordEvents(element, 'callanswer');
        press(options(element)[0], 'Enter');
        find(answerButton(element), 'button').click();
        const { label, unavailable } = answerButton(element);

        expect(answered).toEqual([]);
        expect([label, unavailable]).toEqual(['Atendendo…', true]);
    });

    it('says so when the telephone does not answer, and lets the agent try again', async () => {
        const element = await mountRinging({ pending: answerSentBefore(5_000) });
        const answered = recordEvents(element, 'callanswer');
        find(answerButton(element), 'button').click();

        expect(textOf(element)).toContain('O telefone ainda não atendeu. Atenda no aparelho ou tente de novo.');
        expect([answerButton(element).label, answered]).toEqual(['Atender', [{ legId: 'leg-1' }]]);
    });

    it('keeps the focus on the button while the command is on its way', async () => {
        const element = await mountRinging();
        const button = find(answerButton(element), 'button');
        button.focus();
        element.pending = answerSentBefore(0);
        await rendered();

        expect(button.matches(':disabled')).toBe(false);
        expect(answerButton(element).shadowRoot?.activeElement).toBe(button);
    });

    it('answers no second call and says what to do first', async () => {
        const element = await mountRinging({ busy: true });
        const answered = recordEvents(element, 'callanswer');
        press(options(element)[0], 'Enter');
        find(answerButton(element), 'button').click();

        expect(answered).toEqual([]);
        expect(answerButton(element).unavailable).toBe(true);
        expect(textOf(element)).toContain('Termine a chamada atual para atender.');
    });

    it('answers nothing while the bridge is away', async () => {
        const element = await mountRinging({ disabled: true });
        const answered = recordEvents(element, 'callanswer');
        press(options(element)[0], 'Enter');

        expect(answered).toEqual([]);
        expect(answerButton(element).unavailable).toBe(true);
    });

    it('says where to answer a call that only the phone can take', async () => {
        const element = await mountRinging({ calls: [ringingCall({ actions: [] })] });

        expect(has(element, 'c-command-button')).toBe(false);
        expect(textOf(element)).toContain('Atenda esta chamada no aparelho.');
    });
});
