import '../../../../../../test/jest-mocks/projectLabels';
import { talkingCall } from '../../../../../../test/jest-mocks/callViews';
import { find, has, mount, textOf } from '../../../../../../test/jest-mocks/mount';
import type { CallView } from 'bridge/contract';
import CallHeader from 'c/callHeader';

const NOW_MS = Date.parse('2026-11-23T12:01:10.000Z');
const bruno = { extension: '1002', name: 'Bruno Lima' };
const consult = {
    to: { kind: 'agent', extension: '1002' },
    name: 'Bruno Lima',
    state: 'talking',
    since: '2026-11-23T12:01:00.000Z'
} as const;

const mountHeader = (changes: Partial<CallView> = {}) =>
    mount('c-call-header', CallHeader, { call: talkingCall(changes), nowMs: NOW_MS });

const textIn = (element: HTMLElement, id: string): string | undefined =>
    find(element, `[data-id="${id}"]`).textContent?.trim();

describe('header of a call', () => {
    it('shows who is on the line and for how long', async () => {
        const element = await mountHeader();

        expect(textOf(element)).toContain('(11) 98765-4321');
        expect(textIn(element, 'name')).toBe('Maria da Silva');
        expect(textIn(element, 'service-time')).toBe('01:00');
        expect(['hold-time', 'muted', 'recording'].filter((id) => has(element, `[data-id="${id}"]`))).toEqual([]);
    });

    it('says when the number is withheld and nobody is known', async () => {
        const element = await mountHeader({ caller: null, number: null, numberDisplay: null });

        expect(textOf(element)).toContain('Número não identificado');
        expect(textIn(element, 'name')).toBe('');
    });

    it.each<[string, Partial<CallView>]>([
        ['Em atendimento', {}],
        ['Chamando…', { state: 'dialling', answeredAt: null }],
        ['Cliente em espera', { state: 'held' }],
        ['Em consulta', { state: 'held', consult }],
        ['Em consulta', { state: 'consulting', kind: 'consult', consultedBy: bruno }],
        ['Em conferência', { consult: { ...consult, state: 'joined' } }],
        ['Em conferência', { colleagues: [bruno] }]
    ])('names the state: %s', async (text, changes) => {
        expect(textIn(await mountHeader(changes), 'state')).toBe(text);
    });

    it('counts no time of service before somebody answers', async () => {
        expect(has(await mountHeader({ state: 'dialling', answeredAt: null }), '[data-id="service-time"]')).toBe(false);
    });

    it('says that the microphone is off beside the state', async () => {
        const element = await mountHeader({ muted: true });

        expect([textIn(element, 'state'), textIn(element, 'muted')]).toEqual(['Em atendimento', 'Mudo']);
    });

    it.each([
        [false, 'Gravando'],
        [true, 'Gravação pausada']
    ])('tells a recording from a paused one (%s)', async (recordingPaused, text) => {
        expect(textIn(await mountHeader({ recorded: true, recordingPaused }), 'recording')).toBe(text);
    });

    it('counts the time on hold apart, with the hold that lasts now', async () => {
        const held = await mountHeader({ state: 'held', heldMs: 5_000, heldSince: '2026-11-23T12:01:00.000Z' });
        const resumed = await mountHeader({ heldMs: 5_000 });

        expect([textIn(held, 'hold-time'), textIn(resumed, 'hold-time')]).toEqual(['00:15', '00:05']);
        expect(textIn(held, 'service-time')).toBe('01:00');
    });

    it.each<[string, Partial<CallView>]>([
        ['', {}],
        ['Consulta de Bruno Lima', { consultedBy: bruno }],
        ['Também na linha: Ramal 1003', { colleagues: [{ extension: '1003', name: null }] }],
        ['Consulta de Bruno Lima', { consultedBy: bruno, colleagues: [bruno] }],
        [
            'Consulta de Bruno Lima · Também na linha: Carla Dias',
            { consultedBy: bruno, colleagues: [bruno, { extension: '1003', name: 'Carla Dias' }] }
        ]
    ])('names the colleagues: "%s"', async (text, changes) => {
        expect(textIn(await mountHeader(changes), 'company')).toBe(text);
    });
});
