import '../../../../../../test/jest-mocks/projectLabels';
import { talkingCall } from '../../../../../../test/jest-mocks/callViews';
import {
    type Mounted,
    find,
    findAll,
    has,
    mount,
    recordEvents,
    rendered,
    spoken
} from '../../../../../../test/jest-mocks/mount';
import type { AgentAction, CallView } from 'bridge/contract';
import CallControls from 'c/callControls';
import type CommandButton from 'c/commandButton';
import type { PendingCommand } from 'c/softphoneState';

const NOW_MS = Date.parse('2026-11-23T12:01:10.000Z');
const EVERYTHING: AgentAction[] = ['hangup', 'hold', 'mute', 'dtmf', 'consult', 'blindTransfer', 'pauseRecording'];
const ON_HOLD: AgentAction[] = ['hangup', 'resume', 'consult', 'blindTransfer', 'pauseRecording'];

const able = (changes: Partial<CallView> = {}): CallView => talkingCall({ actions: EVERYTHING, ...changes });

const sentBefore = (durationMs: number, action: AgentAction): PendingCommand => ({
    action,
    sentAtMs: NOW_MS - durationMs
});

const mountControls = (call: CallView, properties: Parameters<typeof mount<CallControls>>[2] = {}) =>
    mount('c-call-controls', CallControls, { call, nowMs: NOW_MS, ...properties });

const button = (element: HTMLElement, id: string): HTMLButtonElement => find(element, `[data-id="${id}"]`);
const hangUp = (element: HTMLElement): Mounted<CommandButton> => find(element, '[data-id="hang-up"]');
/** The places of the buttons, in order; an empty one is null. */
const places = (element: HTMLElement): (string | null)[] =>
    findAll(element, '.cell').map((cell) => cell.querySelector<HTMLElement>('.control')?.dataset.id ?? null);

describe('the buttons of a call', () => {
    it('are those that the call allows, with icon and text', async () => {
        const element = await mountControls(able());

        expect(findAll(element, '.control').map(({ textContent }) => textContent)).toEqual([
            'Mudo',
            'Espera',
            'Teclado',
            'Transferir',
            'Pausar gravação'
        ]);
        expect(hangUp(element).label).toBe('Desligar');
    });

    it('are none where the telephony side can do nothing', async () => {
        const element = await mountControls(able({ actions: [] }));

        expect([places(element), has(element, '[data-id="hang-up"]')]).toEqual([[], false]);
    });

    it.each<[string, AgentAction, Partial<CallView>]>([
        ['mute', 'mute', {}],
        ['mute', 'unmute', { muted: true, actions: ['unmute'] }],
        ['hold', 'hold', {}],
        ['hold', 'resume', { state: 'held', actions: ON_HOLD }],
        ['recording', 'pauseRecording', {}],
        ['recording', 'resumeRecording', { recordingPaused: true, actions: ['resumeRecording'] }]
    ])('ask with one click: %s for %s', async (id, action, changes) => {
        const element = await mountControls(able(changes));
        const commands = recordEvents(element, 'callcommand');
        button(element, id).click();

        expect(commands).toEqual([{ legId: 'leg-1', command: { action } }]);
    });

    it.each<[string, Partial<CallView>]>([
        ['mute', { muted: true, actions: ['unmute'] }],
        ['hold', { state: 'held', actions: ON_HOLD }],
        ['recording', { recordingPaused: true, actions: ['resumeRecording'] }]
    ])('show that they are pressed in: %s', async (id, changes) => {
        expect(button(await mountControls(able()), id).getAttribute('aria-pressed')).toBe('false');
        expect(button(await mountControls(able(changes)), id).getAttribute('aria-pressed')).toBe('true');
    });

    it.each(['keypad', 'transfer'] as const)('open %s, and say whether it is open', async (drawer) => {
        const element = await mountControls(able());
        const toggles = recordEvents(element, 'drawertoggle');
        button(element, drawer).click();
        expect([toggles, button(element, drawer).getAttribute('aria-expanded')]).toEqual([[{ drawer }], 'false']);

        element.drawer = drawer;
        await rendered();
        expect(button(element, drawer).getAttribute('aria-expanded')).toBe('true');
    });

    it('are pressed once by a double click', async () => {
        const element = await mountControls(able());
        const commands = recordEvents(element, 'callcommand');
        for (const detail of [1, 2]) button(element, 'mute').dispatchEvent(new MouseEvent('click', { detail }));

        expect(commands).toHaveLength(1);
    });

    it('hang up', async () => {
        const element = await mountControls(able());
        const commands = recordEvents(element, 'callcommand');
        find(hangUp(element), 'button').click();

        expect(commands).toEqual([{ legId: 'leg-1', command: { action: 'hangup' } }]);
    });

    it('say which keys press them', async () => {
        const element = await mountControls(able());
        const shortcuts = ['mute', 'hold', 'transfer'].map((id) =>
            button(element, id).getAttribute('aria-keyshortcuts')
        );

        expect([...shortcuts, hangUp(element).keyShortcut]).toEqual([
            'Alt+Shift+M',
            'Alt+Shift+E',
            'Alt+Shift+T',
            'Alt+Shift+D'
        ]);
        expect(button(element, 'keypad').hasAttribute('aria-keyshortcuts')).toBe(false);
    });
});

