import '../../../../../../test/jest-mocks/projectLabels';
import { type LookupView, STARTING_VIEW, createContactLookup } from 'c/contactLookup';
import type { ContactsState } from 'c/softphoneState';
import { candidate, joao } from '../../../../../../test/jest-mocks/callViews';

const maria = candidate();

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function startLookup() {
    const asked: string[] = [];
    let view: LookupView = STARTING_VIEW;
    const lookup = createContactLookup(
        (search) => asked.push(search),
        (next) => {
            view = next;
        }
    );
    return {
        ...lookup,
        asked,
        answer: (search: string, ...contacts: ContactsState['contacts']) =>
            lookup.receive({ search, status: 'ready', contacts }),
        fail: (search: string) => lookup.receive({ search, status: 'failed', contacts: [] }),
        get view() {
            return view;
        }
    };
}

describe('a search for people', () => {
    it('is asked once the typing pauses, and once for all that was typed', () => {
        const lookup = startLookup();
        for (const text of ['ma', 'mar', 'maria ', ' maria  da']) {
            lookup.type(text);
            jest.advanceTimersByTime(299);
        }
        expect(lookup.asked).toEqual([]);

        jest.advanceTimersByTime(1);
        expect(lookup.asked).toEqual(['maria da']);
    });

    it('begins with two letters; one means the recent ones', () => {
        const lookup = startLookup();
        lookup.answer('', joao);
        lookup.type('m');
        jest.runAllTimers();

        expect([lookup.asked, lookup.view.contacts, lookup.view.heading]).toEqual([[], [joao], 'Recentes']);
    });

    it('is not asked again when the text is as it was before the pause', () => {
        const lookup = startLookup();
        lookup.answer('', joao);
        lookup.type('ma');
        lookup.type('');
        jest.runAllTimers();

        expect(lookup.asked).toEqual([]);
        expect(lookup.view.isStatusShown).toBe(false);
    });

    it('is not asked any more after the field is gone', () => {
        const lookup = startLookup();
        lookup.type('maria');
        lookup.close();
        jest.runAllTimers();

        expect(lookup.asked).toEqual([]);
    });

    it('keeps to the answers to its own, whatever another field asks', () => {
        const lookup = startLookup();
        lookup.type('maria');
        jest.runAllTimers();
        lookup.answer('joao', joao);
        expect([lookup.view.contacts, lookup.view.status]).toEqual([[], 'Procurando…']);

        lookup.answer('maria', maria);
        lookup.answer('joao', joao);
        lookup.receive({ search: 'maria', status: 'loading', contacts: [joao] });
        expect([lookup.view.contacts, lookup.view.status]).toEqual([[maria], 'Resultados: 1']);
    });

    it('is asked again, when the field is back in use, if another field took its answer away', () => {
        const lookup = startLookup();
        lookup.type('maria');
        lookup.resume();
        expect(lookup.asked).toEqual([]);

        jest.runAllTimers();
        lookup.resume();
        expect(lookup.asked).toEqual(['maria']);

        lookup.answer('joao', joao);
        lookup.resume();
        expect(lookup.asked).toEqual(['maria', 'maria']);

        lookup.answer('maria', maria);
        lookup.resume();
        expect(lookup.asked).toEqual(['maria', 'maria']);

        lookup.fail('maria');
        lookup.resume();
        expect(lookup.asked).toEqual(['maria', 'maria', 'maria']);
    });

    it('keeps in sight whom it found while the agent types on, and not the recent ones', () => {
        const lookup = startLookup();
        lookup.answer('', joao);
        lookup.type('ma');
        expect(lookup.view.contacts).toEqual([]);

        lookup.answer('ma', maria);
        lookup.type('mar');
        expect([lookup.view.contacts, lookup.view.status]).toEqual([[maria], 'Procurando…']);

        lookup.type('joa');
        expect(lookup.view.contacts).toEqual([]);
    });

    it.each([
        ['maria', 'Ninguém com “maria”'],
        ['', 'Com quem você falar aparece aqui.']
    ])('says so when it finds nobody: %p', (search, status) => {
        const lookup = startLookup();
        lookup.type(search);
        lookup.answer(search);

        expect(lookup.view).toMatchObject({ status, isStatusShown: true, heading: '', contacts: [] });
    });

    it('keeps in sight whom it found while it is asked again', () => {
        const lookup = startLookup();
        lookup.answer('', joao);
        lookup.askAgain();

        expect([lookup.asked, lookup.view.contacts]).toEqual([[''], [joao]]);
    });

    it('says so when it failed, and is asked again at once', () => {
        const lookup = startLookup();
        lookup.type('maria');
        jest.runAllTimers();
        lookup.fail('maria');
        expect(lookup.view).toMatchObject({ isFailed: true, status: 'Não foi possível procurar agora.' });

        lookup.askAgain();
        expect(lookup.view).toMatchObject({ isFailed: false, status: 'Procurando…' });
        expect(lookup.asked).toEqual(['maria', 'maria']);
    });
});
