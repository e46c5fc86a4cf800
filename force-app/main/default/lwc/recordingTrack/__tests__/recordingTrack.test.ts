import '../../../../../../test/jest-mocks/projectLabels';
import { type Mounted, find, findAll, mount, recordEvents, rendered } from '../../../../../../test/jest-mocks/mount';
import RecordingTrack from 'c/recordingTrack';
import { pauseRecordings } from 'c/recordingTurn';
import type SaveLink from 'c/saveLink';
import type SeekBar from 'c/seekBar';
import type TrackTools from 'c/trackTools';
import { audioBreaks, audioEnds, audioLoads, audioReaches, installFakeAudio } from './fakeAudio';
import { recordingPart } from './tickets';

const ANOTHER_URL = 'https://bridge.example.com/recordings/42/audio?ticket=another';

const mountTrack = (changes: Partial<Mounted<RecordingTrack>> = {}): Promise<Mounted<RecordingTrack>> =>
    mount('c-recording-track', RecordingTrack, {
        name: 'Gravação da chamada 42',
        recordingPart: recordingPart(),
        expiresAt: new Date(Date.now() + 900_000).toISOString(),
        speeds: [1, 1.5].map((speed) => ({ value: String(speed), label: `${speed}×` })),
        ...changes
    });

const audioOf = (element: HTMLElement): HTMLAudioElement => find(element, 'audio');
const toggleOf = (element: HTMLElement): HTMLButtonElement => find(element, '[data-id="toggle"]');
const bar = (element: HTMLElement): Mounted<SeekBar> => find(element, 'c-seek-bar');
const tools = (element: HTMLElement): Mounted<TrackTools> => find(element, 'c-track-tools');
const textIn = (element: HTMLElement, id: string): string | null => find(element, `[data-id="${id}"]`).textContent;

async function click(element: HTMLElement, id: string): Promise<void> {
    find(element, `[data-id="${id}"]`).click();
    await rendered();
}

async function seek(element: HTMLElement, seconds: number): Promise<void> {
    bar(element).dispatchEvent(new CustomEvent('seek', { detail: { seconds } }));
    await rendered();
}

async function renew(element: Mounted<RecordingTrack>, url = ANOTHER_URL): Promise<void> {
    element.recordingPart = recordingPart({ url });
    await rendered();
}

beforeEach(installFakeAudio);

describe('a part of a recording', () => {
    it('plays and pauses by one button that says which of both it does', async () => {
        const element = await mountTrack();
        expect([audioOf(element).src, audioOf(element).paused, toggleOf(element).title]).toEqual([
            recordingPart().url,
            true,
            'Tocar'
        ]);

        await click(element, 'toggle');
        expect([audioOf(element).paused, toggleOf(element).getAttribute('aria-label')]).toEqual([false, 'Pausar']);
        await click(element, 'toggle');
        expect([audioOf(element).paused, toggleOf(element).getAttribute('aria-label')]).toEqual([true, 'Tocar']);
    });

    it('begins by itself only where it was asked for', async () => {
        expect(audioOf(await mountTrack({ playsAtOnce: true })).paused).toBe(false);
        expect(audioOf(await mountTrack()).paused).toBe(true);
    });

    it('waits for a click where the browser lets a page make no sound before one', async () => {
        HTMLMediaElement.prototype.play = jest.fn(() => Promise.reject(new DOMException('', 'NotAllowedError')));
        const element = await mountTrack({ playsAtOnce: true });
        await rendered();

        expect(toggleOf(element).title).toBe('Tocar');
    });

    it('follows the keys of a headset', async () => {
        const element = await mountTrack({ playsAtOnce: true });
        audioOf(element).pause();
        await rendered();
        expect(toggleOf(element).title).toBe('Tocar');

        void audioOf(element).play();
        await rendered();
        expect(toggleOf(element).title).toBe('Pausar');
    });

    it('shows where it is, and how long it is before the audio itself says so', async () => {
        const element = await mountTrack();
        expect(tools(element)).toMatchObject({ positionSeconds: 0, durationSeconds: 190 });

        audioLoads(audioOf(element), 200);
        audioReaches(audioOf(element), 42.7);
        await rendered();
        expect(tools(element)).toMatchObject({ positionSeconds: 42.7, durationSeconds: 200 });
        expect(bar(element)).toMatchObject({ positionSeconds: 42.7, durationSeconds: 200, peaks: [0, 50, 100, 50] });
    });

    it('has no duration that nobody knows', async () => {
        const element = await mountTrack({ recordingPart: recordingPart({ durationMs: null }) });
        audioLoads(audioOf(element), Infinity);
        await rendered();

        expect([tools(element).durationSeconds, bar(element).durationSeconds]).toEqual([0, 0]);
    });

    it.each([
        ['c-seek-bar', 100, 100],
        ['c-track-tools', 90, 90],
        ['c-track-tools', -7, 0],
        ['c-track-tools', 195, 190]
    ])('goes where %s says, and never beyond its ends: %d', async (control, seconds, place) => {
        const element = await mountTrack();
        audioLoads(audioOf(element), 190);
        find(element, control).dispatchEvent(new CustomEvent('seek', { detail: { seconds } }));
        await rendered();

        expect([audioOf(element).currentTime, bar(element).positionSeconds]).toEqual([place, place]);
    });

    it('plays at the speed that it is given, and tells of another one', async () => {
        const element = await mountTrack({ speed: 1.5 });
        const speeds = recordEvents(element, 'speedchange');
        expect([audioOf(element).playbackRate, audioOf(element).defaultPlaybackRate]).toEqual([1.5, 1.5]);
        expect(tools(element)).toMatchObject({ speed: 1.5, speeds: element.speeds });

        tools(element).dispatchEvent(new CustomEvent('speedchange', { detail: { speed: 1 } }));
        expect(speeds).toEqual([{ speed: 1 }]);
    });

    it('tells when it was heard to its end', async () => {
        const element = await mountTrack({ playsAtOnce: true });
        const played = recordEvents(element, 'played');
        audioEnds(audioOf(element));
        await rendered();

        expect([played.length, toggleOf(element).title]).toEqual([1, 'Tocar']);
    });

    it('can only be saved where browsers do not play its format, and says so', async () => {
        const element = await mountTrack({ recordingPart: recordingPart({ playable: false }) });

        expect(textIn(element, 'not-playable')).toBe('O navegador não toca este formato. Baixe a gravação para ouvir.');
        expect(findAll(element, 'audio, button, c-seek-bar, c-track-tools')).toEqual([]);
        element.focus();
        expect(element.shadowRoot?.activeElement).toBe(find(element, 'c-save-link'));
    });

    it('is told apart from others', async () => {
        const element = await mountTrack({ label: 'Parte 2' });

        expect(find(element, '[role="group"]').getAttribute('aria-label')).toBe('Parte 2 · Gravação da chamada 42');
        expect(find(element, '.label').textContent).toBe('Parte 2');
    });
});

