import '../../../../../../test/jest-mocks/projectLabels';
import { endedCall } from '../../../../../../test/jest-mocks/callViews';
import { type Mounted, find, mount, recordEvents, rendered } from '../../../../../../test/jest-mocks/mount';
import HistoryPlayer from 'c/historyPlayer';
import type RecordingPlayer from 'c/recordingPlayer';

const mountPlayer = (changes: Parameters<typeof endedCall>[0] = {}): Promise<Mounted<HistoryPlayer>> =>
    mount('c-history-player', HistoryPlayer, {
        listening: { call: endedCall(changes), recording: { status: 'opening' } }
    });

const player = (element: HTMLElement) => find<Mounted<RecordingPlayer>>(element, 'c-recording-player');

const press = (element: HTMLElement, key: string): boolean =>
    player(element).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));

describe('what the agent hears again', () => {
    it('says which call it is', async () => {
        const heading = 'Ouvindo: (11) 98765-4321 · 20261123000042';
        const element = await mountPlayer();

        expect(find(element, 'h4').textContent).toBe(heading);
        expect(find(element, 'section').getAttribute('aria-label')).toBe(heading);
        expect(find(await mountPlayer({ number: null, numberDisplay: null }), 'h4').textContent).toBe(
            'Ouvindo: Número não identificado · 20261123000042'
        );
    });

    it('plays it, and asks for what that takes', async () => {
        const element = await mountPlayer();
        const wanted = recordEvents(element, 'ticketwanted');
        player(element).dispatchEvent(new CustomEvent('ticketwanted'));

        expect(player(element)).toMatchObject({ protocol: '20261123000042', recording: { status: 'opening' } });
        expect(wanted).toHaveLength(1);
    });

    it('takes the focus to what there is to press', async () => {
        const element = await mountPlayer();
        element.focus();
        await rendered();

        expect(element.shadowRoot?.activeElement).toBe(player(element));
    });

    it('is closed by its button and by the Escape key, which goes no further', async () => {
        const element = await mountPlayer();
        const closed = recordEvents(element, 'close');
        const heard = jest.fn();
        document.body.addEventListener('keydown', heard);
        find(element, 'lightning-button-icon').click();
        press(element, 'Escape');
        press(element, 'a');
        document.body.removeEventListener('keydown', heard);

        expect(closed).toHaveLength(2);
        expect(heard.mock.calls.map(([event]: [KeyboardEvent]) => event.key)).toEqual(['a']);
    });
});
