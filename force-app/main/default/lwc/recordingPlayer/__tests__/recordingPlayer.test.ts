import '../../../../../../test/jest-mocks/projectLabels';
import '../../../../../../test/jest-mocks/brazilianLocale';
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
import RecordingPlayer, { type RecordingState } from 'c/recordingPlayer';
import type RecordingTrack from 'c/recordingTrack';
import { pauseRecordings } from 'c/recordingTurn';
import { installFakeAudio } from '../../recordingTrack/__tests__/fakeAudio';
import { recordingPart, recordingTicket } from '../../recordingTrack/__tests__/tickets';

const NOT_READY: RecordingState = { status: 'failed', reason: 'recording-not-ready' };

const mountPlayer = (recording?: RecordingState): Promise<Mounted<RecordingPlayer>> =>
    mount('c-recording-player', RecordingPlayer, { protocol: '42', recording });

const open = (...parts: Parameters<typeof recordingTicket>): RecordingState => ({
    status: 'open',
    ticket: recordingTicket(...parts)
});

const listen = (element: HTMLElement): HTMLButtonElement => find(element, '[data-id="listen"]');
const tracks = (element: HTMLElement): Mounted<RecordingTrack>[] => findAll(element, 'c-recording-track');
const problem = (element: HTMLElement): string | null => find(element, '[role="alert"]').textContent;

async function answer(element: Mounted<RecordingPlayer>, recording: RecordingState): Promise<void> {
    element.recording = recording;
    await rendered();
}

async function need(element: HTMLElement, because: 'broken' | 'old'): Promise<void> {
    tracks(element)[0]?.dispatchEvent(new CustomEvent('ticketneeded', { detail: { because } }));
    await rendered();
}

beforeEach(() => {
    jest.useFakeTimers();
    installFakeAudio();
    localStorage.clear();
});
afterEach(() => jest.useRealTimers());

describe('a recording that is to be heard', () => {
    it('is a button at first, which asks for a ticket', async () => {
        const element = await mountPlayer();
        const wanted = recordEvents(element, 'ticketwanted');
        expect(listen(element).textContent).toBe('Ouvir gravação');

        listen(element).click();
        expect(wanted).toHaveLength(1);
    });

    it('says that it is being opened, and asks no more meanwhile', async () => {
        const element = await mountPlayer({ status: 'opening' });
        const wanted = recordEvents(element, 'ticketwanted');
        listen(element).click();

        expect([listen(element).textContent, listen(element).getAttribute('aria-disabled')]).toEqual([
            'Abrindo a gravação…',
            'true'
        ]);
        expect(spoken(element)).toBe('Abrindo a gravação…');
        expect(wanted).toEqual([]);
    });

    it('plays at once where the button was, which hands its focus on', async () => {
        const element = await mountPlayer({ status: 'opening' });
        listen(element).focus();
        const state = open();
        await answer(element, state);
        const [track] = tracks(element);

        expect(has(element, '[data-id="listen"]')).toBe(false);
        expect(track).toMatchObject({ name: 'Gravação da chamada 42', label: '', speed: 1, playsAtOnce: true });
        expect(track?.recordingPart).toEqual(recordingPart());
        expect(element.shadowRoot?.activeElement).toBe(track);
        expect(track?.shadowRoot?.activeElement).toBe(find(track as HTMLElement, '[data-id="toggle"]'));
    });

    it('takes no focus that was elsewhere', async () => {
        const element = await mountPlayer({ status: 'opening' });
        await answer(element, open());

        expect(element.shadowRoot?.activeElement).toBeNull();
    });

    it('does not begin by itself when a call came while it was on its way', async () => {
        const element = await mountPlayer();
        listen(element).click();
        await answer(element, { status: 'opening' });
        pauseRecordings();
        await answer(element, open());
        expect(tracks(element)[0]?.playsAtOnce).toBe(false);

        await answer(element, { status: 'closed' });
        listen(element).click();
        await answer(element, open());
        expect(tracks(element)[0]?.playsAtOnce).toBe(true);
    });

    it('has a row for each of its parts, and one follows the other', async () => {
        const element = await mountPlayer(open(recordingPart(), recordingPart({ url: 'https://b/2' })));
        const [first, second] = tracks(element);
        expect(tracks(element).map(({ label, playsAtOnce }) => [label, playsAtOnce])).toEqual([
            ['Parte 1', true],
            ['Parte 2', false]
        ]);

        first?.dispatchEvent(new CustomEvent('played'));
        expect(find<HTMLAudioElement>(second as HTMLElement, 'audio').paused).toBe(false);
        expect(() => second?.dispatchEvent(new CustomEvent('played'))).not.toThrow();
    });

    it('passes over a part that no browser plays', async () => {
        const gsm = recordingPart({ url: 'https://b/2', playable: false });
        const element = await mountPlayer(open(recordingPart(), gsm, recordingPart({ url: 'https://b/3' })));
        const [first, , third] = tracks(element);
        first?.dispatchEvent(new CustomEvent('played'));
        expect(find<HTMLAudioElement>(third as HTMLElement, 'audio').paused).toBe(false);
    });
});

