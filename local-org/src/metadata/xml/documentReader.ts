import sax from 'sax';
import { describeSyntaxError } from './describeSyntaxError.ts';
import type { XmlElement } from './xmlElement.ts';
import { XmlSyntaxError } from './xmlSyntaxError.ts';

/** No metadata nests this deep; a file that does is made to exhaust the stack. */
const DEEPEST_NESTING = 200;
/** Where the `<` of an XML declaration stands, as sax counts. */
const DOCUMENT_START = 1;
const DOCTYPE_REFUSAL =
    'DOCTYPE is disallowed when the feature "http://apache.org/xml/features/disallow-doctype-decl" set to true.';
/** Without a prototype, or `&constructor;` would be an entity. */
const ENTITIES: Record<string, string> = Object.assign(Object.create(null), {
    amp: '&',
    gt: '>',
    lt: '<',
    quot: '"',
    apos: "'"
});

/** Builds the tree of one document, refusing with the words of Xerces, which the platform reads XML with. */
export class DocumentReader {
    readonly #parser = sax.parser(true, { position: true });
    readonly #open: XmlElement[] = [];
    readonly #openNames: string[] = [];
    readonly #boundPrefixes = new Set(['xml', 'xmlns']);
    #root: XmlElement | undefined;

    constructor() {
        const parser = this.#parser;
        Object.assign(parser, { ENTITIES });
        parser.onopentag = (tag) => this.#openElement(tag as sax.Tag);
        parser.onclosetag = () => this.#closeElement();
        parser.ontext = (text) => this.#addText(text);
        parser.oncdata = (text) => this.#addText(text);
        parser.ondoctype = () => this.#refuse(DOCTYPE_REFUSAL);
        parser.onprocessinginstruction = ({ name }) => this.#checkInstruction(name);
        parser.onerror = ({ message }) => this.#refuse(this.#describe(message));
    }

    read(source: string): XmlElement {
        this.#parser.write(source);
        const root = this.#root ?? this.#refuse('Premature end of file.');
        this.#parser.close();
        return root;
    }

    #openElement(tag: sax.Tag): void {
        if (this.#root && this.#open.length === 0) {
            this.#refuse('The markup in the document following the root element must be well-formed.');
        }
        if (this.#open.length >= DEEPEST_NESTING) {
            this.#refuse(`Elements are nested deeper than ${DEEPEST_NESTING} levels.`);
        }
        this.#checkPrefixes(tag);
        const element: XmlElement = {
            name: localName(tag.name),
            attributes: localAttributes(tag.attributes),
            text: '',
            children: [],
            line: this.#parser.line + 1,
            column: this.#parser.column + 1
        };
        this.#root ??= element;
        this.#open.at(-1)?.children.push(element);
        this.#open.push(element);
        this.#openNames.push(tag.name);
    }

    #closeElement(): void {
        this.#open.pop();
        this.#openNames.pop();
    }

    #addText(text: string): void {
        const element = this.#open.at(-1);
        if (element) element.text += text;
    }

    #checkPrefixes(tag: sax.Tag): void {
        const attributes = Object.keys(tag.attributes);
        for (const name of attributes) {
            if (prefixOf(name) === 'xmlns') this.#boundPrefixes.add(localName(name));
        }
        this.#checkPrefix(tag.name, `element "${tag.name}"`);
        for (const name of attributes) {
            this.#checkPrefix(name, `attribute "${name}" associated with an element type "${tag.name}"`);
        }
    }

    #checkPrefix(name: string, bearer: string): void {
        const prefix = prefixOf(name);
        if (prefix === null || this.#boundPrefixes.has(prefix)) return;
        this.#refuse(`The prefix "${prefix}" for ${bearer} is not bound.`);
    }

    #checkInstruction(target: string): void {
        if (target.toLowerCase() !== 'xml' || this.#parser.startTagPosition === DOCUMENT_START) return;
        this.#refuse('The processing instruction target matching "[xX][mM][lL]" is not allowed.');
    }

    #describe(message: string): string {
        const { tag, entity } = this.#parser as sax.SAXParser & { entity: string };
        return describeSyntaxError(message, {
            openElement: this.#openNames.at(-1) ?? null,
            startedElement: tag ? tag.name : null,
            reference: entity,
            hasRoot: this.#root !== undefined
        });
    }

    #refuse(reason: string): never {
        throw new XmlSyntaxError(reason, this.#parser.line + 1, this.#parser.column + 1);
    }
}

function prefixOf(name: string): string | null {
    const colon = name.indexOf(':');
    return colon < 0 ? null : name.slice(0, colon);
}

function localName(name: string): string {
    return name.slice(name.indexOf(':') + 1);
}

function localAttributes(attributes: Record<string, string>): Record<string, string> {
    const own = Object.entries(attributes).filter(([name]) => name !== 'xmlns' && prefixOf(name) !== 'xmlns');
    return Object.fromEntries(own.map(([name, value]) => [localName(name), value]));
}
