import { type LightningElement, createElement } from 'lwc';

afterEach(() => document.body.replaceChildren());

/** What a component adds to every component. */
type Own<Component> = Omit<Component, keyof LightningElement>;

/** A component as the page sees it. */
export type Mounted<Component> = HTMLElement & Own<Component>;

/** Puts a component on the page with its public properties set. */
export async function mount<Component extends LightningElement>(
    tag: string,
    component: new () => Component,
    properties: Partial<Own<Component>>
): Promise<Mounted<Component>> {
    const element = createElement(tag, { is: component as unknown as typeof LightningElement });
    Object.assign(element, properties);
    document.body.appendChild(element);
    await rendered();
    return element as unknown as Mounted<Component>;
}

/** Resolves when what was set has been rendered. */
export async function rendered(): Promise<void> {
    await Promise.resolve();
    await Promise.resolve();
}

/** The first element in the component's own template; throws when there is none. */
export function find<Found extends HTMLElement>(host: HTMLElement, selector: string): Found {
    const found = host.shadowRoot?.querySelector<Found>(selector);
    if (!found) throw new Error(`${host.localName} renders no ${selector}`);
    return found;
}

export const findAll = <Found extends HTMLElement>(host: HTMLElement, selector: string): Found[] => [
    ...(host.shadowRoot?.querySelectorAll<Found>(selector) ?? [])
];

export const has = (host: HTMLElement, selector: string): boolean => host.shadowRoot?.querySelector(selector) !== null;

/** The text of the component's own template, spaces collapsed. */
export const textOf = (host: HTMLElement): string => (host.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What a live region of the component's own template says. @param region which, where there are several */
export const spoken = (host: HTMLElement, region = ''): string =>
    find<HTMLElement & { text: string }>(host, `[role="status"]${region} c-spoken-line`).text;

/** The details of the events of one type that reach the element from now on. */
export function recordEvents(element: HTMLElement, type: string): unknown[] {
    const details: unknown[] = [];
    element.addEventListener(type, (event) => details.push((event as CustomEvent).detail));
    return details;
}
