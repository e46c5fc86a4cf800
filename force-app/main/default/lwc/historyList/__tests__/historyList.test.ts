import '../../../../../../test/jest-mocks/projectLabels';
import '../../../../../../test/jest-mocks/brazilianLocale';
import { endedCall } from '../../../../../../test/jest-mocks/callViews';
import { find, findAll, has, mount, recordEvents, rendered } from '../../../../../../test/jest-mocks/mount';
import HistoryList from 'c/historyList';

const mountList = (properties: Parameters<typeof mount<HistoryList>>[2]) =>
    mount('c-history-list', HistoryList, properties);

const rowTexts = (element: HTMLElement): (string | undefined)[] =>
    findAll(element, '[role="listitem"]').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());

describe('the rows', () => {
    it('lists number, name, result, duration, protocol, time and Case', async () => {
        const element = await mountList({ calls: [endedCall()] });

        expect(rowTexts(element)).toEqual([
            '(11) 98765-432109:00Maria da Silva · suporteAtendidaDuração04:0520261123000042Abrir caso 00001042'
        ]);
    });

    it("writes the time in the agent's time zone", async () => {
        const element = await mountList({ calls: [endedCall()], timeZone: 'America/Manaus' });

        expect(rowTexts(element)[0]).toContain('08:00');
    });

    it.each([
        ['takenByColleague', 'Atendida por colega'],
        ['missed', 'Perdida'],
        ['refused', 'Recusada'],
        ['abandoned', 'Abandonada'],
        ['failed', 'Não completada']
    ] as const)('says that a call was %s and gives it no duration', async (result, text) => {
        const element = await mountList({ calls: [endedCall({ result, answeredAt: null, case: null })] });

        expect(rowTexts(element)[0]).toContain(text);
        expect(has(element, '[data-id="duration"]')).toBe(false);
        expect(has(element, 'button')).toBe(false);
    });

    it.each([
        ['inbound', 'utility:incoming_call', 'Recebida'],
        ['outbound', 'utility:outbound_call', 'Efetuada'],
        ['internal', 'utility:people', 'Interna']
    ] as const)('marks a call as %s by icon and text', async (direction, iconName, text) => {
        const element = await mountList({ calls: [endedCall({ direction })] });
        const icon = find<HTMLElement & { iconName: string; alternativeText: string }>(element, 'lightning-icon');

        expect([icon.iconName, icon.alternativeText]).toEqual([iconName, text]);
    });

    it('opens the Case of a call and copies its protocol', async () => {
        const element = await mountList({ calls: [endedCall()] });
        const cases = recordEvents(element, 'caseopen');
        find(element, '.case').click();

        expect(cases).toEqual([{ recordId: '500000000000042AAA' }]);
        expect(find<HTMLElement & { value: string }>(element, 'c-copy-button').value).toBe('20261123000042');
    });
});

describe('calling back', () => {
    const callBacks = (element: HTMLElement): HTMLButtonElement[] => findAll(element, '.call-back');

    it('dials the number, for whom it was taken', async () => {
        const unknown = endedCall({ legId: 'leg-2', caller: null, number: '1002', numberDisplay: '1002' });
        const element = await mountList({ calls: [endedCall(), unknown], canDial: true });
        const dialled = recordEvents(element, 'dial');
        callBacks(element).forEach((button) => button.click());

        expect(dialled).toEqual([
            { number: '+5511987654321', recordId: '003000000000001AAA' },
            { number: '1002', recordId: null }
        ]);
        expect(callBacks(element).map(({ title }) => title)).toEqual([
            'Ligar de volta para Maria da Silva',
            'Ligar de volta para 1002'
        ]);
    });

    it('is not offered for a withheld number, nor where the telephony places no calls', async () => {
        const withheld = endedCall({ number: null, numberDisplay: null });

        expect(callBacks(await mountList({ calls: [withheld], canDial: true }))).toEqual([]);
        expect(callBacks(await mountList({ calls: [endedCall()] }))).toEqual([]);
    });

    it('waits for the bridge, and the button keeps the focus', async () => {
        const element = await mountList({ calls: [endedCall()], canDial: true, disabled: true });
        const dialled = recordEvents(element, 'dial');
        callBacks(element)[0]?.focus();
        callBacks(element)[0]?.click();

        expect([dialled, callBacks(element)[0]?.getAttribute('aria-disabled')]).toEqual([[], 'true']);
        expect(element.shadowRoot?.activeElement).toBe(callBacks(element)[0]);
    });
});

