import '../../../../../../test/jest-mocks/projectLabels';
import SoftphoneDial from 'c/softphoneDial';
import type { ContactsState } from 'c/softphoneState';
import { candidate, joao } from '../../../../../../test/jest-mocks/callViews';
import {
    type Mounted,
    find,
    findAll,
    has,
    mount,
    recordEvents,
    rendered,
    textOf
} from '../../../../../../test/jest-mocks/mount';

const maria = candidate();
const withoutPhone = candidate({ id: '003000000000009AAA', name: 'Zilda Reis', phone: null });
const recent: ContactsState = { search: '', status: 'ready', contacts: [maria, withoutPhone] };

type Dial = Mounted<SoftphoneDial>;

const mountDial = (properties: Parameters<typeof mount<SoftphoneDial>>[2] = {}) =>
    mount('c-softphone-dial', SoftphoneDial, { canDial: true, contacts: recent, ...properties });

const field = (dial: Dial): HTMLInputElement => find(dial, 'input');
const dialButton = (dial: Dial): HTMLElement & { label: string; unavailable: boolean } =>
    find(dial, '[data-id="dial"]');
const callButtons = (dial: Dial): HTMLButtonElement[] => findAll(dial, '.call');
const statusOf = (dial: Dial): string => find<HTMLElement & { text: string }>(dial, 'c-spoken-line').text;
const listed = (dial: Dial): string[] =>
    findAll<HTMLElement & { contact: { name: string } }>(dial, 'c-contact-row').map(({ contact }) => contact.name);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

async function type(dial: Dial, text: string): Promise<void> {
    field(dial).value = text;
    field(dial).dispatchEvent(new CustomEvent('input'));
    jest.advanceTimersByTime(300);
    await rendered();
}

describe('what was typed', () => {
    it('goes once it is called, and stays when the call failed', async () => {
        const dial = await mountDial();
        await type(dial, '11 98765-4321');
        dial.dialled = null;
        await rendered();
        expect(field(dial).value).toBe('(11) 98765-4321');
        dial.dialled = '(11) 98765-4321';
        await rendered();

        expect(field(dial).value).toBe('');
        expect(dialButton(dial).unavailable).toBe(true);
    });

    it('stays when it is not the number that is called', async () => {
        const dial = await mountDial();
        await type(dial, '190');
        dial.dialled = '(11) 98765-4321';
        await rendered();

        expect(field(dial).value).toBe('190');
    });
});

async function press(dial: Dial, key: string): Promise<void> {
    field(dial).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    await rendered();
}

describe('a number', () => {
    it.each([
        ['+55 (11) 98765-4321', '+55 (11) 98765-4321'],
        ['0 15 11 98765 4321', '0 15 (11) 98765-4321'],
        ['11-98765.4321', '(11) 98765-4321'],
        ['190', '190']
    ])('is shown grouped and called with all of its digits: %s', async (typed, shown) => {
        const dial = await mountDial();
        const dialled = recordEvents(dial, 'dial');
        await type(dial, typed);
        dialButton(dial).dispatchEvent(new CustomEvent('press'));

        expect(field(dial).value).toBe(shown);
        expect(dialled).toEqual([{ number: shown, recordId: null }]);
    });

    it('is called with Enter', async () => {
        const dial = await mountDial();
        const dialled = recordEvents(dial, 'dial');
        await press(dial, 'Enter');
        await type(dial, '1001');
        await press(dial, 'Enter');

        expect(dialled).toEqual([{ number: '1001', recordId: null }]);
    });

    it('is pressed on the pad where the cursor is, and erased', async () => {
        const dial = await mountDial();
        for (const digit of '+1190')
            find(dial, 'c-dial-pad').dispatchEvent(new CustomEvent('digit', { detail: { digit } }));
        await rendered();
        expect(field(dial).value).toBe('+1190');

        find(dial, '[data-id="erase"]').click();
        await rendered();
        expect(field(dial).value).toBe('+119');
        expect(dial.shadowRoot?.activeElement).toBe(field(dial));
    });

    it('is searched for nobody', async () => {
        const dial = await mountDial();
        const searches = recordEvents(dial, 'contactsearch');
        await type(dial, '11987654321');

        expect([searches, listed(dial)]).toEqual([[], ['Maria da Silva', 'Zilda Reis']]);
    });

    it('goes with Escape', async () => {
        const dial = await mountDial();
        await type(dial, '1001');
        await press(dial, 'Escape');

        expect([field(dial).value, has(dial, '[data-id="erase"]')]).toEqual(['', false]);
    });
});

