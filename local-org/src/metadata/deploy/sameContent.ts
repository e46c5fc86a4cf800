import type { ComponentContent } from '../components/component.ts';
import type { XmlElement } from '../xml/xmlElement.ts';

/** Whether two components are made of the same, wherever in their files it stands. */
export function isSameContent(one: ComponentContent, other: ComponentContent): boolean {
    return canonicalText(one) === canonicalText(other);
}

function canonicalText(content: ComponentContent): string {
    switch (content.kind) {
        case 'xml':
            return JSON.stringify(withoutPosition(content.element));
        case 'files':
            return JSON.stringify(Object.entries(content.files).sort(([one], [other]) => (one < other ? -1 : 1)));
    }
}

/** The white space between elements says nothing. */
function withoutPosition({ name, attributes, text, children }: XmlElement): unknown {
    const ownText = children.length === 0 ? text : text.trim();
    return [name, attributes.nil ?? '', attributes.type ?? '', ownText, children.map(withoutPosition)];
}
