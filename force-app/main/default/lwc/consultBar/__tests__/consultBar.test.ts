import '../../../../../../test/jest-mocks/projectLabels';
import { talkingCall } from '../../../../../../test/jest-mocks/callViews';
import { type Mounted, find, findAll, mount, recordEvents } from '../../../../../../test/jest-mocks/mount';
import type { AgentAction, CallView } from 'bridge/contract';
import ConsultBar from 'c/consultBar';
import type { PendingCommand } from 'c/softphoneState';
import type SpokenLine from 'c/spokenLine';

type Consult = NonNullable<CallView['consult']>;

const NOW_MS = Date.parse('2026-11-23T12:01:10.000Z');
const ALL: AgentAction[] = ['hangup', 'completeTransfer', 'conference', 'cancelTransfer'];

const asked = (changes: Partial<Consult> = {}, actions = ALL): CallView =>
    talkingCall({
        state: 'held',
        actions,
        consult: {
            to: { kind: 'agent', extension: '1002' },
            name: 'Bruno Lima',
            state: 'talking',
            since: '2026-11-23T12:00:40.000Z',
            ...changes
        }
    });

const mountBar = (call: CallView, properties: Parameters<typeof mount<ConsultBar>>[2] = {}) =>
    mount('c-consult-bar', ConsultBar, { call, nowMs: NOW_MS, ...properties });

const stateOf = (element: HTMLElement): string => find<Mounted<SpokenLine>>(element, 'c-spoken-line').text;
const buttons = (element: HTMLElement): HTMLButtonElement[] => findAll(element, 'button');
const sentBefore = (durationMs: number, action: AgentAction): PendingCommand => ({
    action,
    sentAtMs: NOW_MS - durationMs
});

describe('consult bar', () => {
    it.each<[Partial<Consult>, string]>([
        [{ state: 'ringing' }, 'Chamando Bruno Lima…'],
        [{}, 'Em consulta com Bruno Lima'],
        [{ state: 'joined' }, 'Em conferência com Bruno Lima'],
        [{ name: null }, 'Em consulta com Ramal 1002'],
        [{ to: { kind: 'queue', name: 'suporte' }, name: null }, 'Em consulta com Fila suporte'],
        [{ to: { kind: 'number', number: '(11) 2295-3040' }, name: null }, 'Em consulta com (11) 2295-3040']
    ])('says whom the agent asks: %p', async (changes, text) => {
        expect(stateOf(await mountBar(asked(changes)))).toBe(text);
    });

    it('says for how long', async () => {
        expect(find(await mountBar(asked()), '[data-id="consult-time"]').textContent).toBe('00:30');
    });

    it.each<[string, AgentAction]>([
        ['Concluir transferência', 'completeTransfer'],
        ['Conferência', 'conference'],
        ['Voltar ao cliente', 'cancelTransfer']
    ])('offers %s', async (label, action) => {
        const element = await mountBar(asked());
        const commands = recordEvents(element, 'callcommand');
        buttons(element)
            .find(({ textContent }) => textContent === label)
            ?.click();

        expect(commands).toEqual([{ legId: 'leg-1', command: { action } }]);
    });

    it('offers only what the call allows', async () => {
        const ringing = await mountBar(asked({ state: 'ringing' }, ['cancelTransfer']));
        const joined = await mountBar(asked({ state: 'joined' }, ['hangup']));

        expect(buttons(ringing).map(({ textContent }) => textContent)).toEqual(['Voltar ao cliente']);
        expect(buttons(joined)).toEqual([]);
    });

    it.each<[string, Parameters<typeof mount<ConsultBar>>[2]]>([
        ['while one of them is under way', { pendingCommand: sentBefore(4_999, 'conference') }],
        ['while the call is hung up', { pendingCommand: sentBefore(0, 'hangup') }],
        ['while the bridge is away', { disabled: true }]
    ])('takes no command %s', async (_name, properties) => {
        const element = await mountBar(asked(), properties);
        const commands = recordEvents(element, 'callcommand');
        for (const button of buttons(element)) button.click();

        expect(commands).toEqual([]);
        expect(buttons(element).map((button) => button.getAttribute('aria-disabled'))).toEqual([
            'true',
            'true',
            'true'
        ]);
    });

    it.each<[string, PendingCommand]>([
        ['another one is under way', sentBefore(0, 'mute')],
        ['what was asked for takes too long', sentBefore(5_000, 'conference')]
    ])('takes a command while %s', async (_name, pendingCommand) => {
        const element = await mountBar(asked(), { pendingCommand });
        const commands = recordEvents(element, 'callcommand');
        buttons(element)[0]?.click();

        expect(commands).toHaveLength(1);
    });

    it('shows which one is under way', async () => {
        const element = await mountBar(asked(), { pendingCommand: sentBefore(0, 'conference') });

        expect(buttons(element).map(({ textContent }) => textContent?.includes('Aguardando a central…'))).toEqual([
            false,
            true,
            false
        ]);
    });

    it('does not take the second click of a double click that was meant for something else', async () => {
        const element = await mountBar(asked());
        const commands = recordEvents(element, 'callcommand');
        buttons(element)[0]?.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));

        expect(commands).toEqual([]);
    });
});
