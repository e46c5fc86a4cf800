/** Markup that is safe to send as it is. */
export class Html {
    readonly text: string;

    constructor(text: string) {
        this.text = text;
    }
}

type Value = string | number | Html | readonly Html[] | null;

const ENTITIES: ReadonlyMap<string, string> = new Map([
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    ['"', '&quot;'],
    ["'", '&#39;']
]);

/** A template whose values are escaped, unless this function made them. Null shows nothing. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html =>
    new Html(parts.map((part, index) => part + toMarkup(values[index] ?? null)).join(''));

function toMarkup(value: Value): string {
    if (value === null) return '';
    if (value instanceof Html) return value.text;
    if (typeof value === 'object') return value.map(({ text }) => text).join('');
    return String(value).replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? '');
}
