import '../../../../../../test/jest-mocks/projectLabels';
import { directory } from '../../../../../../test/jest-mocks/callViews';
import {
    type Mounted,
    find,
    findAll,
    has,
    mount,
    recordEvents,
    rendered
} from '../../../../../../test/jest-mocks/mount';
import { scrolledTo } from '../../../../../../test/jest-mocks/scrolls';
import type { AgentAction } from 'bridge/contract';
import type { DirectoryState } from 'c/softphoneState';
import type SpokenLine from 'c/spokenLine';
import TransferPicker from 'c/transferPicker';

const ready: DirectoryState = { status: 'ready', directory };
const BOTH: AgentAction[] = ['consult', 'blindTransfer'];
const bruno = { kind: 'agent', extension: '1002' };
const carla = { kind: 'agent', extension: '1003' };

const mountPicker = (properties: Parameters<typeof mount<TransferPicker>>[2] = {}) =>
    mount('c-transfer-picker', TransferPicker, { directory: ready, actions: BOTH, nowMs: 1_000, ...properties });

const field = (element: HTMLElement): HTMLInputElement => find(element, 'input');
const rows = (element: HTMLElement): HTMLElement[] => findAll(element, '[role="row"]');
const names = (element: HTMLElement): (string | null)[] =>
    findAll(element, '.name').map(({ textContent }) => textContent?.trim() ?? null);
const details = (element: HTMLElement): (string | undefined)[] =>
    findAll(element, '.detail').map(({ textContent }) => textContent?.trim());
const active = (element: HTMLElement): number =>
    rows(element).findIndex((row) => row.getAttribute('aria-selected') === 'true');
const message = (element: HTMLElement): string => find<Mounted<SpokenLine>>(element, '.message c-spoken-line').text;

async function type(element: HTMLElement, text: string): Promise<void> {
    field(element).value = text;
    field(element).dispatchEvent(new InputEvent('input'));
    await rendered();
}

async function press(element: HTMLElement, key: string, modifiers: KeyboardEventInit = {}): Promise<void> {
    field(element).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
    await rendered();
}

it('comes into sight when it opens, and once more with the list', async () => {
    const element = await mountPicker({ directory: { status: 'loading', directory: null } });
    const picker = find(element, '.picker');
    expect(scrolledTo).toEqual([picker]);
    element.directory = ready;
    await rendered();
    await type(element, 'xyz');
    await type(element, '');

    expect(scrolledTo).toEqual([picker, picker]);
});

describe('to whom a call can be handed', () => {
    it('is listed with presence in words, and queues with their load', async () => {
        const element = await mountPicker();

        expect(names(element)).toEqual(['Bruno Lima', 'Carla Dias', 'Fila suporte']);
        expect(details(element)).toEqual([
            'Disponível · Ramal 1002',
            'Pausa (Almoço) · Ramal 1003',
            'Na espera: 2 · Livres: 1'
        ]);
        expect(findAll(element, '.dot')).toHaveLength(2);
    });

    it.each([
        ['available', null, 'Disponível'],
        ['onCall', null, 'Em ligação'],
        ['wrapUp', null, 'Em pós-atendimento'],
        ['paused', null, 'Em pausa'],
        ['paused', 'Almoço', 'Pausa (Almoço)'],
        ['offline', null, 'Offline']
    ] as const)('is said of an agent who is %s (%s)', async (state, reason, text) => {
        const agents = [{ extension: '1002', name: 'Bruno Lima', state, reason, since: null }];
        const element = await mountPicker({ directory: { status: 'ready', directory: { agents, queues: [] } } });

        expect(details(element)).toEqual([`${text} · Ramal 1002`]);
    });

    it('leaves out what the telephony side does not say of a queue', async () => {
        const queues = [{ name: 'vendas', waiting: null, free: null }];
        const element = await mountPicker({ directory: { status: 'ready', directory: { agents: [], queues } } });

        expect([names(element), details(element)]).toEqual([['Fila vendas'], []]);
    });

    it.each([
        ['bru', ['Bruno Lima']],
        ['  DIÁS ', ['Carla Dias']],
        ['sup', ['Fila suporte']],
        ['1003', ['Carla Dias']],
        ['100', ['Bruno Lima', 'Carla Dias', 'Transferir para 100']],
        ['11987654321', ['Transferir para (11) 98765-4321']],
        ['+55 11 2295-3040', ['Transferir para +55 (11) 2295-3040']],
        ['+1 212 555 0100', ['Transferir para +1 212 555 0100']]
    ])('is found as one types: %s', async (search, found) => {
        const element = await mountPicker();
        await type(element, search);

        expect(names(element)).toEqual(found);
    });

    it('is cut off where nobody would read on', async () => {
        const agents = Array.from({ length: 60 }, (_, index) => ({
            extension: String(2000 + index),
            name: `Agente ${index}`,
            state: 'offline' as const,
            reason: null,
            since: null
        }));
        const element = await mountPicker({ directory: { status: 'ready', directory: { agents, queues: [] } } });

        expect(rows(element)).toHaveLength(50);
        expect(message(element)).toBe('Mostrando 50 de 60. Digite para achar mais rápido.');
    });
});

