import '../../../../../../test/jest-mocks/projectLabels';
import { type Mounted, find, mount, recordEvents, rendered } from '../../../../../../test/jest-mocks/mount';
import SaveLink from 'c/saveLink';

const HREF = 'https://bridge.example.com/recordings/42/audio?ticket=t&download=1';
const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();
const link = (element: HTMLElement): HTMLAnchorElement => find(element, 'a');

const mountLink = (expiresAt: string): Promise<Mounted<SaveLink>> =>
    mount('c-save-link', SaveLink, { href: HREF, expiresAt });

/** Which clicks the browser itself would follow. */
function followed(element: HTMLElement): boolean[] {
    const clicks: boolean[] = [];
    element.addEventListener('click', (event) => {
        clicks.push(!event.defaultPrevented);
        event.preventDefault();
    });
    return clicks;
}

describe('saving a recording', () => {
    it('is a link that leaves the page where it is', async () => {
        const element = await mountLink(inMs(60_000));
        const clicks = followed(element);
        link(element).click();

        expect(clicks).toEqual([true]);
        expect(link(element)).toMatchObject({ href: HREF, target: '_blank', rel: 'noopener' });
        expect(link(element).getAttribute('aria-label')).toBe('Baixar gravação');
    });

    it('asks for another address first where the one it has is too old, and follows that one once', async () => {
        const element = await mountLink(inMs(-1));
        const clicks = followed(element);
        const needed = recordEvents(element, 'addressneeded');
        link(element).click();
        expect([clicks, needed.length]).toEqual([[false], 1]);

        // by a clock that is fast this one is too old as well
        element.href = `${HREF}&another`;
        await rendered();
        element.href = `${HREF}&third`;
        await rendered();
        expect([clicks, needed.length]).toEqual([[false, true], 1]);
    });

    it('follows no address that comes without a click', async () => {
        const element = await mountLink(inMs(-1));
        const clicks = followed(element);
        element.href = `${HREF}&another`;
        await rendered();

        expect(clicks).toEqual([]);
    });
});
