import '../../../../../../test/jest-mocks/projectLabels';
import ContactSearch from 'c/contactSearch';
import type { ContactsState } from 'c/softphoneState';
import { candidate, helena, joao } from '../../../../../../test/jest-mocks/callViews';
import { find, findAll, has, mount, recordEvents, rendered } from '../../../../../../test/jest-mocks/mount';

const maria = candidate();
const recent: ContactsState = { search: '', status: 'ready', contacts: [joao, helena, maria] };

const mountSearch = (properties: Parameters<typeof mount<ContactSearch>>[2] = {}) =>
    mount('c-contact-search', ContactSearch, { label: 'Quem é?', contacts: recent, ...properties });

const field = (element: HTMLElement): HTMLInputElement => find(element, 'input');
const options = (element: HTMLElement): HTMLElement[] => findAll(element, '[role="option"]');
const statusOf = (element: HTMLElement): string =>
    find<HTMLElement & { text: string }>(element, '[role="status"] c-spoken-line').text;
const activeOption = (element: HTMLElement): HTMLElement | undefined =>
    options(element).find(({ id }) => id === field(element).getAttribute('aria-activedescendant'));

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

async function type(element: HTMLElement, text: string): Promise<void> {
    field(element).value = text;
    field(element).dispatchEvent(new CustomEvent('input'));
    jest.advanceTimersByTime(300);
    await rendered();
}

/** @returns whether the page hears of the key */
async function press(element: HTMLElement, key: string): Promise<boolean> {
    let isHeard = false;
    const hear = (): void => {
        isHeard = true;
    };
    element.addEventListener('keydown', hear);
    field(element).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    element.removeEventListener('keydown', hear);
    await rendered();
    return isHeard;
}

describe('the field', () => {
    it('is labelled and can be given the focus', async () => {
        const element = await mountSearch();
        element.focus();

        expect(find(element, 'label').textContent).toBe('Quem é?');
        expect(element.shadowRoot?.activeElement).toBe(field(element));
    });

    it('asks for the recent ones at first, and then for what is typed', async () => {
        const asked: unknown[] = [];
        const listen = (event: Event): number => asked.push((event as CustomEvent).detail);
        document.addEventListener('contactsearch', listen, { capture: true });
        const element = await mountSearch();
        await type(element, 'maria');
        document.removeEventListener('contactsearch', listen, { capture: true });

        expect(asked).toEqual([{ search: '' }, { search: 'maria' }]);
    });

    it('asks nothing and chooses nobody while the bridge is away', async () => {
        const element = await mountSearch({ disabled: true, contacts: { ...recent, status: 'failed', contacts: [] } });
        expect([field(element).readOnly, has(element, 'lightning-button')]).toEqual([true, false]);

        element.contacts = recent;
        await rendered();
        const choices = recordEvents(element, 'contactchoose');
        const asked = recordEvents(element, 'contactsearch');
        options(element)[0]?.click();
        field(element).focus();
        expect([choices, asked]).toEqual([[], []]);
    });

    it('asks by itself, once the bridge is back, for what failed', async () => {
        const element = await mountSearch();
        element.contacts = { search: '', status: 'failed', contacts: [] };
        element.disabled = true;
        await rendered();
        expect([field(element).readOnly, has(element, 'lightning-button')]).toEqual([true, false]);

        const asked = recordEvents(element, 'contactsearch');
        element.disabled = false;
        expect(asked).toEqual([{ search: '' }]);
    });
});

describe('the list', () => {
    it('shows the recent ones under their heading', async () => {
        const element = await mountSearch();

        expect(find(element, 'p').textContent).toBe('Recentes');
        expect(
            findAll<HTMLElement & { contact: unknown }>(element, 'c-contact-row').map(({ contact }) => contact)
        ).toEqual(recent.contacts);
        expect(field(element).getAttribute('aria-expanded')).toBe('true');
    });

    it('gives way to what the search says', async () => {
        const element = await mountSearch();
        await type(element, 'zé');
        expect([statusOf(element), options(element)]).toEqual(['Procurando…', []]);

        element.contacts = { search: 'zé', status: 'ready', contacts: [] };
        await rendered();
        expect(statusOf(element)).toBe('Ninguém com “zé”');
        expect(field(element).getAttribute('aria-expanded')).toBe('false');
    });

    it('tells a screen reader how many there are', async () => {
        const element = await mountSearch();
        await type(element, 'pereira');
        element.contacts = { search: 'pereira', status: 'ready', contacts: [joao, helena] };
        await rendered();

        expect(statusOf(element)).toBe('Resultados: 2');
        expect(find(element, '[role="status"]').className).toBe('slds-assistive-text');
    });

    it('offers to try again when the search failed', async () => {
        const element = await mountSearch();
        element.contacts = { search: '', status: 'failed', contacts: [] };
        await rendered();
        const asked = recordEvents(element, 'contactsearch');
        find(element, 'lightning-button').click();
        await rendered();

        expect([asked, statusOf(element)]).toEqual([[{ search: '' }], 'Procurando…']);
    });

    it('chooses with one click', async () => {
        const element = await mountSearch();
        const choices = recordEvents(element, 'contactchoose');
        options(element)[1]?.click();

        expect(choices).toEqual([{ candidate: helena }]);
    });
});

describe('the keyboard', () => {
    it('walks through the list and chooses', async () => {
        const element = await mountSearch();
        const choices = recordEvents(element, 'contactchoose');
        await press(element, 'Enter');
        expect(choices).toEqual([]);

        const visited: (HTMLElement | undefined)[] = [];
        for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) {
            await press(element, key);
            visited.push(activeOption(element));
        }
        await press(element, 'Enter');

        const [first, second, third] = options(element);
        expect(visited).toEqual([first, second, third, third, second]);
        expect(second?.getAttribute('aria-selected')).toBe('true');
        expect(choices).toEqual([{ candidate: helena }]);
    });

    it('forgets where it was when the text is another', async () => {
        const element = await mountSearch();
        await press(element, 'ArrowDown');
        await type(element, 'h');

        expect([options(element).length, activeOption(element)]).toEqual([3, undefined]);
    });

    it('clears the text with Escape, and leaves Escape to the page when there is none', async () => {
        const element = await mountSearch();
        await type(element, 'maria');

        expect(await press(element, 'Escape')).toBe(false);
        expect(field(element).value).toBe('');
        expect(await press(element, 'Escape')).toBe(true);
        expect(await press(element, 'Tab')).toBe(true);
    });
});