describe('a long list', () => {
    const ROW_HEIGHT = 80;
    const calls = Array.from({ length: 2_000 }, (_, index) =>
        endedCall({ legId: `leg-${index}`, protocol: String(index) })
    );
    const original = globalThis.IntersectionObserver;
    let scrollTop = 0;
    let observers: FakeObserver[] = [];

    class FakeObserver {
        readonly watched = new Set<Element>();
        readonly onChange: () => void;

        constructor(onChange: () => void) {
            this.onChange = onChange;
            observers.push(this);
        }
        observe(element: Element): void {
            this.watched.add(element);
        }
        disconnect(): void {
            this.watched.clear();
        }
    }

    beforeEach(() => {
        scrollTop = 0;
        observers = [];
        globalThis.IntersectionObserver = FakeObserver as unknown as typeof IntersectionObserver;
        jest.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(
            () => ({ top: 100 - scrollTop, height: calls.length * ROW_HEIGHT }) as DOMRect
        );
    });
    afterEach(() => {
        globalThis.IntersectionObserver = original;
        jest.restoreAllMocks();
    });

    async function scrollTo(top: number): Promise<void> {
        scrollTop = top;
        for (const observer of observers) if (observer.watched.size > 0) observer.onChange();
        await rendered();
    }

    const positions = (element: HTMLElement): number[] =>
        findAll(element, '[role="listitem"]').map((row) => Number(row.getAttribute('aria-posinset')));

    it('renders only what is in sight, and says how many there are', async () => {
        const element = await mountList({ calls });

        expect(positions(element)[0]).toBe(1);
        expect(positions(element).length).toBeLessThan(40);
        expect(find(element, '[role="listitem"]').getAttribute('aria-setsize')).toBe('2000');
        expect(findAll(element, '.chunk').map(({ style }) => style.height)).toHaveLength(400);
    });

    it('renders other rows, at their places, when something around it is scrolled', async () => {
        const element = await mountList({ calls });
        await scrollTo(1_000 * ROW_HEIGHT + 100);

        expect(positions(element)).toContain(1_001);
        expect(positions(element)).not.toContain(1);
        const place = findAll(element, '.chunk').findIndex((chunk) => chunk.querySelector('[data-leg-id="leg-1000"]'));
        expect(place).toBe(200);
    });

    it('watches every part of the list, also when it grows', async () => {
        const element = await mountList({ calls });
        expect(observers[0]?.watched.size).toBe(400);

        element.calls = [...calls, endedCall({ legId: 'one more' })];
        await rendered();
        expect([observers.length, observers[0]?.watched.size]).toEqual([1, 401]);
    });

    it('keeps the row that has the focus, wherever it is scrolled', async () => {
        const element = await mountList({ calls });
        const button = find(element, '.case');
        button.focus();
        const moves: Node[] = [];
        const observer = new MutationObserver((records) =>
            moves.push(
                ...records.flatMap(({ removedNodes }) => [...removedNodes]).filter((node) => node.contains(button))
            )
        );
        observer.observe(element.shadowRoot as ShadowRoot, { childList: true, subtree: true });
        for (const top of [200, 800, 1_600, 1_000 * ROW_HEIGHT]) await scrollTo(top);
        observer.disconnect();
        expect(positions(element)[0]).toBe(1);
        expect(element.shadowRoot?.activeElement).toBe(button);
        expect(moves).toEqual([]);

        await scrollTo(1_990 * ROW_HEIGHT);
        findAll(element, '.case').at(-1)?.focus();
        await scrollTo(0);
        expect(positions(element).at(-1)).toBe(2_000);
        expect(positions(element)[0]).toBe(1);
    });

    it('hears of no scrolling any more once it is gone', async () => {
        const element = await mountList({ calls });
        element.remove();
        const measured = jest.mocked(Element.prototype.getBoundingClientRect).mock.calls.length;
        await scrollTo(500);

        expect(Element.prototype.getBoundingClientRect).toHaveBeenCalledTimes(measured);
    });
});
