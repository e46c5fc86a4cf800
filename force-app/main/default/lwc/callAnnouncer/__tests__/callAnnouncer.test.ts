import '../../../../../../test/jest-mocks/projectLabels';
import { endedCall, ringingCall } from '../../../../../../test/jest-mocks/callViews';
import { find, findAll, mount, rendered } from '../../../../../../test/jest-mocks/mount';
import CallAnnouncer from 'c/callAnnouncer';

const ENDED_AT = '2026-11-23T12:04:15.000Z';
const ended = (result: 'answered' | 'missed' | 'refused' | 'abandoned') =>
    endedCall({ result, answeredAt: result === 'answered' ? ENDED_AT : null, endedAt: ENDED_AT });

const mountAnnouncer = (properties: Parameters<typeof mount<CallAnnouncer>>[2] = {}) =>
    mount('c-call-announcer', CallAnnouncer, { nowMs: Date.parse(ENDED_AT), ...properties });

const paragraphs = (element: HTMLElement): HTMLElement[] =>
    findAll(element, 'c-spoken-line').map((line) => find(line, 'p'));
const linesOf = (element: HTMLElement): (string | null)[] => paragraphs(element).map(({ textContent }) => textContent);

describe('call announcer', () => {
    it('is silent and interrupts when it is not', async () => {
        const element = await mountAnnouncer();

        expect(linesOf(element)).toEqual([]);
        expect(find(element, 'div').getAttribute('aria-live')).toBe('assertive');
    });

    it('announces every call that rings, also several from one number', async () => {
        const element = await mountAnnouncer({
            ringing: [ringingCall(), ringingCall({ legId: 'leg-2', queue: null })]
        });

        expect(linesOf(element)).toEqual([
            'Nova chamada de (11) 98765-4321, fila suporte',
            'Nova chamada de (11) 98765-4321'
        ]);
    });

    it('adds a line for a second call with the same text and leaves the first alone', async () => {
        const element = await mountAnnouncer({ ringing: [ringingCall()] });
        const [first] = paragraphs(element);
        element.ringing = [ringingCall(), ringingCall({ legId: 'leg-2' })];
        await rendered();

        expect(linesOf(element)).toHaveLength(2);
        expect(paragraphs(element)[0]).toBe(first);
    });

    it('rewrites nothing while the clock goes on', async () => {
        const element = await mountAnnouncer({ ringing: [ringingCall()], history: [ended('missed')] });
        const mutations = jest.fn();
        const observer = new MutationObserver(mutations);
        for (const line of [find(element, 'div'), ...paragraphs(element)])
            observer.observe(line, { childList: true, characterData: true, subtree: true });
        element.nowMs += 1_000;
        await rendered();
        observer.disconnect();

        expect(linesOf(element)).toHaveLength(2);
        expect(mutations).not.toHaveBeenCalled();
    });

    it('falls silent when the call stops ringing', async () => {
        const element = await mountAnnouncer({ ringing: [ringingCall()] });
        element.ringing = [];
        await rendered();

        expect(linesOf(element)).toEqual([]);
    });

    it.each(['missed', 'abandoned'] as const)('announces for ten seconds a call that was %s', async (result) => {
        const element = await mountAnnouncer({ history: [ended(result)] });
        expect(linesOf(element)).toEqual(['Chamada perdida de (11) 98765-4321']);

        element.nowMs += 10_000;
        await rendered();
        expect(linesOf(element)).toEqual([]);
    });

    it.each(['answered', 'refused'] as const)('has nothing to say of a call that the agent %s', async (result) => {
        expect(linesOf(await mountAnnouncer({ history: [ended(result)] }))).toEqual([]);
    });
});
