import '../../../../../../test/jest-mocks/projectLabels';
import type { QueueLogin } from 'bridge/contract';
import QueueLogins from 'c/queueLogins';
import { type QueueLoginsState, initialState } from 'c/softphoneState';
import {
    type Mounted,
    find,
    findAll,
    has,
    mount,
    recordEvents,
    rendered
} from '../../../../../../test/jest-mocks/mount';

const queueOf = (name: string, changes: Partial<QueueLogin> = {}): QueueLogin => ({
    ...{ name, isIn: false, isFixed: false, waiting: null, free: null },
    ...changes
});
const support = queueOf('Suporte', { isIn: true, waiting: 2, free: 1 });
const sales = queueOf('Vendas');
const board = queueOf('Diretoria', { isIn: true, isFixed: true, waiting: 0 });

const stateOf = (changes: Partial<QueueLoginsState> = {}): QueueLoginsState => ({
    ...initialState.queueLogins,
    ...{ status: 'ready', queues: [support, sales, board] },
    ...changes
});
const mountQueues = (changes: Partial<QueueLoginsState> = {}, disabled = false): Promise<Mounted<QueueLogins>> =>
    mount('c-queue-logins', QueueLogins, { queueLogins: stateOf(changes), disabled });

const boxes = (element: HTMLElement) => findAll<HTMLInputElement>(element, 'input');
const rows = (element: HTMLElement) =>
    findAll(element, 'li').map((row) => {
        const { checked, disabled } = row.querySelector('input')!;
        return [row.textContent?.replace(/\s+/g, ' ').trim(), checked, disabled];
    });
const message = (element: HTMLElement) =>
    findAll(element, '[data-id="message"]')
        .map(({ textContent }) => textContent)
        .join();
const spoken = (element: HTMLElement): string => find<HTMLElement & { text: string }>(element, 'c-spoken-line').text;

function check(box: HTMLInputElement, checked: boolean): void {
    box.checked = checked;
    box.dispatchEvent(new CustomEvent('change'));
}

describe('queues of an agent', () => {
    it('show where the agent is, who waits, and why one cannot be left', async () => {
        const element = await mountQueues();

        expect(rows(element)).toEqual([
            ['SuporteNa espera: 2 · Livres: 1', true, false],
            ['Vendas', false, false],
            ['DiretoriaFixada pelo administrador · Na espera: 0', true, true]
        ]);
        expect(message(element)).toBe('');
    });

    it.each<[string, Partial<QueueLoginsState>, string, number]>([
        ['while they are read', { status: 'loading', queues: [] }, 'Carregando as filas…', 0],
        ['where there is none', { queues: [] }, 'Não há fila para escolher.', 0],
        ['when they could not be read', { status: 'failed', queues: [] }, 'Não foi possível carregar as filas.', 0],
        ['when they could not be read again', { status: 'failed' }, 'Não foi possível carregar as filas.', 3],
        ['while they are read again', { status: 'loading' }, '', 3]
    ])('say so %s', async (_when, changes, text, count) => {
        const element = await mountQueues(changes);

        expect([message(element), rows(element)]).toMatchObject([text, { length: count }]);
        expect(has(element, '[data-id="retry"]')).toBe(changes.status === 'failed');
    });

    it.each([
        [0, { name: 'Suporte', isIn: false }],
        [1, { name: 'Vendas', isIn: true }]
    ])('are left and entered (%i)', async (index, change) => {
        const element = await mountQueues();
        const changes = recordEvents(element, 'queueloginchange');
        check(boxes(element)[index]!, change.isIn);

        expect(changes).toEqual([change]);
    });

    it('show what the agent wants until it is so, and take one change after the other', async () => {
        const element = await mountQueues({ changing: { Suporte: false } });
        const changes = recordEvents(element, 'queueloginchange');
        expect(rows(element)[0]).toEqual(['SuporteMudando…', false, false]);
        check(boxes(element)[0]!, true);

        expect([changes, boxes(element)[0]?.checked]).toEqual([[], false]);
    });

    it('go back to what they were when a change is refused', async () => {
        const element = await mountQueues();
        check(boxes(element)[0]!, false);
        element.queueLogins = stateOf({ changing: { Suporte: false } });
        await rendered();
        element.queueLogins = stateOf();
        await rendered();

        expect(boxes(element)[0]?.checked).toBe(true);
    });

    it('are asked for once more on request', async () => {
        const element = await mountQueues({ status: 'failed', queues: [] });
        const wanted = recordEvents(element, 'queueswanted');
        find(element, '[data-id="retry"]').click();

        expect(wanted).toHaveLength(1);
    });

    it('are not asked for while the bridge is away, and cannot be changed', async () => {
        const element = await mountQueues({ status: 'failed' }, true);
        const wanted = recordEvents(element, 'queueswanted');
        find(element, '[data-id="retry"]').click();

        expect([wanted, boxes(element).every(({ disabled }) => disabled)]).toEqual([[], true]);
    });

    it('close with their button and with Escape, and with no other key', async () => {
        const element = await mountQueues();
        const closes = recordEvents(element, 'close');
        find(element, '[data-id="close"]').click();
        for (const key of ['Escape', 'a'])
            find(element, 'section').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

        expect(closes).toHaveLength(2);
    });

    it('say aloud what has changed', async () => {
        const element = await mountQueues();
        expect(spoken(element)).toBe('');
        element.queueLogins = stateOf({ changed: { name: 'Vendas', isIn: true } });
        await rendered();
        expect(spoken(element)).toBe('Você entrou na fila Vendas');
        element.queueLogins = stateOf({ changed: { name: 'Vendas', isIn: false } });
        await rendered();
        expect(spoken(element)).toBe('Você saiu da fila Vendas');
    });
});
