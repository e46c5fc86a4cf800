import '../../../../../../test/jest-mocks/projectLabels';
import { candidate, endedCall, ringingCall, talkingCall } from '../../../../../../test/jest-mocks/callViews';
import {
    type Mounted,
    find,
    findAll,
    has,
    mount,
    recordEvents,
    rendered,
    spoken,
    textOf
} from '../../../../../../test/jest-mocks/mount';
import type { CallView } from 'bridge/contract';
import type { AlertStatus } from 'c/callAlerts';
import type CommandButton from 'c/commandButton';
import SoftphoneRinging from 'c/softphoneRinging';
import type { PendingCommand } from 'c/softphoneState';

const NOW_MS = Date.parse('2026-11-23T12:01:05.000Z');
const first = ringingCall({ announcedName: 'Maria da Silva', actions: ['answer', 'reject'] });
const second = ringingCall({
    legId: 'leg-2',
    number: null,
    numberDisplay: null,
    queue: null,
    actions: ['answer', 'reject']
});

const mountRinging = (properties: Parameters<typeof mount<SoftphoneRinging>>[2] = {}) =>
    mount('c-softphone-ringing', SoftphoneRinging, {
        calls: [first, second],
        selectedLegId: 'leg-1',
        nowMs: NOW_MS,
        ...properties
    });

type Ringing = Mounted<SoftphoneRinging>;

const options = (element: HTMLElement) => findAll<HTMLLIElement>(element, '[role="option"]');
const button = (element: HTMLElement, action: 'answer' | 'reject'): Mounted<CommandButton> =>
    find(element, `[data-id="${action}"]`);
const pushButton = (element: HTMLElement, action: 'answer' | 'reject') =>
    find(button(element, action), 'button').click();
const sentBefore = (
    durationMs: number,
    action: PendingCommand['action'] = 'answer'
): Record<string, PendingCommand> => ({
    'leg-1': { action, sentAtMs: NOW_MS - durationMs }
});
const press = (option: HTMLElement | undefined, key: string, more: KeyboardEventInit = {}) =>
    option?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