describe('the speed', () => {
    const choose = async (element: HTMLElement, speed: number): Promise<void> => {
        tracks(element)[0]?.dispatchEvent(new CustomEvent('speedchange', { detail: { speed } }));
        await rendered();
    };

    it('is the same for all parts, and remembered', async () => {
        const element = await mountPlayer(open(recordingPart(), recordingPart()));
        await choose(element, 1.25);

        expect(tracks(element).map(({ speed }) => speed)).toEqual([1.25, 1.25]);
        expect(tracks(element)[0]?.speeds.map(({ label }) => label)).toEqual(['1×', '1,25×', '1,5×', '2×']);
        expect(tracks(await mountPlayer(open()))[0]?.speed).toBe(1.25);
    });

    it('is the one that was chosen last, be it in a player that was there before', async () => {
        const [one, other] = [await mountPlayer(open()), await mountPlayer()];
        await choose(one, 1.5);
        listen(other).click();
        await answer(other, open());

        expect(tracks(other)[0]?.speed).toBe(1.5);
    });

    it.each(['fast', '17', 'null'])('is the usual one where something else is stored: %s', async (stored) => {
        localStorage.setItem('softphone.listeningSpeed', stored);

        expect(tracks(await mountPlayer(open()))[0]?.speed).toBe(1);
    });

    it('holds until the page is left where the browser stores nothing', async () => {
        const refuse = (): never => {
            throw new DOMException('', 'SecurityError');
        };
        const spies = (['getItem', 'setItem'] as const).map((name) =>
            jest.spyOn(Storage.prototype, name).mockImplementation(refuse)
        );
        const element = await mountPlayer(open());
        await choose(element, 2);
        spies.forEach((spy) => spy.mockRestore());

        expect(tracks(element)[0]?.speed).toBe(2);
    });
});

describe('a recording that is still being copied', () => {
    it('says so, and asks again every two seconds until it is there', async () => {
        const element = await mountPlayer({ status: 'opening' });
        const wanted = recordEvents(element, 'ticketwanted');
        await answer(element, NOT_READY);
        expect([listen(element).textContent, spoken(element), problem(element)]).toEqual([
            'A gravação está sendo copiada…',
            'A gravação está sendo copiada…',
            ''
        ]);

        jest.advanceTimersByTime(1_999);
        expect(wanted).toHaveLength(0);
        jest.advanceTimersByTime(1);
        expect(wanted).toHaveLength(1);
        await answer(element, { status: 'opening' });
        expect(listen(element).textContent).toBe('A gravação está sendo copiada…');
        await answer(element, open());
        expect(tracks(element)).toHaveLength(1);
    });

    it('is given up after a minute, and asked for again only by a click', async () => {
        const element = await mountPlayer({ status: 'opening' });
        const wanted = recordEvents(element, 'ticketwanted');
        element.addEventListener('ticketwanted', () => (element.recording = { ...NOT_READY }));
        await answer(element, NOT_READY);
        jest.advanceTimersByTime(300_000);
        await rendered();

        expect(wanted).toHaveLength(30);
        expect(problem(element)).toBe('A gravação ainda está sendo copiada. Tente de novo em instantes.');
        listen(element).click();
        await rendered();
        expect([wanted.length, spoken(element)]).toEqual([31, 'A gravação está sendo copiada…']);
    });

    it('is no longer asked for once it is off the page', async () => {
        const element = await mountPlayer({ status: 'opening' });
        const wanted = recordEvents(element, 'ticketwanted');
        await answer(element, NOT_READY);
        element.remove();
        jest.advanceTimersByTime(300_000);

        expect(wanted).toEqual([]);
    });
});

