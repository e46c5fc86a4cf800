import '../../../../../../test/jest-mocks/projectLabels';
import type { Presence } from 'bridge/contract';
import PresenceMenu from 'c/presenceMenu';
import type QueueLogins from 'c/queueLogins';
import { initialState } from 'c/softphoneState';
import { presenceOf, settings } from '../../../../../../test/jest-mocks/callViews';
import {
    type Mounted,
    find,
    findAll,
    has,
    mount,
    recordEvents,
    rendered
} from '../../../../../../test/jest-mocks/mount';

const NOW_MS = Date.parse('2026-11-23T12:00:10.000Z');
const onBreak = presenceOf({ state: 'paused', reason: 'Almoço', since: '2026-11-23T11:58:05.000Z' });
const wrapUp: Presence['wrapUp'] = {
    callId: 'asterisk:1',
    legId: 'leg-1',
    since: '2026-11-23T12:00:00.000Z',
    endsAt: '2026-11-23T12:00:30.000Z'
};

const mountMenu = (properties: Parameters<typeof mount<PresenceMenu>>[2] = {}): Promise<Mounted<PresenceMenu>> =>
    mount('c-presence-menu', PresenceMenu, { presence: presenceOf(), settings, nowMs: NOW_MS, ...properties });

const button = (element: HTMLElement) =>
    find<HTMLElement & { label: string; alternativeText: string }>(element, 'lightning-button-menu');
const items = (element: HTMLElement) =>
    findAll<HTMLElement & { label: string; value: string; checked: boolean; disabled: boolean }>(
        element,
        'lightning-menu-item'
    );
const timeOf = (element: HTMLElement): string =>
    find(element, '[data-id="time"]').textContent?.replace(/\s+/g, ' ').trim() ?? '';
const spoken = (element: HTMLElement): string => find<HTMLElement & { text: string }>(element, 'c-spoken-line').text;

