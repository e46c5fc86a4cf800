/** What can be done by keyboard anywhere in the console window that has the focus. */
export type Shortcut = 'answer' | 'reject' | 'hangUp' | 'hold' | 'mute' | 'transfer' | 'openCase' | 'focus';

/** The letter of each, pressed with Alt and Shift. */
export const SHORTCUT_LETTERS: Readonly<Record<Shortcut, string>> = {
    answer: 'A',
    reject: 'R',
    hangUp: 'D',
    hold: 'E',
    mute: 'M',
    transfer: 'T',
    openCase: 'C',
    focus: 'S'
};

const SHORTCUTS = new Map(Object.entries(SHORTCUT_LETTERS).map(([name, letter]) => [letter, name as Shortcut]));

/** With Alt some keyboards write other characters than letters: then the place of the key counts. */
function letterOf({ key, code }: KeyboardEvent): string {
    return /^[a-z]$/i.test(key) ? key.toUpperCase() : code.replace(/^Key/, '');
}

/**
 * Listens to the whole window. What does not apply now is left to the page.
 *
 * @param perform answers whether it did something
 * @returns ends it
 */
export function onShortcut(perform: (shortcut: Shortcut) => boolean): () => void {
    const handleKeyDown = (event: KeyboardEvent): void => {
        if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.repeat) return;
        const shortcut = SHORTCUTS.get(letterOf(event));
        if (!shortcut || !perform(shortcut)) return;
        event.preventDefault();
        event.stopPropagation();
    };
    window.addEventListener('keydown', handleKeyDown, true);
    return () => window.removeEventListener('keydown', handleKeyDown, true);
}
