import '../../../../../../test/jest-mocks/projectLabels';
import { endedCall } from '../../../../../../test/jest-mocks/callViews';
import { find, has, mount, recordEvents, textOf } from '../../../../../../test/jest-mocks/mount';
import WrapUpCard from 'c/wrapUpCard';

const wrapUp = {
    callId: 'asterisk:1700000000.leg-1',
    legId: 'leg-1',
    since: '2026-11-23T12:04:15.000Z',
    endsAt: '2026-11-23T12:05:15.000Z'
};
const after = (durationMs: number): number => Date.parse(wrapUp.since) + durationMs;

const mountCard = (properties: Parameters<typeof mount<WrapUpCard>>[2] = {}) =>
    mount('c-wrap-up-card', WrapUpCard, { call: endedCall(), wrapUp, nowMs: after(0), ...properties });

const percentLeft = (element: HTMLElement): number =>
    find<HTMLElement & { value: number }>(element, 'lightning-progress-bar').value;

describe('the call that was', () => {
    it('is shown with its facts and its Case', async () => {
        const element = await mountCard();
        const opened = recordEvents(element, 'caseopen');
        find(element, 'c-call-facts').dispatchEvent(new CustomEvent('caseopen', { detail: { recordId: '500' } }));

        expect(textOf(element)).toContain('Pós-atendimento');
        expect(textOf(element)).toContain('(11) 98765-4321');
        expect([find(element, '[data-id="name"]').textContent, opened]).toEqual([
            'Maria da Silva',
            [{ recordId: '500' }]
        ]);
    });

    it('may be of nobody who is known', async () => {
        const element = await mountCard({ call: endedCall({ caller: null, number: null, numberDisplay: null }) });

        expect(textOf(element)).toContain('Número não identificado');
        expect(has(element, '[data-id="name"]')).toBe(false);
    });

    it.each([
        [0, '01:00', 100],
        [29_500, '00:31', 51],
        [45_000, '00:15', 25],
        [60_000, '00:00', 0],
        [90_000, '00:00', 0]
    ])('shows the time that is left after %i ms', async (durationMs, text, percent) => {
        const element = await mountCard({ nowMs: after(durationMs) });

        expect(find(element, '[data-id="time-left"]').textContent).toContain(text);
        expect(percentLeft(element)).toBe(percent);
    });

    it('shows no time until the bridge has told of it', async () => {
        const element = await mountCard({ wrapUp: null });

        expect(has(element, '[data-id="time-left"]') || has(element, 'lightning-progress-bar')).toBe(false);
    });
});
