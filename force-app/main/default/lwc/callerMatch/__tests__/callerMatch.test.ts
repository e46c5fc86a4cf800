import '../../../../../../test/jest-mocks/projectLabels';
import type { CallerView, MatchReason } from 'bridge/contract';
import CallerMatch from 'c/callerMatch';
import type ContactRow from 'c/contactRow';
import type ContactSearch from 'c/contactSearch';
import type { ContactsState } from 'c/softphoneState';
import { candidate, helena, joao, sharedNumber } from '../../../../../../test/jest-mocks/callViews';
import { scrolledTo } from '../../../../../../test/jest-mocks/scrolls';
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

const person = candidate({ kind: 'personAccount', id: '003000000000004AAA', name: 'Yara Potiguara' });
const account = candidate({ kind: 'account', id: '001000000000005AAA', name: 'Oficina Tavares' });
const lead = candidate({ kind: 'lead', id: '00Q000000000006AAA', name: 'Renata Siqueira', phone: null });

const mountMatch = (caller: CallerView | null, properties: Parameters<typeof mount<CallerMatch>>[2] = {}) =>
    mount('c-caller-match', CallerMatch, { caller, ...properties });

const toggle = (element: HTMLElement): HTMLButtonElement => find(element, '.toggle');
const listed = (element: HTMLElement): HTMLButtonElement[] => findAll(element, 'li button');
const search = (element: HTMLElement): Mounted<ContactSearch> => find(element, 'c-contact-search');
const focused = (element: HTMLElement): Element | null | undefined => element.shadowRoot?.activeElement;

async function open(element: HTMLElement): Promise<void> {
    toggle(element).focus();
    toggle(element).click();
    await rendered();
}

async function press(element: HTMLElement, key: string): Promise<void> {
    focused(element)?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true })
    );
    await rendered();
}

describe('why this caller', () => {
    it.each<[MatchReason, CallerView['who'], CallerView['others'], string]>([
        ['onlyContact', joao, [lead], 'Única pessoa com este número'],
        ['servedLast', helena, [joao, person, account], 'Atendida mais recentemente entre 3'],
        ['firstFound', joao, [helena, lead], 'Primeira de 2 com este número'],
        ['accountNumber', account, [], 'Conta com este número'],
        ['lead', lead, [], 'Só há lead com este número'],
        ['chosenByAgent', joao, [helena], 'Escolhida pelo agente'],
        ['chosenByAgent', null, [joao], 'Nenhuma das pessoas com este número'],
        ['unknownNumber', null, [], 'Sem cadastro com este número'],
        ['withheldNumber', null, [], 'Sem número para procurar o cadastro']
    ])('is said for %s', async (reason, who, others, text) => {
        expect(spoken(await mountMatch({ who, reason, others }))).toBe(text);
    });

    it('is not known while the lookup lasts', async () => {
        expect(spoken(await mountMatch(null))).toBe('Procurando cadastro…');
    });

    it.each([
        ['pending', 'Salvando a sua escolha…'],
        ['overdue', 'A sua escolha ainda não foi confirmada. Tente de novo.']
    ] as const)('gives way to a choice that is %s', async (choice, text) => {
        expect(spoken(await mountMatch(sharedNumber, { choice }))).toBe(text);
    });
});

