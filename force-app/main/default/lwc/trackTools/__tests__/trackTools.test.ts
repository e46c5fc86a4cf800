import '../../../../../../test/jest-mocks/projectLabels';
import { type Mounted, find, has, mount, recordEvents, rendered } from '../../../../../../test/jest-mocks/mount';
import TrackTools from 'c/trackTools';

const mountTools = (changes: Partial<Mounted<TrackTools>> = {}): Promise<Mounted<TrackTools>> =>
    mount('c-track-tools', TrackTools, {
        positionSeconds: 42.7,
        durationSeconds: 190,
        speeds: [1, 1.5].map((speed) => ({ value: String(speed), label: `${speed}×` })),
        ...changes
    });

const textIn = (element: HTMLElement, id: string): string | null => find(element, `[data-id="${id}"]`).textContent;
const select = (element: HTMLElement): HTMLSelectElement => find(element, 'select');

describe('below the bar of a recording', () => {
    it('stands where it is, and how long it is', async () => {
        const element = await mountTools();

        expect([textIn(element, 'position'), textIn(element, 'duration')]).toEqual(['0:42', '3:10']);
    });

    it('stands no duration that nobody knows', async () => {
        expect(has(await mountTools({ durationSeconds: 0 }), '[data-id="duration"]')).toBe(false);
    });

    it('leads ten seconds back, and ten seconds on', async () => {
        const element = await mountTools({ positionSeconds: 100 });
        const sought = recordEvents(element, 'seek');
        const jumps = ['back', 'forward'].map((id) => find(element, `[data-id="${id}"]`));
        for (const jump of jumps) jump.click();

        expect(sought).toEqual([{ seconds: 90 }, { seconds: 110 }]);
        expect(jumps.map((jump) => jump.getAttribute('aria-label'))).toEqual([
            'Voltar 10 segundos',
            'Avançar 10 segundos'
        ]);
    });

    it('offers the speeds, and tells of another one', async () => {
        const element = await mountTools({ speed: 1.5 });
        const speeds = recordEvents(element, 'speedchange');
        expect([select(element).value, select(element).getAttribute('aria-label')]).toEqual(['1.5', 'Velocidade']);
        expect([...select(element).options].map(({ label }) => label)).toEqual(['1×', '1.5×']);

        select(element).value = '1';
        select(element).dispatchEvent(new CustomEvent('change'));
        expect(speeds).toEqual([{ speed: 1 }]);
    });

    it('shows the speed that was chosen elsewhere', async () => {
        const element = await mountTools({ speed: 1.5 });
        select(element).value = '1.5';
        element.speed = 1;
        element.positionSeconds = 50;
        await rendered();

        expect(select(element).value).toBe('1');
    });
});
