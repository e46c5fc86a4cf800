import '../../../../../../test/jest-mocks/projectLabels';
import '../../../../../../test/jest-mocks/brazilianLocale';
import { scrolledTo } from '../../../../../../test/jest-mocks/scrolls';
import { endedCall } from '../../../../../../test/jest-mocks/callViews';
import {
    type Mounted,
    find,
    findAll,
    has,
    mount,
    recordEvents,
    rendered
} from '../../../../../../test/jest-mocks/mount';
import type { CallView } from 'bridge/contract';
import type HistoryPlayer from 'c/historyPlayer';
import SoftphoneHistory from 'c/softphoneHistory';

const recordedCall = (changes: Partial<CallView> = {}): CallView => endedCall({ recorded: true, ...changes });

const mountHistory = (calls: CallView[]): Promise<Mounted<SoftphoneHistory>> =>
    mount('c-softphone-history', SoftphoneHistory, { status: 'ready', calls });

const list = (element: HTMLElement): HTMLElement => find(element, 'c-history-list');
const listenButtons = (element: HTMLElement): HTMLButtonElement[] => findAll(list(element), '.listen');
const player = (element: HTMLElement): Mounted<HistoryPlayer> => find(element, 'c-history-player');

async function hear(element: Mounted<SoftphoneHistory>, call: CallView | null): Promise<void> {
    element.listening = call && { call, recording: { status: 'opening' } };
    await rendered();
}

describe('a recorded call of the history', () => {
    const call = recordedCall();

    it('can be heard', async () => {
        const element = await mountHistory([call]);
        const wanted = recordEvents(element, 'recordingwanted');
        listenButtons(element)[0]?.click();

        expect(wanted).toEqual([{ call }]);
        expect(listenButtons(element)[0]?.title).toBe('Ouvir gravação da chamada (11) 98765-4321 · 20261123000042');
        expect(has(element, 'c-history-player')).toBe(false);
    });

    it.each<[string, Partial<CallView>]>([
        ['nothing was recorded', { recorded: false }],
        ['there is no Case by which Salesforce could say who may', { case: null }],
        ['it lasts', { endedAt: null }]
    ])('cannot be heard where %s', async (_, changes) => {
        expect(listenButtons(await mountHistory([recordedCall(changes)]))).toEqual([]);
    });

    it('plays at the foot of the list, which stays as it is, with the focus on the player', async () => {
        const other = recordedCall({ legId: 'leg-2', protocol: '43' });
        const element = await mountHistory([call, other]);
        const rows = findAll(list(element), '[role="listitem"]');
        listenButtons(element)[0]?.focus();
        listenButtons(element)[0]?.click();
        await hear(element, call);

        expect(player(element).listening.call).toEqual(call);
        expect(element.shadowRoot?.activeElement).toBe(player(element));
        expect(findAll(list(element), '[role="listitem"]')).toEqual(rows);
        expect(listenButtons(element).map((button) => button.getAttribute('aria-pressed'))).toEqual(['true', 'false']);
    });

    it('gives way to another one, with a player of its own', async () => {
        const other = recordedCall({ legId: 'leg-2', protocol: '43' });
        const element = await mountHistory([call, other]);
        await hear(element, call);
        const before = player(element);
        await hear(element, other);

        expect([player(element) === before, findAll(element, 'c-history-player').length]).toEqual([false, 1]);
    });

    it('asks for another ticket when the player wants one', async () => {
        const element = await mountHistory([call]);
        await hear(element, call);
        const wanted = recordEvents(element, 'recordingwanted');
        player(element).dispatchEvent(new CustomEvent('ticketwanted'));

        expect(wanted).toEqual([{ call }]);
    });

    it('is put away by its button, once more', async () => {
        const element = await mountHistory([call]);
        await hear(element, call);
        const closed = recordEvents(element, 'recordingclose');
        listenButtons(element)[0]?.click();

        expect(closed).toHaveLength(1);
    });

    it('hands the focus back to the row when it is closed, wherever that is by now', async () => {
        const many = Array.from({ length: 100 }, (_, index) => recordedCall({ legId: `leg-${index}` }));
        const [far] = many.slice(-1);
        const element = await mountHistory(many);
        await hear(element, far as CallView);
        expect(listenButtons(element).some(({ dataset }) => dataset.legId === 'leg-99')).toBe(false);
        player(element).focus();
        player(element).dispatchEvent(new CustomEvent('close'));
        await hear(element, null);
        await rendered();

        const focused = list(element).shadowRoot?.activeElement as HTMLElement | null;
        expect([focused?.className.includes('listen'), focused?.dataset.legId]).toEqual([true, 'leg-99']);
    });

    it('hides no row that the Tab key leads to', async () => {
        const element = await mountHistory([call]);
        const tab = (): boolean =>
            find(list(element), '.case').dispatchEvent(new KeyboardEvent('keyup', { key: 'Tab', bubbles: true }));
        tab();
        await hear(element, call);
        expect(scrolledTo).toEqual([]);

        tab();
        expect(scrolledTo).toEqual([find(list(element), '[role="listitem"]')]);
    });

    it('hands the focus to the filter when its row is filtered out by now', async () => {
        const element = await mountHistory([call]);
        await hear(element, call);
        element.calls = [recordedCall({ legId: 'leg-2' })];
        await rendered();
        const field = find(element, 'lightning-input');
        const focused = jest.spyOn(field, 'focus');
        player(element).dispatchEvent(new CustomEvent('close'));
        await hear(element, null);

        expect(focused).toHaveBeenCalledTimes(1);
    });
});
