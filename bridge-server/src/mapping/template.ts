import { closestNames } from './closestNames.ts';

/** Text with placeholders such as `{number}`; `{{` and `}}` stand for the braces themselves. */
export type Template = string;

/** What a template may say about a call. */
export const PLACEHOLDERS = [
    'number',
    'protocol',
    'queue',
    'extension',
    'callerName',
    'accountName',
    'taxId',
    'announcedName',
    'direction',
    'startedAt',
    'recordingUrl',
    'contactReason',
    'notes'
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What each placeholder stands for in one call; null: not known. */
export type TemplateValues = Readonly<Record<Placeholder, string | null>>;

/** Case.Subject and Task.Subject (Object Reference). */
export const SUBJECT_LENGTH = 255;

/** What a subject says of a caller who withheld the number. */
const NO_NUMBER = 'número não identificado';

/** Also what turns the direction of writing around, and so could make a name read as another one. */
const CONTROL_CHARACTERS = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu;
const HALF_A_CHARACTER_AT_END = /[\uD800-\uDBFF]$/;
const TOKENS = /\{\{|\}\}|\{[^{}]*\}|[{}]|[^{}]+/g;

type Part =
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'placeholder'; readonly name: string }
    | { readonly kind: 'loneBrace'; readonly brace: string };

/**
 * The template with a call's values in it, at most `maxLength` UTF-16 units long, as Salesforce counts. Null when
 * nothing is left to say: the text is empty, or it has placeholders and every one of them is. Then the field is not
 * sent. Never throws: what `templateProblems` would refuse is taken literally.
 */
export function renderTemplate(template: Template, values: TemplateValues, maxLength: number): string | null {
    const parts = partsOf(template);
    const filled = parts.map((part) => fill(part, values));
    const isAboutNothing = parts.some(isPlaceholder) && parts.every((part, at) => !isPlaceholder(part) || !filled[at]);
    if (isAboutNothing) return null;
    return cut(filled.join('').toWellFormed().trim(), maxLength) || null;
}

/** A text of several lines, without those that have nothing to say. */
export function renderLines(template: Template, values: TemplateValues, maxLength: number): string | null {
    const lines = template.split('\n').flatMap((line) => renderTemplate(line, values, maxLength) ?? []);
    return cut(lines.join('\n'), maxLength) || null;
}

/** A subject; a withheld number reads as such, because a subject is read by people. */
export const renderSubject = (template: Template, values: TemplateValues): string | null =>
    renderTemplate(template, { ...values, number: values.number || NO_NUMBER }, SUBJECT_LENGTH);

/** How many UTF-16 units the template has without its placeholders. */
export const constantLength = (template: Template): number =>
    partsOf(template).reduce((sum, part) => sum + (part.kind === 'text' ? part.text.length : 0), 0);

export const placeholdersOf = (template: Template): string[] =>
    partsOf(template).flatMap((part) => (isPlaceholder(part) ? [part.name] : []));

/** What is wrong with a template in which these placeholders may stand; each problem ends a sentence that names it. */
export function templateProblems(template: Template, allowed: readonly Placeholder[] = PLACEHOLDERS): string[] {
    return partsOf(template).flatMap((part) => {
        switch (part.kind) {
            case 'text':
                return [];
            case 'loneBrace':
                return [`has a single ${part.brace}: write ${part.brace}${part.brace} for the character itself`];
            case 'placeholder':
                return isOneOf(allowed, part.name) ? [] : [refusal(part.name, allowed)];
        }
    });
}

function refusal(name: string, allowed: readonly Placeholder[]): string {
    if (isOneOf(PLACEHOLDERS, name)) return `cannot say {${name}}: it is not known yet when this is written`;
    const [closest] = closestNames(
        name,
        allowed.map((placeholder) => ({ name: placeholder }))
    );
    const hint = closest
        ? `did you mean {${closest}}?`
        : `there are ${allowed.map((placeholder) => `{${placeholder}}`).join(' ')}`;
    return `has the unknown placeholder {${name}}: ${hint}`;
}

const isOneOf = (names: readonly Placeholder[], name: string): name is Placeholder =>
    (names as readonly string[]).includes(name);

const isPlaceholder = (part: Part): part is Extract<Part, { kind: 'placeholder' }> => part.kind === 'placeholder';

const partsOf = (template: Template): Part[] => (template.match(TOKENS) ?? []).map(partOf);

function partOf(token: string): Part {
    if (token === '{{' || token === '}}') return { kind: 'text', text: token.charAt(0) };
    if (token === '{' || token === '}') return { kind: 'loneBrace', brace: token };
    if (token.startsWith('{')) return { kind: 'placeholder', name: token.slice(1, -1) };
    return { kind: 'text', text: token };
}

function fill(part: Part, values: TemplateValues): string {
    switch (part.kind) {
        case 'text':
            return part.text;
        case 'loneBrace':
            return part.brace;
        case 'placeholder':
            if (part.name === 'notes') return values.notes?.trim() ?? '';
            return isOneOf(PLACEHOLDERS, part.name) ? clean(values[part.name]) : '';
    }
}

/** Strangers announce names and numbers; what they send must not break a line or hide another text. */
const clean = (value: string | null): string => (value ?? '').replaceAll(CONTROL_CHARACTERS, '').trim();

const cut = (text: string, maxLength: number): string =>
    text.length <= maxLength ? text : text.slice(0, maxLength).replace(HALF_A_CHARACTER_AT_END, '').trimEnd();