describe('presence menu', () => {
    it('is not there before anybody knows the presence', async () => {
        const element = await mountMenu({ presence: null });

        expect(has(element, 'lightning-button-menu')).toBe(false);
        expect(spoken(element)).toBe('');
    });

    it.each([
        ['available', presenceOf(), 'Disponível', '1:00:10'],
        ['on a break', onBreak, 'Pausa (Almoço)', '02:05'],
        ['offline', presenceOf({ state: 'offline' }), 'Offline', '1:00:10']
    ])('says that the agent is %s, and how long', async (_name, presence, text, time) => {
        const element = await mountMenu({ presence });

        expect([button(element).label, timeOf(element)]).toEqual([text, time]);
        expect(button(element).alternativeText).toBe('Mudar disponibilidade');
    });

    it('has a light of the state, and none while nobody knows it', async () => {
        const element = await mountMenu();
        expect(has(element, '.light_available')).toBe(true);
        element.disabled = true;
        await rendered();

        expect([has(element, '.light'), has(element, '.light_available')]).toEqual([true, false]);
    });

    it('says that the agent is on a call, and what comes afterwards', async () => {
        const element = await mountMenu({ presence: onBreak, isOnCall: true });

        expect(button(element).label).toBe('Em ligação');
        expect(find(element, '[data-id="afterwards"]').textContent?.trim()).toBe('Depois: Pausa (Almoço)');
        expect(has(element, '[data-id="time"]')).toBe(false);
    });

    it('counts the wrap-up down, and never below zero', async () => {
        const element = await mountMenu({ presence: presenceOf({ wrapUp }) });
        expect([button(element).label, timeOf(element)]).toEqual(['Pós-atendimento', 'Tempo restante 00:20']);
        expect(has(element, '[data-id="afterwards"]')).toBe(false);

        element.nowMs += 60_000;
        await rendered();
        expect(timeOf(element)).toBe('Tempo restante 00:00');
    });

    it('shows what the agent wants until it is so', async () => {
        const element = await mountMenu({ wanted: { state: 'paused', reason: 'Almoço' } });

        expect(button(element).label).toBe('Mudando para Pausa (Almoço)…');
        expect(items(element).filter(({ checked }) => checked)).toMatchObject([{ label: 'Almoço' }]);
    });

    it('explains a break that the bridge began', async () => {
        const element = await mountMenu({ presence: presenceOf({ state: 'paused', automatic: true }) });

        expect(button(element).label).toBe('Em pausa');
        expect(find(element, '[data-id="automatic"]').textContent).toContain('Mude para Disponível');
    });

    it('offers what can be chosen, and marks what is', async () => {
        const element = await mountMenu({ presence: onBreak });

        expect(items(element).map(({ label, checked }) => [label, checked])).toEqual([
            ['Disponível', false],
            ['Almoço', true],
            ['Banheiro', false],
            ['Treinamento', false],
            ['Offline', false]
        ]);
    });

    it.each([
        [0, { state: 'available' }],
        [2, { state: 'paused', reason: 'Banheiro' }],
        [4, { state: 'offline' }]
    ])('asks for what is chosen (%i)', async (index, request) => {
        const element = await mountMenu();
        const changes = recordEvents(element, 'presencechange');
        const { value } = items(element)[index]!;
        button(element).dispatchEvent(new CustomEvent('select', { detail: { value } }));

        expect(changes).toEqual([request]);
    });

    it('offers no break where the contact centre knows no reasons', async () => {
        const element = await mountMenu({ settings: { ...settings, pauseReasons: [] } });

        expect(items(element)).toHaveLength(2);
        expect(has(element, 'lightning-menu-subheader')).toBe(false);
    });

    it('asks for nothing while the bridge is away', async () => {
        const element = await mountMenu({ disabled: true });
        const changes = recordEvents(element, 'presencechange');
        button(element).dispatchEvent(new CustomEvent('select', { detail: { value: 'offline' } }));

        expect(items(element).every(({ disabled }) => disabled)).toBe(true);
        expect(changes).toEqual([]);
    });

    it('announces a change once, politely, and not the time', async () => {
        const element = await mountMenu();
        expect(spoken(element)).toBe('A sua disponibilidade agora: Disponível');
        expect(find(element, '[aria-live]').getAttribute('aria-live')).toBe('polite');
        element.nowMs += 1_000;
        await rendered();
        expect(spoken(element)).toBe('A sua disponibilidade agora: Disponível');

        element.presence = onBreak;
        await rendered();
        expect(spoken(element)).toBe('A sua disponibilidade agora: Pausa (Almoço)');
    });
});

describe('queues of the presence menu', () => {
    const withQueues = { settings: { ...settings, canLogInToQueues: true, pauseReasons: [] } };
    const choose = async (element: HTMLElement, value: string): Promise<void> => {
        button(element).dispatchEvent(new CustomEvent('select', { detail: { value } }));
        await rendered();
    };

    it('are not there where agents may not choose them', async () => {
        const element = await mountMenu();

        expect(items(element).map(({ label }) => label)).not.toContain('Filas…');
    });

    it('open below the menu, and close again', async () => {
        const element = await mountMenu(withQueues);
        const presences = recordEvents(element, 'presencechange');
        expect(has(element, 'c-queue-logins')).toBe(false);
        await choose(element, items(element).find(({ label }) => label === 'Filas…')!.value);
        expect([has(element, 'c-queue-logins'), presences]).toEqual([true, []]);

        find(element, 'c-queue-logins').dispatchEvent(new CustomEvent('close'));
        await rendered();
        expect(has(element, 'c-queue-logins')).toBe(false);
    });

    it('pass on what the agent wants of them', async () => {
        const queueLogins = { ...initialState.queueLogins, status: 'failed' } as const;
        const element = await mountMenu({ ...withQueues, queueLogins });
        const wanted = recordEvents(element, 'queueswanted');
        const changes = recordEvents(element, 'queueloginchange');
        await choose(element, 'queues');
        const queues = find<Mounted<QueueLogins>>(element, 'c-queue-logins');
        const change = { name: 'Suporte', isIn: false };
        queues.dispatchEvent(new CustomEvent('queueloginchange', { detail: change }));

        expect(queues.queueLogins).toEqual(queueLogins);
        expect([wanted.length, changes]).toEqual([1, [change]]);
    });
});
