import '../../../../../../test/jest-mocks/projectLabels';
import { endedCall, settings, talkingCall } from '../../../../../../test/jest-mocks/callViews';
import { type Mounted, find, has, mount, recordEvents, rendered } from '../../../../../../test/jest-mocks/mount';
import type { Note } from 'bridge/contract';
import CallNotes from 'c/callNotes';
import type SpokenLine from 'c/spokenLine';

interface Field extends HTMLElement {
    value: string;
    options: { label: string; value: string }[];
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const call = talkingCall();
const noted = (text: string, reason: string | null = null): Note => ({ reason, text });
const saved = (note: Note) => ({ callId: call.callId, legId: call.legId, note });

const mountNotes = (properties: Parameters<typeof mount<CallNotes>>[2] = {}) =>
    mount('c-call-notes', CallNotes, { call, reasons: settings.contactReasons, ...properties });

const text = (element: HTMLElement): Field => find(element, 'lightning-textarea');
const reason = (element: HTMLElement): Field => find(element, 'lightning-combobox');
const status = (element: HTMLElement): string => find<Mounted<SpokenLine>>(element, 'c-spoken-line').text;

async function enter(field: HTMLElement, value: string): Promise<void> {
    field.dispatchEvent(new CustomEvent('change', { detail: { value }, bubbles: true }));
    await rendered();
}

async function wait(durationMs: number): Promise<void> {
    jest.advanceTimersByTime(durationMs);
    await rendered();
}

async function tell(element: Mounted<CallNotes>, note: Note | null): Promise<void> {
    element.call = talkingCall({ note });
    await rendered();
}

const focusIn = (element: HTMLElement): boolean =>
    text(element).dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
const focusOut = (element: HTMLElement): boolean =>
    text(element).dispatchEvent(new FocusEvent('focusout', { bubbles: true }));

describe('notes of a call', () => {
    it('are empty at first, and say nothing about saving', async () => {
        const element = await mountNotes();

        expect([text(element).value, reason(element).value, status(element)]).toEqual(['', '', '']);
        expect(reason(element).options).toEqual([
            { label: 'Nenhum motivo', value: '' },
            { label: 'Dúvida', value: 'Dúvida' },
            { label: 'Reclamação', value: 'Reclamação' },
            { label: 'Segunda via', value: 'Segunda via' }
        ]);
    });

    it('are shown as the bridge has them, with a reason that is no longer in the list', async () => {
        const element = await mountNotes({ call: talkingCall({ note: noted('Pediu boleto', 'Boleto') }) });

        expect([text(element).value, reason(element).value, status(element)]).toEqual([
            'Pediu boleto',
            'Boleto',
            'Salvo'
        ]);
        expect(reason(element).options.at(-1)).toEqual({ label: 'Boleto', value: 'Boleto' });
    });

    it('ask for no reason where the contact centre has none', async () => {
        expect(has(await mountNotes({ reasons: [] }), 'lightning-combobox')).toBe(false);
    });

    it('are saved 800 ms after the last key', async () => {
        const element = await mountNotes();
        const changes = recordEvents(element, 'notechange');
        await enter(text(element), 'a');
        await wait(799);
        await enter(text(element), 'ab');
        await wait(799);
        expect([changes, status(element)]).toEqual([[], 'Salvando…']);

        await wait(1);
        expect([changes, status(element)]).toEqual([[saved(noted('ab'))], 'Salvando…']);

        await tell(element, noted('ab'));
        expect(status(element)).toBe('Salvo');
    });

    it('are saved at once when the agent leaves them', async () => {
        const element = await mountNotes();
        const changes = recordEvents(element, 'notechange');
        focusIn(element);
        await enter(text(element), 'ab');
        focusOut(element);
        await wait(5_000);

        expect(changes).toEqual([saved(noted('ab'))]);
    });

    it('are saved when they go, and not again', async () => {
        const element = await mountNotes();
        const changes = recordEvents(element, 'notechange');
        await enter(text(element), 'ab');
        element.remove();
        await wait(5_000);

        expect(changes).toEqual([saved(noted('ab'))]);
    });

    it('are saved when the page closes, and no more once they are gone', async () => {
        const element = await mountNotes();
        const changes = recordEvents(element, 'notechange');
        await enter(text(element), 'ab');
        window.dispatchEvent(new CustomEvent('pagehide'));
        expect(changes).toEqual([saved(noted('ab'))]);

        element.remove();
        await enter(text(element), 'abc');
        window.dispatchEvent(new CustomEvent('pagehide'));
        expect(changes).toEqual([saved(noted('ab'))]);
    });

    it('take a reason with one click, and none again', async () => {
        const element = await mountNotes();
        const changes = recordEvents(element, 'notechange');
        await enter(reason(element), 'Dúvida');
        await enter(reason(element), '');

        expect(changes).toEqual([saved(noted('', 'Dúvida')), saved(noted('', null))]);
    });

    it('leave out what a Task would refuse', async () => {
        const element = await mountNotes();
        const changes = recordEvents(element, 'notechange');
        await enter(text(element), 'a\u0000b\r\nc\td');
        await wait(800);

        expect(changes).toEqual([saved(noted('ab\nc\td'))]);
    });

    it('are not saved while the softphone still hands them over', async () => {
        const draft = { note: noted('ab'), isRefused: false };
        const element = await mountNotes({ call: talkingCall({ note: noted('ab') }), draft });
        expect(status(element)).toBe('Salvando…');
        element.draft = { ...draft, isRefused: true };
        await rendered();
        expect(status(element)).toBe('Não salvo');
        await enter(text(element), 'abc');

        expect(status(element)).toBe('Salvando…');
    });

    it('are written on after the call', async () => {
        const element = await mountNotes();
        const changes = recordEvents(element, 'notechange');
        await enter(text(element), 'ab');
        element.call = endedCall();
        await wait(800);

        expect([text(element).value, changes]).toEqual(['ab', [saved(noted('ab'))]]);
    });
});

describe('what is being typed', () => {
    it('stays when the bridge tells of a note from before', async () => {
        const element = await mountNotes();
        await enter(text(element), 'a');
        await wait(800);
        await enter(text(element), 'ab');
        await tell(element, noted('a'));
        expect([text(element).value, status(element)]).toEqual(['ab', 'Salvando…']);

        await wait(800);
        await tell(element, noted('a'));
        expect([text(element).value, status(element)]).toEqual(['ab', 'Salvando…']);
    });

    it('stays while the agent is in it, although it is saved', async () => {
        const element = await mountNotes();
        focusIn(element);
        await enter(text(element), 'ab');
        await wait(800);
        await tell(element, noted('ab'));
        await tell(element, noted('a'));
        expect(text(element).value).toBe('ab');

        await tell(element, noted('ab'));
        focusOut(element);
        await rendered();
        expect(text(element).value).toBe('ab');
    });

    it('gives way to what another window wrote once nobody writes here', async () => {
        const element = await mountNotes({ call: talkingCall({ note: noted('ab') }) });
        await tell(element, noted('ab, e mais', 'Dúvida'));

        expect([text(element).value, reason(element).value]).toEqual(['ab, e mais', 'Dúvida']);
    });
});
