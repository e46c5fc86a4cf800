export const XML_CONTENT_TYPE = 'text/xml; charset=utf-8';

const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
const SCHEMA = 'http://www.w3.org/2001/XMLSchema';
const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** A SOAP 1.1 envelope around a body whose elements are in `namespace`, by default or under a prefix. */
export function writeEnvelope(namespace: string, body: string, prefix = ''): string {
    const binding = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
    return (
        `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${ENVELOPE}" ${binding}="${namespace}" ` +
        `xmlns:xsd="${SCHEMA}" xmlns:xsi="${SCHEMA_INSTANCE}"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`
    );
}