describe('handing a call over', () => {
    it.each([
        ['consult', 'Consultar Bruno Lima'],
        ['blindTransfer', 'Transferir direto para Bruno Lima']
    ])('takes one click: %s', async (action, label) => {
        const element = await mountPicker();
        const chosen = recordEvents(element, 'targetchoose');
        find(element, `[aria-label="${label}"]`).click();

        expect(chosen).toEqual([{ command: { action, to: bruno } }]);
    });

    it.each([
        ['queue', 'Consultar Fila suporte', '', { kind: 'queue', name: 'suporte' }],
        ['number', 'Consultar (11) 98765-4321', '11 98765-4321', { kind: 'number', number: '(11) 98765-4321' }]
    ])('goes to a %s', async (_kind, label, search, to) => {
        const element = await mountPicker();
        const chosen = recordEvents(element, 'targetchoose');
        await type(element, search);
        find(element, `[aria-label="${label}"]`).click();

        expect(chosen).toEqual([{ command: { action: 'consult', to } }]);
    });

    it.each([
        [['consult'], ['Consultar']],
        [['blindTransfer'], ['Transferir']]
    ] as [AgentAction[], string[]][])('offers what the call allows only: %p', async (actions, texts) => {
        const element = await mountPicker({ actions });

        expect([...(rows(element)[0]?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent)).toEqual(
            texts
        );
    });

    it('waits for the bridge to be back', async () => {
        const element = await mountPicker({ disabled: true });
        const chosen = recordEvents(element, 'targetchoose');
        find(element, '[aria-label="Consultar Bruno Lima"]').click();

        expect(chosen).toEqual([]);
    });
});

describe('the search by keyboard', () => {
    it('has the focus when it opens and says how it works', async () => {
        const element = await mountPicker();

        expect(element.shadowRoot?.activeElement).toBe(field(element));
        expect(field(element).title).toBe('Setas escolhem, Enter consulta, Ctrl+Enter transfere direto');
    });

    it('reaches each entry with the arrow keys and stops at the ends', async () => {
        const element = await mountPicker();
        const visited = [active(element)];
        for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) {
            await press(element, key);
            visited.push(active(element));
        }

        expect(visited).toEqual([-1, 0, 1, 2, 2, 1]);
        expect(field(element).getAttribute('aria-activedescendant')).toBe(rows(element)[1]?.id);
        expect(scrolledTo.at(-1)).toBe(rows(element)[1]);
    });

    it.each<[string, KeyboardEventInit, AgentAction[], AgentAction]>([
        ['asks first', {}, BOTH, 'consult'],
        ['hands over at once with Ctrl', { ctrlKey: true }, BOTH, 'blindTransfer'],
        ['hands over at once where nobody can be asked', {}, ['blindTransfer'], 'blindTransfer']
    ])('%s with Enter', async (_name, modifiers, actions, action) => {
        const element = await mountPicker({ actions });
        const chosen = recordEvents(element, 'targetchoose');
        await press(element, 'ArrowDown');
        await press(element, 'ArrowDown');
        await press(element, 'Enter', modifiers);

        expect(chosen).toEqual([{ command: { action, to: carla } }]);
    });

    it('takes the first who fits what was typed, and nobody before', async () => {
        const element = await mountPicker();
        const chosen = recordEvents(element, 'targetchoose');
        await press(element, 'Enter');
        await type(element, 'carla');
        await press(element, 'Enter', { repeat: true });
        await press(element, 'Enter');

        expect(chosen).toEqual([{ command: { action: 'consult', to: carla } }]);
    });

    it('keeps to whom it reached when the directory is read again', async () => {
        const element = await mountPicker();
        await press(element, 'ArrowDown');
        await press(element, 'ArrowDown');
        element.directory = { status: 'ready', directory: { ...directory, agents: directory.agents.slice(1) } };
        await rendered();

        expect(names(element)[active(element)]).toBe('Carla Dias');
    });

    it('reaches nobody else when who was reached is gone', async () => {
        const element = await mountPicker();
        const chosen = recordEvents(element, 'targetchoose');
        await type(element, 'a');
        await press(element, 'ArrowDown');
        element.directory = { status: 'ready', directory: { ...directory, agents: directory.agents.slice(0, 1) } };
        await rendered();
        await press(element, 'Enter');

        expect([active(element), chosen]).toEqual([-1, []]);
    });

    it('has the buttons of one entry in the tab order', async () => {
        const element = await mountPicker();
        const reachable = (): (string | undefined)[] =>
            findAll(element, '[tabindex="0"]').map(({ dataset }) => dataset.key);
        expect(reachable()).toEqual(['agent-1002', 'agent-1002']);

        await press(element, 'ArrowDown');
        await press(element, 'ArrowDown');
        expect(reachable()).toEqual(['agent-1003', 'agent-1003']);
    });

    it('closes with Escape', async () => {
        const element = await mountPicker();
        const closes = recordEvents(element, 'close');
        await press(element, 'Escape');

        expect(closes).toHaveLength(1);
    });
});