const commandOf = (legId: string, action: string) => ({ legId, command: { action } });
const focusedLegId = (element: HTMLElement) => (element.shadowRoot?.activeElement as HTMLElement | null)?.dataset.legId;
const hintOf = (element: HTMLElement) => spoken(element, '[data-id="hint"]');
const byHandOf = (element: HTMLElement) => spoken(element, '[data-id="by-hand"]');
const notices = (element: HTMLElement) =>
    findAll(element, '.notice').map(
        (notice) => notice.querySelector<HTMLElement & { text: string }>('c-spoken-line')?.text ?? notice.textContent
    );

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
        const answered = recordEvents(element, 'callcommand');
        options(element)[1]?.click();
        pushButton(element, 'answer');

        expect(selected).toEqual([{ legId: 'leg-2' }]);
        expect(answered).toEqual([commandOf('leg-1', 'answer')]);
    });

    it('answers on a double click and on Enter', async () => {
        const element = await mountRinging();
        const answered = recordEvents(element, 'callcommand');
        options(element)[1]?.dispatchEvent(new MouseEvent('dblclick'));
        press(options(element)[0], 'Enter');

        expect(answered).toEqual([commandOf('leg-2', 'answer'), commandOf('leg-1', 'answer')]);
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
        const element = await mountRinging({ pending: sentBefore(4_999) });
        const answered = recordEvents(element, 'callcommand');
        press(options(element)[0], 'Enter');
        pushButton(element, 'answer');
        const { label, unavailable } = button(element, 'answer');

        expect(answered).toEqual([]);
        expect([label, unavailable]).toEqual(['Atendendo…', true]);
    });

    it('says so when the telephone does not answer, and lets the agent try again', async () => {
        const element = await mountRinging({ pending: sentBefore(5_000) });
        const answered = recordEvents(element, 'callcommand');
        pushButton(element, 'answer');

        expect(hintOf(element)).toContain('O telefone ainda não atendeu. Atenda no aparelho ou tente de novo.');
        expect([button(element, 'answer').label, answered]).toEqual(['Atender', [commandOf('leg-1', 'answer')]]);
    });

    it('keeps the focus on the button while the command is on its way', async () => {
        const element = await mountRinging();
        const inner = find(button(element, 'answer'), 'button');
        inner.focus();
        element.pending = sentBefore(0);
        await rendered();

        expect(inner.matches(':disabled')).toBe(false);
        expect(button(element, 'answer').shadowRoot?.activeElement).toBe(inner);
    });

    it.each([
        ['can be put on hold', talkingCall({ legId: 'leg-9', actions: ['hold'] }), 'A ligação atual ficará em espera.'],
        ['is on hold', talkingCall({ legId: 'leg-9', state: 'held', actions: ['resume'] }), '']
    ])('answers another call while the current one %s', async (_how, current, hint) => {
        const element = await mountRinging({ currentCalls: [current] });
        const answered = recordEvents(element, 'callcommand');
        pushButton(element, 'answer');

        expect(answered).toEqual([commandOf('leg-1', 'answer')]);
        expect(hintOf(element)).toBe(hint);
    });

    it.each([
        ['cannot be put on hold', talkingCall({ legId: 'leg-9', actions: ['hangup'] })],
        [
            'waits while the agent asks a colleague',
            talkingCall({
                legId: 'leg-9',
                state: 'held',
                actions: ['cancelTransfer'],
                consult: {
                    to: { kind: 'agent', extension: '1002' },
                    name: 'Bruno Lima',
                    state: 'talking',
                    since: '2026-11-23T12:00:30.000Z'
                }
            })
        ]
    ])('answers no other call while the current one %s, and refuses one if asked', async (_how, current) => {
        const element = await mountRinging({ currentCalls: [current] });
        const commanded = recordEvents(element, 'callcommand');
        press(options(element)[0], 'Enter');
        pushButton(element, 'answer');
        expect([commanded, button(element, 'answer').unavailable]).toEqual([[], true]);
        expect(hintOf(element)).toContain('Termine a chamada atual para atender.');

        pushButton(element, 'reject');
        expect(commanded).toEqual([commandOf('leg-1', 'reject')]);
    });

    it('answers nothing while the bridge is away', async () => {
        const element = await mountRinging({ disabled: true });
        const answered = recordEvents(element, 'callcommand');
        press(options(element)[0], 'Enter');

        expect(answered).toEqual([]);
        expect(button(element, 'answer').unavailable).toBe(true);
    });

    it('says nothing again to a screen reader as the time goes by', async () => {
        const gone = endedCall({ legId: 'gone', result: 'takenByColleague', endedAt: '2026-11-23T12:01:04.000Z' });
        const element = await mountRinging({ currentCalls: [talkingCall({ actions: ['hold'] })], history: [gone] });
        const regions = findAll(element, '[role="status"]');
        expect(regions).toHaveLength(3);
        const mutations = jest.fn();
        const observer = new MutationObserver(mutations);
        for (const region of regions) observer.observe(region, { characterData: true, childList: true, subtree: true });
        element.nowMs += 1_000;
        await rendered();

        expect(textOf(element)).toContain('01:06');
        expect(mutations).not.toHaveBeenCalled();
        observer.disconnect();
    });

    it('says where to answer a call that only the phone can take', async () => {
        const element = await mountRinging({ calls: [ringingCall({ actions: [] })] });

        expect(has(element, 'c-command-button')).toBe(false);
        expect(byHandOf(element)).toBe('Atenda no aparelho');
        expect(find(element, '.keys').textContent).toBe('');
    });

    it('refuses a call that only the phone can answer, and promises no key that answers it', async () => {
        const element = await mountRinging({ calls: [{ ...first, actions: ['reject'] }] });
        const commanded = recordEvents(element, 'callcommand');
        press(options(element)[0], 'Enter');
        options(element)[0]?.dispatchEvent(new MouseEvent('dblclick'));
        expect([commanded, has(element, '[data-id="answer"]')]).toEqual([[], false]);
        pushButton(element, 'reject');

        expect(commanded).toEqual([commandOf('leg-1', 'reject')]);
        expect(byHandOf(element)).toBe('Atenda no aparelho');
        expect(find(element, '.keys').textContent).toBe('Delete recusa.');
    });

    it.each([
        ['talks', [talkingCall({ legId: 'leg-9', actions: ['hold'] })]],
        ['cannot take another', [talkingCall({ legId: 'leg-9', actions: ['hangup'] })]]
    ])('has no more to say of a call that only the phone can answer while the agent %s', async (_how, currentCalls) => {
        const element = await mountRinging({ calls: [{ ...first, actions: ['reject'] }], currentCalls });

        expect([byHandOf(element), hintOf(element)]).toEqual(['Atenda no aparelho', '']);
    });

    it('says nothing of the phone when the call that is selected can be answered here', async () => {
        const element = await mountRinging({ calls: [{ ...first, actions: ['reject'] }, second] });
        element.selectedLegId = 'leg-2';
        await rendered();

        expect([byHandOf(element), has(element, '[data-id="answer"]')]).toEqual(['', true]);
    });

    it('does not claim that nothing rings while the bridge is away', async () => {
        const element = await mountRinging({ calls: [], selectedLegId: null, disabled: true });

        expect(find<HTMLElement & { heading: string }>(element, 'c-empty-state').heading).toBe(
            'Sem conexão com a telefonia'
        );
    });

    it('shows the person and the account on record', async () => {
        const element = await mountRinging({
            calls: [{ ...first, caller: { who: candidate(), reason: 'onlyContact', others: [] } }]
        });

        expect(textOf(element)).toContain('Maria da Silva');
        expect(textOf(element)).toContain('Padaria Boa Massa Ltda');
    });

    it.each([
        ['Bruno Lima', 'Consulta de Bruno Lima'],
        [null, 'Consulta de Ramal 1002']
    ])('says who consults, and counts since they began: %s', async (name, text) => {
        const consultedBy = { extension: '1002', name };
        const offeredAt = '2026-11-23T12:01:00.000Z';
        const element = await mountRinging({ calls: [{ ...first, kind: 'consult', consultedBy, offeredAt }] });

        expect(find(element, '.consult').textContent).toBe(text);
        expect(find(element, '.time').textContent).toBe('00:05');
    });

    it('refuses with the button and with the Delete key, which it mentions', async () => {
        const element = await mountRinging();
        const refused = recordEvents(element, 'callcommand');
        pushButton(element, 'reject');
        press(options(element)[1], 'Delete');
        press(options(element)[1], 'Backspace');

        expect(refused).toEqual([
            commandOf('leg-1', 'reject'),
            commandOf('leg-2', 'reject'),
            commandOf('leg-2', 'reject')
        ]);
        expect(textOf(element)).toContain('Enter atende, Delete recusa.');
    });

    it.each(['Enter', 'Delete'])('takes a %s key that is held down for one command', async (key) => {
        const element = await mountRinging();
        const commanded = recordEvents(element, 'callcommand');
        press(options(element)[0], key, { repeat: true });

        expect(commanded).toEqual([]);
    });

    it('says that a refusal is on its way, and when the telephone does not obey', async () => {
        const element = await mountRinging({ pending: sentBefore(0, 'reject') });
        expect([button(element, 'reject').label, button(element, 'reject').unavailable]).toEqual(['Recusando…', true]);
        expect(button(element, 'answer').unavailable).toBe(true);

        element.pending = sentBefore(5_000, 'reject');
        await rendered();
        expect(button(element, 'reject').label).toBe('Recusar');
        expect(hintOf(element)).toContain('A chamada ainda está tocando. Recuse no aparelho ou tente de novo.');
    });

    it('offers no refusal that the telephony side cannot carry out', async () => {
        const element = await mountRinging({ calls: [{ ...first, actions: ['answer'] }] });

        expect(has(element, '[data-id="reject"]')).toBe(false);
    });
});

