import '../../../../../../test/jest-mocks/projectLabels';
import ShortcutHelp from 'c/shortcutHelp';
import { find, findAll, has, mount, rendered } from '../../../../../../test/jest-mocks/mount';

const shortcuts = [
    { letter: 'A', label: 'Atender' },
    { letter: 'D', label: 'Desligar' }
];

describe('shortcut help', () => {
    it('shows the keys when it is asked for, and hides them again', async () => {
        const element = await mount('c-shortcut-help', ShortcutHelp, { shortcuts });
        const button = find(element, 'button');
        expect([has(element, 'dl'), button.getAttribute('aria-expanded')]).toEqual([false, 'false']);

        button.click();
        await rendered();
        expect(findAll(element, 'dt').map(({ textContent }) => textContent)).toEqual([
            'Alt + Shift + A',
            'Alt + Shift + D'
        ]);
        expect(findAll(element, 'dd').map(({ textContent }) => textContent)).toEqual(['Atender', 'Desligar']);
        expect(button.getAttribute('aria-expanded')).toBe('true');

        button.click();
        await rendered();
        expect(has(element, 'dl')).toBe(false);
    });

    it('goes when the focus goes elsewhere', async () => {
        const element = await mount('c-shortcut-help', ShortcutHelp, { shortcuts });
        jest.spyOn(document, 'hasFocus').mockReturnValue(true);
        const button = find(element, 'button');
        const leave = (relatedTarget: EventTarget | null): boolean =>
            button.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget }));
        button.click();
        await rendered();
        leave(find(element, 'section'));
        await rendered();
        expect(has(element, 'dl')).toBe(true);
        leave(null);
        await rendered();

        expect(has(element, 'dl')).toBe(false);
    });

    it('is left by Escape, which goes no further', async () => {
        const element = await mount('c-shortcut-help', ShortcutHelp, { shortcuts });
        const outside = jest.fn();
        element.addEventListener('keydown', outside);
        const button = find(element, 'button');
        const escape = () => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true });
        button.dispatchEvent(escape());
        expect(outside).toHaveBeenCalledTimes(1);
        button.click();
        await rendered();
        button.dispatchEvent(escape());
        await rendered();

        expect(has(element, 'dl')).toBe(false);
        expect(outside).toHaveBeenCalledTimes(1);
        expect(element.shadowRoot?.activeElement).toBe(button);
    });
});
