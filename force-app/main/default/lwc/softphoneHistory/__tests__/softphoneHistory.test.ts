import '../../../../../../test/jest-mocks/projectLabels';
import '../../../../../../test/jest-mocks/brazilianLocale';
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
import type HistoryList from 'c/historyList';
import SoftphoneHistory from 'c/softphoneHistory';

const mountHistory = (properties: Parameters<typeof mount<SoftphoneHistory>>[2]) =>
    mount('c-softphone-history', SoftphoneHistory, properties);

const listed = (element: HTMLElement): number =>
    findAll<Mounted<HistoryList>>(element, 'c-history-list').flatMap(({ calls }) => calls).length;

describe('Histórico', () => {
    it('says that it is loading, and no longer once there is something to show', async () => {
        expect(has(await mountHistory({ status: 'loading' }), 'lightning-spinner')).toBe(true);
        expect(has(await mountHistory({ status: 'loading', calls: [endedCall()] }), 'lightning-spinner')).toBe(false);
    });

    it('says so when there was no call today', async () => {
        const element = await mountHistory({ status: 'ready' });

        expect(find<HTMLElement & { heading: string }>(element, 'c-empty-state').heading).toBe('Nenhuma chamada hoje');
    });

    it('offers to try again when it could not be loaded, and keeps the calls it has', async () => {
        const element = await mountHistory({ status: 'failed', calls: [endedCall()] });
        const retries = recordEvents(element, 'retry');
        find(element, 'c-error-panel').dispatchEvent(new CustomEvent('action'));

        expect(retries).toHaveLength(1);
        expect(listed(element)).toBe(1);
    });

    it.each([
        ['caseopen', { recordId: '500000000000042AAA' }],
        ['dial', { number: '1002', recordId: null }]
    ])('hands on what the agent does to a row: %s', async (type, detail) => {
        const element = await mountHistory({ calls: [endedCall()] });
        const done = recordEvents(element, type);
        find(element, 'c-history-list').dispatchEvent(new CustomEvent(type, { detail }));

        expect(done).toEqual([detail]);
    });

    it('says which day it is', async () => {
        expect(find(await mountHistory({ calls: [endedCall()], day: '2026-11-23' }), 'h3').textContent).toBe(
            'Hoje, 23 de novembro'
        );
        expect(find(await mountHistory({ calls: [endedCall()] }), 'h3').textContent).toBe('Hoje');
    });
});

describe('the filter', () => {
    const joao = endedCall({ legId: 'leg-2', announcedName: 'João', caller: null, number: null, numberDisplay: null });
    const outcome = (element: HTMLElement): string =>
        find<HTMLElement & { text: string }>(element, '[role="status"] c-spoken-line').text;

    async function filter(element: HTMLElement, value: string): Promise<void> {
        find(element, 'lightning-input').dispatchEvent(new CustomEvent('change', { detail: { value } }));
        await rendered();
    }

    it('is missing while there is nothing to filter', async () => {
        expect(has(await mountHistory({ status: 'ready' }), 'lightning-input')).toBe(false);
    });

    it('lists what it finds and tells how much that is', async () => {
        const element = await mountHistory({ calls: [endedCall(), joao], status: 'ready' });
        expect(outcome(element)).toBe('');
        await filter(element, 'joao');

        expect([listed(element), outcome(element)]).toEqual([1, 'Resultados: 1']);
    });

    it('goes back to the beginning of the list', async () => {
        const scrolled = jest.spyOn(Element.prototype, 'scrollIntoView');
        await filter(await mountHistory({ calls: [joao], status: 'ready' }), 'joao');

        expect(scrolled).toHaveBeenCalledWith({ block: 'nearest' });
        scrolled.mockRestore();
    });

    it('says so when it finds nothing, and is cleared with one click', async () => {
        const element = await mountHistory({ calls: [endedCall(), joao], status: 'ready' });
        await filter(element, 'zulmira');
        expect([listed(element), outcome(element)]).toEqual([0, 'Nenhuma chamada com “zulmira”']);
        expect(has(element, 'c-empty-state')).toBe(false);

        find(element, 'lightning-button').click();
        await rendered();
        expect([listed(element), outcome(element), has(element, 'lightning-button')]).toEqual([2, '', false]);
    });

    it('applies to the calls that come', async () => {
        const element = await mountHistory({ calls: [joao], status: 'ready' });
        await filter(element, 'maria');
        element.calls = [endedCall(), joao];
        await rendered();

        expect(outcome(element)).toBe('Resultados: 1');
    });
});