describe('Tocando, when a call goes', () => {
    afterEach(() => jest.useRealTimers());

    const loseFirst = async (element: Ringing) => {
        element.calls = [second];
        element.selectedLegId = 'leg-2';
        await rendered();
    };

    it.each([
        ['takenByColleague', '(11) 98765-4321: atendida por colega.'],
        ['abandoned', '(11) 98765-4321: quem ligou desistiu.'],
        ['missed', '(11) 98765-4321: chamada não atendida.']
    ] as const)('says for some seconds why: %s', async (result, text) => {
        const gone = endedCall({ result, endedAt: '2026-11-23T12:01:00.000Z' });
        const element = await mountRinging({ calls: [], selectedLegId: null, history: [gone] });
        expect(notices(element)).toEqual([text]);
        expect(has(element, 'c-empty-state')).toBe(true);

        element.nowMs = Date.parse('2026-11-23T12:01:08.000Z');
        await rendered();
        expect(notices(element)).toEqual([]);
    });

    it('has nothing to say of what the agent did themselves', async () => {
        const endedAt = '2026-11-23T12:01:00.000Z';
        const history = [endedCall({ result: 'answered', endedAt }), endedCall({ result: 'refused', endedAt })];

        expect(notices(await mountRinging({ history }))).toEqual([]);
    });

    it('does not list more of them than can be read', async () => {
        const history = Array.from({ length: 50 }, (_, index) =>
            endedCall({ legId: `gone-${index}`, result: 'missed', endedAt: '2026-11-23T12:01:00.000Z' })
        );

        expect(notices(await mountRinging({ history }))).toHaveLength(3);
    });

    it('lets the focus go on with the call that is selected then', async () => {
        const element = await mountRinging();
        options(element)[0]?.focus();
        await loseFirst(element);

        expect(focusedLegId(element)).toBe('leg-2');
    });

    it('leaves the focus where it is when it is elsewhere, or on a call that stays', async () => {
        const element = await mountRinging();
        await loseFirst(element);
        expect(focusedLegId(element)).toBeUndefined();

        options(element)[0]?.focus();
        element.calls = [first, second];
        await rendered();
        expect(focusedLegId(element)).toBe('leg-2');
    });

    it('takes nothing that was pressed for it as meant for the call that took its place', async () => {
        jest.useFakeTimers();
        const element = await mountRinging();
        const commanded = recordEvents(element, 'callcommand');
        await loseFirst(element);
        pushButton(element, 'reject');
        press(options(element)[0], 'Enter');
        expect(commanded).toEqual([]);

        jest.advanceTimersByTime(500);
        pushButton(element, 'reject');
        expect(commanded).toEqual([commandOf('leg-2', 'reject')]);
    });

    it('obeys at once for a call that the agent selected', async () => {
        const element = await mountRinging();
        const commanded = recordEvents(element, 'callcommand');
        options(element)[1]?.click();
        element.selectedLegId = 'leg-2';
        await rendered();
        pushButton(element, 'answer');

        expect(commanded).toEqual([commandOf('leg-2', 'answer')]);
    });
});

