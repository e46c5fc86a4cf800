/** An element of a parsed document; `line` and `column` (from 1) are where its opening tag ends. */
export interface XmlElement {
    /** Without a namespace prefix. */
    name: string;
    /** By name without a prefix: `xsi:nil` is `nil`. */
    attributes: Record<string, string>;
    /** The character data directly inside, not trimmed. */
    text: string;
    children: XmlElement[];
    line: number;
    column: number;
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
    return element.children.filter((child) => child.name === name);
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
    return element.children.find((child) => child.name === name);
}

/** The trimmed text of the first child of that name, undefined when there is none or it is empty. */
export function textOf(element: XmlElement, name: string): string | undefined {
    return childNamed(element, name)?.text.trim() || undefined;
}

export function flagOf(element: XmlElement, name: string): boolean {
    return ['true', '1'].includes(textOf(element, name)?.toLowerCase() ?? '');
}

/** The number in the first child of that name, `missing` when there is none or it is no number. */
export function numberOf(element: XmlElement, name: string, missing = 0): number {
    const text = textOf(element, name);
    return text === undefined || Number.isNaN(Number(text)) ? missing : Number(text);
}
