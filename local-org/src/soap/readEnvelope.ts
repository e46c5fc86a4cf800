import { parseXml } from '../metadata/xml/parseXml.ts';
import { childNamed, textOf, type XmlElement } from '../metadata/xml/xmlElement.ts';
import { XmlSyntaxError } from '../metadata/xml/xmlSyntaxError.ts';
import { SoapFault } from './soapFault.ts';

export interface SoapRequest {
    /** The access token, as SessionHeader carries it. */
    sessionId: string | undefined;
    /** The element in the body, named for the operation, with its arguments. */
    operation: XmlElement;
}

/** @throws SoapFault for what is no SOAP envelope with an operation in it */
export function readEnvelope(text: string): SoapRequest {
    const envelope = parseEnvelope(text);
    const operation = childNamed(envelope, 'Body')?.children[0];
    if (envelope.name !== 'Envelope' || !operation) throw new SoapFault('No operation found in the SOAP request');
    const header = childNamed(envelope, 'Header');
    const session = header && childNamed(header, 'SessionHeader');
    return { sessionId: session && textOf(session, 'sessionId'), operation };
}

function parseEnvelope(text: string): XmlElement {
    try {
        return parseXml(text);
    } catch (error) {
        if (error instanceof XmlSyntaxError) throw new SoapFault(error.message);
        throw error;
    }
}