describe('a ticket that does not serve any longer', () => {
    it('is followed by another one, under the controls that stay', async () => {
        const element = await mountPlayer(open());
        const [track] = tracks(element);
        const wanted = recordEvents(element, 'ticketwanted');
        await need(element, 'broken');
        await answer(element, { status: 'opening' });
        expect([wanted.length, tracks(element)[0], spoken(element)]).toEqual([1, track, '']);

        await answer(element, open(recordingPart({ url: 'https://b/new' })));
        expect(tracks(element)[0]).toBe(track);
        expect(track?.recordingPart.url).toBe('https://b/new');
    });

    it('is followed by one other only: then the recording does not play', async () => {
        const element = await mountPlayer(open());
        const wanted = recordEvents(element, 'ticketwanted');
        await need(element, 'broken');
        await answer(element, open());
        find(tracks(element)[0] as HTMLElement, '[data-id="toggle"]').focus();
        await need(element, 'broken');

        expect(wanted).toHaveLength(1);
        expect(problem(element)).toBe('Não foi possível tocar a gravação. Tente de novo em instantes.');
        expect(element.shadowRoot?.activeElement).toBe(listen(element));
    });

    it('is followed by another one as often as one has held for a while', async () => {
        const element = await mountPlayer(open());
        const wanted = recordEvents(element, 'ticketwanted');
        await need(element, 'broken');
        await answer(element, open());
        jest.advanceTimersByTime(900_000);
        await need(element, 'broken');

        expect(wanted).toHaveLength(2);
    });

    it('breaks nothing by being too old to save from, however often', async () => {
        const element = await mountPlayer(open());
        const wanted = recordEvents(element, 'ticketwanted');
        for (const because of ['old', 'old', 'broken'] as const) await need(element, because);

        expect([wanted.length, problem(element)]).toEqual([3, '']);
    });
});

describe('a recording that is not to be heard', () => {
    it.each([
        ['recording-lost', 'A gravação se perdeu: não foi possível copiá-la da central telefônica.'],
        ['recording-deleted', 'A gravação foi apagada: o prazo de guarda acabou, ou alguém a apagou.'],
        ['no-case', 'Esta chamada não tem caso: sem ele não se sabe quem pode ouvir a gravação.'],
        ['case-not-readable', 'Você não tem acesso ao caso desta chamada e, por isso, nem à gravação.'],
        ['not-recorded', 'Esta chamada não foi gravada.'],
        ['protocol-unknown', 'Nenhuma chamada tem este protocolo.'],
        ['forbidden', 'Você não tem acesso a esta gravação.'],
        ['salesforce-away', 'O Salesforce não está respondendo. Tente de novo em instantes.'],
        ['unreachable', 'Não foi possível abrir a gravação. Tente de novo em instantes.'],
        ['absent', 'Abra o softphone na barra de utilitários para ouvir a gravação.'],
        ['something-new', 'Não foi possível abrir a gravação. Tente de novo em instantes.'],
        ['toString', 'Não foi possível abrir a gravação. Tente de novo em instantes.']
    ])('says why, and lets the agent try again: %s', async (reason, message) => {
        const element = await mountPlayer({ status: 'failed', reason });
        const wanted = recordEvents(element, 'ticketwanted');
        listen(element).click();

        expect([problem(element), listen(element).textContent, wanted.length]).toEqual([message, 'Ouvir gravação', 1]);
    });

    it.each([
        ['retention', 'A gravação foi apagada em 23/11/2026, 09:00: o prazo de guarda acabou.'],
        ['erased', 'A gravação foi apagada em 23/11/2026, 09:00, a pedido. O link na tarefa diz por quê.']
    ] as const)('says when, and why, it was deleted: %s', async (kind, message) => {
        const deletion = { at: '2026-11-23T12:00:00.000Z', kind };
        const element = await mountPlayer({ status: 'failed', reason: 'recording-deleted', deletion });

        expect(problem(element)).toBe(message);
    });
});