describe('Ligar', () => {
    it.each([
        ['there is no number', { text: '' }, {}],
        ['the bridge is away', { text: '190' }, { disabled: true }],
        ['a call is being placed', { text: '190' }, { dialling: true }]
    ])('can not be pressed while %s', async (_name, { text }, properties) => {
        const dial = await mountDial(properties);
        const dialled = recordEvents(dial, 'dial');
        await type(dial, text);
        await press(dial, 'Enter');
        callButtons(dial)[0]?.click();

        expect(dialButton(dial).unavailable).toBe(true);
        expect(dialled).toHaveLength(text ? 0 : 1);
    });

    it('says that it is at work', async () => {
        expect(dialButton(await mountDial()).label).toBe('Ligar');
        expect(dialButton(await mountDial({ dialling: true })).label).toBe('Ligando…');
    });

    it('is missing, with the reason, where the telephony places no calls; the contacts stay', async () => {
        const dial = await mountDial({ canDial: false });
        const dialled = recordEvents(dial, 'dial');
        await type(dial, '190');
        await press(dial, 'Enter');

        expect(textOf(dial)).toContain('Esta telefonia não faz ligações pelo softphone.');
        expect([has(dial, 'c-dial-pad'), has(dial, '[data-id="dial"]'), callButtons(dial)]).toEqual([false, false, []]);
        expect([dialled, listed(dial)]).toEqual([[], ['Maria da Silva', 'Zilda Reis']]);
    });
});

describe('a name', () => {
    it('is searched for, below the field, in place of the pad', async () => {
        const dial = await mountDial();
        const searches = recordEvents(dial, 'contactsearch');
        await type(dial, 'joão');
        expect([searches, statusOf(dial)]).toEqual([[{ search: 'joão' }], 'Procurando…']);
        expect(has(dial, 'c-dial-pad')).toBe(false);

        dial.contacts = { search: 'joão', status: 'ready', contacts: [joao] };
        await rendered();
        expect([listed(dial), statusOf(dial), has(dial, 'h3')]).toEqual([['João Pereira'], 'Resultados: 1', false]);
    });

    it('is not called with Enter, which goes to whom it found, as the arrow does', async () => {
        const dial = await mountDial();
        const dialled = recordEvents(dial, 'dial');
        await type(dial, 'joão');
        await press(dial, 'Enter');
        dial.contacts = { search: 'joão', status: 'ready', contacts: [joao] };
        await rendered();
        for (const key of ['Enter', 'ArrowDown']) {
            field(dial).focus();
            await press(dial, key);
            expect(dial.shadowRoot?.activeElement?.closest('li')).toBe(find(dial, 'li'));
        }

        expect(dialled).toEqual([]);
    });

    it.each([
        ['ready', 'Ninguém com “zé”', false],
        ['failed', 'Não foi possível procurar agora.', true]
    ] as const)('says what came of a search that is %s', async (status, text, offersRetry) => {
        const dial = await mountDial();
        await type(dial, 'zé');
        dial.contacts = { search: 'zé', status, contacts: [] };
        await rendered();
        const searches = recordEvents(dial, 'contactsearch');
        findAll(dial, 'lightning-button').forEach((button) => button.click());

        expect(statusOf(dial)).toBe(text);
        expect(searches).toEqual(offersRetry ? [{ search: 'zé' }] : []);
    });
});

describe('the contacts', () => {
    it('are the recent ones at first, asked for again when the agent comes back to the empty field', async () => {
        const dial = await mountDial();
        const searches = recordEvents(dial, 'contactsearch');
        dial.contacts = { search: '', status: 'ready', contacts: [maria] };
        field(dial).focus();
        await rendered();

        expect([find(dial, 'h3').textContent, searches]).toEqual(['Recentes', [{ search: '' }]]);
    });

    it('are asked for by themselves once the bridge is back', async () => {
        const dial = await mountDial({ disabled: true, contacts: { search: '', status: 'idle', contacts: [] } });
        const searches = recordEvents(dial, 'contactsearch');
        field(dial).focus();
        expect(searches).toEqual([]);

        dial.disabled = false;
        expect(searches).toEqual([{ search: '' }]);
    });

    it('are called at the number on record, and opened', async () => {
        const dial = await mountDial();
        const dialled = recordEvents(dial, 'dial');
        const opened = recordEvents(dial, 'recordopen');
        callButtons(dial)[0]?.click();
        findAll(dial, '.open')[1]?.click();

        expect(dialled).toEqual([{ number: '(11) 98765-4321', recordId: maria.id }]);
        expect(opened).toEqual([{ recordId: withoutPhone.id }]);
        expect(callButtons(dial).map((button) => button.getAttribute('aria-label'))).toEqual([
            'Ligar para Maria da Silva'
        ]);
    });

    it('can not be called while the bridge is away; the buttons keep the focus', async () => {
        const dial = await mountDial({ disabled: true });
        const dialled = recordEvents(dial, 'dial');
        callButtons(dial)[0]?.focus();
        callButtons(dial)[0]?.click();

        expect([dialled, callButtons(dial)[0]?.getAttribute('aria-disabled')]).toEqual([[], 'true']);
        expect(dial.shadowRoot?.activeElement).toBe(callButtons(dial)[0]);
    });
});