describe('who else it could be', () => {
    it('comes into sight when it opens, and once more with whom the search finds first', async () => {
        const element = await mountMatch(sharedNumber, { contacts: { search: '', status: 'loading', contacts: [] } });
        const match = find(element, '.match');
        expect(scrolledTo).toEqual([]);
        await open(element);
        expect(scrolledTo).toEqual([match]);
        for (const status of ['ready', 'loading', 'ready'] as const) {
            element.contacts = { search: '', status, contacts: [joao] };
            await rendered();
        }

        expect(scrolledTo).toEqual([match, match]);
        for (const disabled of [true, false]) {
            element.disabled = disabled;
            await rendered();
        }
        expect(scrolledTo).toEqual([match, match]);
        toggle(element).click();
        await open(element);

        expect(scrolledTo).toEqual([match, match, match]);
    });

    it('is not asked while the lookup lasts', async () => {
        expect(has(await mountMatch(null), '.toggle')).toBe(false);
    });

    it.each([
        [joao, 'Não é esta pessoa?'],
        [lead, 'Não é esta pessoa?'],
        [account, 'Escolher outro cadastro'],
        [null, 'Escolher cadastro']
    ])('is asked in words that fit who it is now, also when nobody else has the number', async (who, text) => {
        const element = await mountMatch({ ...sharedNumber, who, others: [] });

        expect(toggle(element).textContent).toContain(text);
    });

    it('is listed, and last that it is none of them', async () => {
        const element = await mountMatch({ ...sharedNumber, others: [joao, person, account, lead] });
        expect(has(element, 'ul')).toBe(false);
        await open(element);

        expect(toggle(element).getAttribute('aria-expanded')).toBe('true');
        expect(findAll<Mounted<ContactRow>>(element, 'c-contact-row').map(({ contact }) => contact)).toEqual([
            joao,
            person,
            account,
            lead
        ]);
        expect(
            listed(element)
                .map(({ textContent }) => textContent?.trim())
                .at(-1)
        ).toBe('Nenhuma dessas pessoas');
    });

    it('lists nobody as a choice only while it is somebody', async () => {
        const element = await mountMatch({ who: null, reason: 'chosenByAgent', others: [joao, helena] });
        await open(element);

        expect(has(element, '[data-id="nobody"]')).toBe(false);
        expect(listed(element)).toHaveLength(2);
    });

    it('can be only somebody whom a search finds when nobody has the number', async () => {
        const element = await mountMatch({ who: null, reason: 'unknownNumber', others: [] });
        await open(element);

        expect([has(element, 'ul'), has(element, 'c-contact-search')]).toEqual([false, true]);
    });

    it('is looked for by the softphone', async () => {
        const contacts: ContactsState = { search: 'yara', status: 'ready', contacts: [person] };
        const element = await mountMatch(sharedNumber, { contacts });
        const searches = recordEvents(element, 'contactsearch');
        await open(element);
        search(element).dispatchEvent(new CustomEvent('contactsearch', { detail: { search: 'yara' } }));

        expect([search(element).contacts, search(element).label]).toEqual([
            contacts,
            'Procurar por nome, telefone, CPF ou CNPJ'
        ]);
        expect(searches.at(-1)).toEqual({ search: 'yara' });
    });

    it('may be somebody whom a search finds', async () => {
        const element = await mountMatch(sharedNumber);
        const choices = recordEvents(element, 'callerchoose');
        await open(element);
        search(element).dispatchEvent(new CustomEvent('contactchoose', { detail: { candidate: person } }));
        await rendered();

        expect([choices, has(element, '.panel'), focused(element)]).toEqual([
            [{ candidateId: person.id }],
            false,
            toggle(element)
        ]);
    });

    it.each([
        ['a candidate', 0, joao.id],
        ['none of them', 1, null]
    ])('is chosen with one click, which closes the list: %s', async (_name, index, candidateId) => {
        const element = await mountMatch(sharedNumber);
        const choices = recordEvents(element, 'callerchoose');
        await open(element);
        listed(element)[index]?.click();
        await rendered();

        expect(choices).toEqual([{ candidateId }]);
        expect([has(element, 'ul'), focused(element)]).toEqual([false, toggle(element)]);
    });

    it.each([
        ['while the bridge is away', { disabled: true }],
        ['while a choice is being saved', { choice: 'pending' } as const]
    ])('is not asked %s, and the button keeps the focus', async (_name, properties) => {
        const element = await mountMatch(sharedNumber, properties);
        await open(element);

        expect(has(element, 'ul')).toBe(false);
        expect([toggle(element).getAttribute('aria-disabled'), focused(element)]).toEqual(['true', toggle(element)]);
    });

    it('closes the list when the bridge goes away', async () => {
        const element = await mountMatch(sharedNumber);
        await open(element);
        element.disabled = true;
        await rendered();

        expect(has(element, 'ul')).toBe(false);
    });
});

describe('the list by keyboard', () => {
    it('closes with Escape and gives the focus back', async () => {
        const element = await mountMatch(sharedNumber);
        await open(element);
        listed(element)[1]?.focus();
        await press(element, 'Escape');

        expect([has(element, 'ul'), focused(element)]).toEqual([false, toggle(element)]);
    });

    it('is walked through with the arrow keys', async () => {
        const element = await mountMatch(sharedNumber);
        await open(element);
        const [first, last] = listed(element);
        first?.focus();
        const visited: unknown[] = [];
        for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
            await press(element, key);
            visited.push(focused(element));
        }

        expect(visited).toEqual([last, last, first, first]);
    });

    it('leaves other keys, and all keys while it is closed, to the page', async () => {
        const element = await mountMatch(sharedNumber);
        const seen: string[] = [];
        element.addEventListener('keydown', (event) => event.defaultPrevented || seen.push(event.key));
        toggle(element).focus();
        await press(element, 'Escape');
        await open(element);
        await press(element, 'Tab');
        listed(element)[0]?.focus();
        await press(element, 'ArrowDown');

        expect(seen).toEqual(['Escape', 'Tab']);
    });

    it('stays open while the agent looks something up elsewhere', async () => {
        const element = await mountMatch(sharedNumber);
        await open(element);
        document.body.appendChild(document.createElement('input')).focus();
        await rendered();

        expect(has(element, '.panel')).toBe(true);
    });
});
