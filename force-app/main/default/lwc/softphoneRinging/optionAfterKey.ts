/**
 * Where a key moves the selection of a vertical list box (WAI-ARIA, list box pattern); null for other keys.
 *
 * @param index of the option that has the focus
 */
export function optionAfterKey(key: string, index: number, optionCount: number): number | null {
    const last = optionCount - 1;
    switch (key) {
        case 'ArrowDown':
            return Math.min(index + 1, last);
        case 'ArrowUp':
            return Math.max(index - 1, 0);
        case 'Home':
            return 0;
        case 'End':
            return last;
        case ' ':
            return index;
        default:
            return null;
    }
}