describe('one at a time', () => {
    it('pauses the others of the page when one begins', async () => {
        const first = await mountTrack({ playsAtOnce: true });
        const second = await mountTrack();
        await click(second, 'toggle');

        expect([audioOf(first).paused, audioOf(second).paused]).toEqual([true, false]);
        expect(toggleOf(first).title).toBe('Tocar');
    });

    it('pauses for a call', async () => {
        const element = await mountTrack({ playsAtOnce: true });
        pauseRecordings();
        await rendered();

        expect([audioOf(element).paused, toggleOf(element).title]).toEqual([true, 'Tocar']);
    });
});

describe('an address that does not serve any longer', () => {
    it('is followed by another one, where it goes on at the same second', async () => {
        const element = await mountTrack({ playsAtOnce: true, speed: 1.5 });
        const needed = recordEvents(element, 'ticketneeded');
        audioLoads(audioOf(element), 190);
        audioReaches(audioOf(element), 42);
        audioBreaks(audioOf(element));
        await rendered();
        expect(needed).toEqual([{ because: 'broken' }]);
        expect([toggleOf(element).title, tools(element).positionSeconds]).toEqual(['Pausar', 42]);

        await renew(element);
        expect(audioOf(element).src).toBe(ANOTHER_URL);
        audioLoads(audioOf(element), 190);
        expect([audioOf(element).currentTime, audioOf(element).paused]).toEqual([42, false]);
    });

    it('is followed by silence where there was silence', async () => {
        const element = await mountTrack();
        audioLoads(audioOf(element), 190);
        await seek(element, 170);
        audioBreaks(audioOf(element));
        await renew(element);
        audioLoads(audioOf(element), 190);

        expect([audioOf(element).currentTime, audioOf(element).paused]).toEqual([170, true]);
    });

    it('goes where the agent went meanwhile', async () => {
        const element = await mountTrack({ playsAtOnce: true });
        audioLoads(audioOf(element), 190);
        audioBreaks(audioOf(element));
        await seek(element, 60);
        await click(element, 'toggle');
        await renew(element);
        audioLoads(audioOf(element), 190);

        expect([audioOf(element).currentTime, audioOf(element).paused]).toEqual([60, true]);
    });

    it('is tried once more where the new ticket leads to the same one', async () => {
        const element = await mountTrack();
        audioBreaks(audioOf(element));
        await renew(element, recordingPart().url);

        expect(HTMLMediaElement.prototype.load).toHaveBeenCalledTimes(1);
    });
});

describe('saving it', () => {
    it('asks for another ticket when the address is too old', async () => {
        const element = await mountTrack();
        const needed = recordEvents(element, 'ticketneeded');
        const link = find<Mounted<SaveLink>>(element, 'c-save-link');
        link.dispatchEvent(new CustomEvent('addressneeded'));

        expect(link).toMatchObject({ href: recordingPart().downloadUrl, expiresAt: element.expiresAt });
        expect(needed).toEqual([{ because: 'old' }]);
    });
});
