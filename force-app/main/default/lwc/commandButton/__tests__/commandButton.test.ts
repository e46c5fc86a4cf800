import { find, mount, recordEvents, rendered } from '../../../../../../test/jest-mocks/mount';
import CommandButton from 'c/commandButton';

const mountButton = (properties: Parameters<typeof mount<CommandButton>>[2] = {}) =>
    mount('c-command-button', CommandButton, { label: 'Atender', ...properties });

describe('command button', () => {
    it('is pressed', async () => {
        const element = await mountButton();
        const presses = recordEvents(element, 'press');
        find(element, 'button').click();

        expect(presses).toHaveLength(1);
    });

    it('says that it is unavailable, keeps the focus and cannot be pressed', async () => {
        const element = await mountButton();
        const presses = recordEvents(element, 'press');
        const button = find<HTMLButtonElement>(element, 'button');
        button.focus();
        element.unavailable = true;
        await rendered();
        button.click();

        expect(presses).toEqual([]);
        expect([button.getAttribute('aria-disabled'), button.disabled]).toEqual(['true', false]);
        expect(element.shadowRoot?.activeElement).toBe(button);
    });
});
