import { fillPlaceholders } from 'c/callFormat';
import { LightningElement, api } from 'lwc';
import { createDigitQueue } from './digitQueue';
import { KEYS, toDigits } from './keys';
import { labels } from './labels';

/** As many of the digits sent last as the field has room for. */
const SHOWN_DIGITS = 24;

/**
 * The keys of a telephone, to be clicked or typed; what is pasted is dialled too.
 * @fires digitssend with `{ digits }`
 * @fires close when Escape is pressed
 */
export default class DtmfKeypad extends LightningElement {
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;

    labels = labels;
    keys = KEYS;
    sent = '';
    /** What was sent last, for who cannot see the field. */
    spoken = '';

    #queue = createDigitQueue((digits) => {
        this.sent += digits;
        this.spoken = fillPlaceholders(labels.keypadSent, digits);
        this.dispatchEvent(new CustomEvent('digitssend', { detail: { digits } }));
    });
    #isShown = false;

    override renderedCallback(): void {
        if (this.#isShown) return;
        this.#isShown = true;
        this.field?.focus();
        // what opens below what is in sight
        this.template?.querySelector('.keypad')?.scrollIntoView({ block: 'nearest' });
    }

    override disconnectedCallback(): void {
        this.#queue.flush();
    }

    get unavailable(): string {
        return String(this.disabled);
    }

    get shownDigits(): string {
        return this.sent.slice(-SHOWN_DIGITS);
    }

    private get field(): HTMLInputElement | undefined {
        return this.refs?.field as HTMLInputElement | undefined;
    }

    handleKeyPress({ currentTarget }: Event): void {
        this.dial((currentTarget as HTMLElement).dataset.digit ?? '');
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key === 'Escape') this.dispatchEvent(new CustomEvent('close'));
        else if (!isDigit(event)) return;
        else this.dial(event.key);
        event.preventDefault();
        event.stopPropagation();
    }

    handlePaste(event: ClipboardEvent): void {
        event.preventDefault();
        this.dial(event.clipboardData?.getData('text/plain') ?? '');
    }

    /** The field shows what was sent, which cannot be edited; a keyboard on the screen tells of its keys here only. */
    handleBeforeInput(event: InputEvent): void {
        event.preventDefault();
        this.dial(event.data ?? '');
    }

    private dial(text: string): void {
        const digits = toDigits(text);
        if (digits && !this.disabled) this.#queue.add(digits);
    }
}

const isDigit = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
    !ctrlKey && !altKey && !metaKey && key.length === 1 && toDigits(key) !== '';
