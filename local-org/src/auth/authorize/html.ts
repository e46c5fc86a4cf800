/** Markup that is safe to send as it is. */
export class Html {
    readonly text: string;

    constructor(text: string) {
        this.text = text;
    }
}

type Value = string | Html | Html[] | null;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A template whose values are text, and escaped, unless they are markup made by this function. Null shows nothing. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
    return new Html(String.raw({ raw: parts }, ...values.map(toMarkup)));
}

function toMarkup(value: Value): string {
    if (value === null) return '';
    if (value instanceof Html) return value.text;
    if (Array.isArray(value)) return value.map(({ text }) => text).join('');
    return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
