/** Where the parser stood when it gave up. */
export interface SyntaxContext {
    /** The innermost element that is not closed yet, null outside the root. */
    openElement: string | null;
    /** The element whose opening tag is being read, null between tags. */
    startedElement: string | null;
    /** What was read of an entity or character reference, behind its `&`. */
    reference: string;
    hasRoot: boolean;
}

/** What Xerces says, and so the Metadata API, of what sax found wrong; sax's own first line where neither is known. */
export function describeSyntaxError(message: string, context: SyntaxContext): string {
    const [complaint = message] = message.split('\n');
    const known = descriptions.find(([start]) => complaint.startsWith(start));
    return known ? known[1](context) : complaint;
}

type Describe = (context: SyntaxContext) => string;

const mismatchedEnd: Describe = ({ openElement }) =>
    `The element type "${openElement}" must be terminated by the matching end-tag "</${openElement}>".`;
const badContent: Describe = () => 'The content of elements must consist of well-formed character data or markup.';
const badStartTag: Describe = ({ startedElement, openElement }) =>
    `Element type "${startedElement ?? openElement}" must be followed by either attribute specifications, ">" or "/>".`;
const badAttribute: Describe = ({ startedElement }) =>
    `An attribute of the element type "${startedElement}" must be followed by the ' = ' character and a quoted value.`;
const badEndTag: Describe = ({ openElement }) =>
    `The end-tag for element type "${openElement}" must end with a '>' delimiter.`;
const outsideRoot: Describe = ({ hasRoot }) => `Content is not allowed in ${hasRoot ? 'trailing section' : 'prolog'}.`;
const unclosed: Describe = ({ openElement }) =>
    openElement === null
        ? 'Premature end of file.'
        : 'XML document structures must start and end within the same entity.';
const unknownReference: Describe = ({ reference }) =>
    reference.startsWith('#')
        ? `Character reference "&${reference}" is an invalid XML character.`
        : `The entity "${reference}" was referenced, but not declared.`;
const unfinishedReference: Describe = ({ reference }) => {
    if (reference === '') return "The entity name must immediately follow the '&' in the entity reference.";
    return reference.startsWith('#')
        ? "The character reference must end with the ';' delimiter."
        : `The reference to entity "${reference}" must end with the ';' delimiter.`;
};

/** By the beginning of sax's message. */
const descriptions: [string, Describe][] = [
    ['Non-whitespace before first tag', outsideRoot],
    ['Text data outside of root node', outsideRoot],
    ['Unclosed root tag', unclosed],
    ['Unexpected end', unclosed],
    ['Unexpected close tag', mismatchedEnd],
    ['Unmatched closing tag', mismatchedEnd],
    ['Unencoded <', badContent],
    ['Weird empty close tag', badContent],
    ['Invalid character in tag name', badStartTag],
    ['Forward-slash in opening tag', badStartTag],
    ['Invalid attribute name', badStartTag],
    ['No whitespace between attributes', badStartTag],
    ['Attribute without value', badAttribute],
    ['Unquoted attribute value', badAttribute],
    ['Invalid tagname in closing tag', badEndTag],
    ['Invalid characters in closing tag', badEndTag],
    ['Malformed comment', () => 'The string "--" is not permitted within comments.'],
    ['Inappropriately located doctype', badContent],
    ['Invalid character in entity name', unfinishedReference],
    ['Invalid character entity', unknownReference]
];
