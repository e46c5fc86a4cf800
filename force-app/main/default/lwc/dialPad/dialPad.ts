import { LightningElement, api } from 'lwc';
import { DIAL_KEYS, keyAfter } from './dialKeys';
import { labels } from './labels';

const LONG_PRESS_MS = 500;

interface PadKey {
    readonly digit: string;
    readonly letters: string;
    readonly tabIndex: '0' | '-1';
}

/**
 * The twelve keys of a telephone: one stop of the Tab key, walked through with the arrows.
 * @fires digit with `{ digit }`
 */
export default class DialPad extends LightningElement {
    /** What a long press of 0 gives, such as `+`; empty: a long press is a press. */
    @api heldZero = '';

    labels = labels;
    focusIndex = 0;

    #timer: ReturnType<typeof setTimeout> | undefined;
    #wasHeld = false;

    override disconnectedCallback(): void {
        clearTimeout(this.#timer);
    }

    get keys(): PadKey[] {
        return DIAL_KEYS.map(({ digit, letters }, index) => ({
            digit,
            letters: digit === '0' ? this.heldZero : letters,
            tabIndex: index === this.focusIndex ? '0' : '-1'
        }));
    }

    /** A field that the keys write into keeps its focus, and where its cursor is. */
    handleMouseDown(event: Event): void {
        event.preventDefault();
    }

    handlePointerDown(event: Event): void {
        this.#wasHeld = false;
        if (!this.heldZero || digitOf(event) !== '0') return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
            this.#wasHeld = true;
            this.press(this.heldZero);
        }, LONG_PRESS_MS);
    }

    handlePointerEnd(): void {
        clearTimeout(this.#timer);
    }

    handleClick(event: Event): void {
        clearTimeout(this.#timer);
        if (!this.#wasHeld) this.press(digitOf(event));
        this.#wasHeld = false;
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const next = keyAfter(
            event.key,
            DIAL_KEYS.findIndex(({ digit }) => digit === digitOf(event))
        );
        if (next !== null) this.moveTo(next);
        else if (this.isOnPad(event.key)) this.press(event.key);
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    private isOnPad(key: string): boolean {
        return DIAL_KEYS.some(({ digit }) => digit === key) || (key !== '' && key === this.heldZero);
    }

    private moveTo(index: number): void {
        this.focusIndex = index;
        this.template?.querySelectorAll<HTMLElement>('button')[index]?.focus();
    }

    private press(digit: string | undefined): void {
        if (digit) this.dispatchEvent(new CustomEvent('digit', { detail: { digit } }));
    }
}

const digitOf = (event: Event): string | undefined => (event.currentTarget as HTMLElement).dataset.digit;