describe('where the buttons are', () => {
    it('stays the same while some are of no use', async () => {
        const element = await mountControls(able());
        const before = places(element);
        element.call = able({ state: 'held', actions: ON_HOLD });
        await rendered();
        expect(places(element)).toEqual([null, 'hold', null, 'transfer', 'recording']);

        element.call = able();
        await rendered();
        expect(places(element)).toEqual(before);
    });

    it('stays the same when others come', async () => {
        const element = await mountControls(able({ state: 'held', actions: ON_HOLD }));
        element.call = able();
        await rendered();

        expect(places(element)).toEqual(['hold', 'transfer', 'recording', 'mute', 'keypad']);
    });

    it.each<[string, Partial<CallView>, boolean]>([
        ['a call that is not answered yet', { state: 'dialling', actions: ['hangup'] }, true],
        ['a call with buttons', {}, true],
        ['a call that can only be hung up', { actions: ['hangup'] }, false]
    ])('has room from the beginning: %s', async (_name, changes, hasRoom) => {
        expect(has(await mountControls(able(changes)), '.grid_filled')).toBe(hasRoom);
    });

    it('keep the focus when the one that had it goes, and no other one is pressed unawares', async () => {
        const element = await mountControls(able());
        element.focusOn('mute');
        element.call = able({ state: 'held', actions: ON_HOLD });
        await rendered();

        expect((element.shadowRoot?.activeElement as HTMLElement | null)?.dataset.id).toBe('controls');
    });

    it('takes the focus from nobody', async () => {
        const element = await mountControls(able());
        element.call = able({ state: 'held', actions: ON_HOLD });
        await rendered();

        expect(element.shadowRoot?.activeElement).toBeNull();
    });
});

describe('a command that is under way', () => {
    it('is shown on its button, which cannot be pressed again, while the others can', async () => {
        const element = await mountControls(able(), { pendingCommand: sentBefore(4_999, 'mute') });
        const commands = recordEvents(element, 'callcommand');
        button(element, 'mute').click();
        button(element, 'hold').click();

        expect(button(element, 'mute').textContent).toContain('Aguardando a central…');
        expect(commands).toEqual([{ legId: 'leg-1', command: { action: 'hold' } }]);
    });

    it.each<[AgentAction, string[]]>([
        ['mute', ['mute']],
        ['hold', ['hold', 'transfer']],
        ['consult', ['hold', 'transfer']],
        ['blindTransfer', ['hold', 'transfer']],
        ['pauseRecording', ['recording']],
        ['hangup', ['mute', 'hold', 'keypad', 'transfer', 'recording']]
    ])('leaves no other that makes no sense meanwhile: %s', async (action, unavailable) => {
        const element = await mountControls(able(), { pendingCommand: sentBefore(0, action) });
        const found = findAll(element, '.control[aria-disabled="true"]').map(({ dataset }) => dataset.id);

        expect(found).toEqual(unavailable);
    });

    it('can be hung up on, unless that is what is under way', async () => {
        const handing = await mountControls(able(), { pendingCommand: sentBefore(0, 'blindTransfer') });
        const hanging = await mountControls(able(), { pendingCommand: sentBefore(0, 'hangup') });

        expect([hangUp(handing).unavailable, hangUp(handing).label]).toEqual([false, 'Desligar']);
        expect([hangUp(hanging).unavailable, hangUp(hanging).label]).toEqual([true, 'Desligando…']);
    });

    it.each<[AgentAction, string]>([
        ['hangup', 'A chamada ainda não terminou. Desligue no aparelho ou tente de novo.'],
        ['hold', 'A central ainda não confirmou “Espera”. Use o aparelho ou tente de novo.'],
        ['cancelTransfer', 'A central ainda não confirmou “Voltar ao cliente”. Use o aparelho ou tente de novo.']
    ])('says so when it takes too long, and can be tried again: %s', async (action, text) => {
        const element = await mountControls(able(), { pendingCommand: sentBefore(5_000, action) });

        expect(spoken(element)).toBe(text);
        expect(has(element, '.under-way')).toBe(false);
        expect(hangUp(element).unavailable).toBe(false);
    });

    it('is past when much time went by', async () => {
        expect(spoken(await mountControls(able(), { pendingCommand: sentBefore(29_999, 'hold') }))).not.toBe('');
        expect(spoken(await mountControls(able(), { pendingCommand: sentBefore(30_000, 'hold') }))).toBe('');
    });

    it('is not asked for while the bridge is away', async () => {
        const element = await mountControls(able(), { disabled: true });
        const commands = recordEvents(element, 'callcommand');
        for (const control of findAll(element, '.control')) control.click();
        find(hangUp(element), 'button').click();

        expect(commands).toEqual([]);
    });
});