describe('Tocando with many calls', () => {
    it('makes and moves nothing as the clock goes on', async () => {
        const calls: CallView[] = Array.from({ length: 50 }, (_, index) => ringingCall({ legId: `leg-${index}` }));
        const element = await mountRinging({ calls, selectedLegId: 'leg-0' });
        const mutations = jest.fn();
        const observer = new MutationObserver(mutations);
        observer.observe(find(element, 'ul'), { childList: true, attributes: true, subtree: true });
        element.nowMs = NOW_MS + 1_000;
        await rendered();
        observer.disconnect();

        expect(new Set(findAll(element, '.time').map(({ textContent }) => textContent))).toEqual(new Set(['01:06']));
        expect(mutations).not.toHaveBeenCalled();
    });

    it('keeps the rows of the calls that stay', async () => {
        const calls: CallView[] = Array.from({ length: 50 }, (_, index) => ringingCall({ legId: `leg-${index}` }));
        const element = await mountRinging({ calls, selectedLegId: 'leg-0' });
        const rows = options(element);
        element.calls = calls.slice(1);
        await rendered();

        expect(options(element)).toEqual(rows.slice(1));
    });
});

describe('Tocando and the alerts', () => {
    const status = (changes: Partial<AlertStatus>): AlertStatus => ({
        sound: 'ready',
        notifications: 'granted',
        preferences: { tone: 'classic', volume: 70, muted: false },
        ...changes
    });
    const offers = (element: HTMLElement) => findAll(element, '[data-id^="enable"]').map(({ dataset }) => dataset.id);

    it('offers to turn the sound on while the browser permits none', async () => {
        const element = await mountRinging({ alerts: status({ sound: 'blocked', notifications: 'default' }) });
        const wanted = recordEvents(element, 'alertsenable');
        find(element, '[data-id="enable-sound"]').click();

        expect([offers(element), wanted]).toEqual([['enable-sound'], [null]]);
    });

    it('offers notifications while nothing rings', async () => {
        const element = await mountRinging({
            calls: [],
            selectedLegId: null,
            alerts: status({ notifications: 'default' })
        });
        const wanted = recordEvents(element, 'alertsenable');
        find(element, '[data-id="enable-notifications"]').click();
        expect([offers(element), wanted]).toEqual([['enable-notifications'], [null]]);

        element.calls = [first];
        await rendered();
        expect(offers(element)).toEqual([]);
    });

    it.each([
        ['all is set', {}],
        ['the agent wants no sound', { sound: 'blocked', preferences: { tone: 'soft', volume: 0, muted: true } }],
        ['the browser refuses notifications', { notifications: 'denied' }]
    ] as const)('offers nothing when %s', async (_why, changes) => {
        const element = await mountRinging({ calls: [], selectedLegId: null, alerts: status(changes) });

        expect(offers(element)).toEqual([]);
    });
});
