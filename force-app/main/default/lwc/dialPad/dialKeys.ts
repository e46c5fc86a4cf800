export interface DialKey {
    readonly digit: string;
    /** As telephones have them (ITU-T E.161). */
    readonly letters: string;
}

export const COLUMNS = 3;

export const DIAL_KEYS: readonly DialKey[] = [
    { digit: '1', letters: '' },
    { digit: '2', letters: 'ABC' },
    { digit: '3', letters: 'DEF' },
    { digit: '4', letters: 'GHI' },
    { digit: '5', letters: 'JKL' },
    { digit: '6', letters: 'MNO' },
    { digit: '7', letters: 'PQRS' },
    { digit: '8', letters: 'TUV' },
    { digit: '9', letters: 'WXYZ' },
    { digit: '*', letters: '' },
    { digit: '0', letters: '' },
    { digit: '#', letters: '' }
];

const STEPS: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -COLUMNS,
    ArrowDown: COLUMNS
};

/** Where an arrow key moves the focus on the pad; null for other keys, and at its edges. */
export function keyAfter(key: string, index: number): number | null {
    const next = index + (STEPS[key] ?? 0);
    return next !== index && DIAL_KEYS[next] ? next : null;
}