describe('the directory', () => {
    const wantedOf = async (properties: Parameters<typeof mount<TransferPicker>>[2] = {}) => {
        const wanted: unknown[] = [];
        const listener = (event: Event): unknown => wanted.push(event);
        // when it is opened nobody can listen on the element yet
        const dispatch = jest.spyOn(EventTarget.prototype, 'dispatchEvent').mockImplementation(function (event) {
            if (event.type === 'directorywanted') listener(event);
            return true;
        });
        const element = await mountPicker(properties);
        return { element, wanted, restore: () => dispatch.mockRestore() };
    };

    it('is asked for when it opens and every 10 s', async () => {
        const { element, wanted, restore } = await wantedOf();
        const counts = [wanted.length];
        for (const nowMs of [2_000, 10_999, 11_000, 12_000, 21_000]) {
            element.nowMs = nowMs;
            counts.push(wanted.length);
        }
        restore();

        expect(counts).toEqual([1, 1, 1, 2, 2, 3]);
    });

    it('is not asked for while the bridge is away, and at once when it is back', async () => {
        const { element, wanted, restore } = await wantedOf({ disabled: true, nowMs: 1_000_000 });
        element.nowMs = 2_000_000;
        const awayCount = wanted.length;
        element.disabled = false;
        element.nowMs = 2_001_000;
        restore();

        expect([awayCount, wanted.length]).toEqual([0, 1]);
    });

    it('is on its way at first', async () => {
        const element = await mountPicker({ directory: { status: 'loading', directory: null } });

        expect([message(element), has(element, '[role="grid"]')]).toEqual(['Carregando colegas e filas…', false]);
    });

    it('stays as it was while it is read again', async () => {
        const element = await mountPicker({ directory: { status: 'loading', directory } });

        expect([rows(element).length, message(element)]).toEqual([3, '']);
    });

    it('may hold nobody, or nobody of that name', async () => {
        const element = await mountPicker({
            directory: { status: 'ready', directory: { agents: [], queues: [] } }
        });
        expect(message(element)).toBe('Nenhum colega e nenhuma fila. Digite um número.');

        await type(element, 'zz');
        expect(message(element)).toBe('Ninguém com este nome. Confira ou digite um número.');
    });

    it('may fail, and be asked for again, while a number can be dialled', async () => {
        const element = await mountPicker({ directory: { status: 'failed', directory: null } });
        const wanted = recordEvents(element, 'directorywanted');
        find(element, '[data-id="retry"]').click();
        const alert = find(element, '[role="alert"]');
        const mutations = jest.fn();
        const observer = new MutationObserver(mutations);
        observer.observe(alert, { characterData: true, childList: true, subtree: true });
        await type(element, '1133334444');
        observer.disconnect();

        expect(alert.querySelector<HTMLElement & { text: string }>('c-spoken-line')?.text).toContain(
            'Não foi possível carregar colegas e filas.'
        );
        expect(mutations).not.toHaveBeenCalled();
        expect([wanted.length, names(element)]).toEqual([1, ['Transferir para (11) 3333-4444']]);
    });
});
