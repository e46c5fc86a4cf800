/** The SOAP APIs served: `m` is the Metadata API, `u` the Partner API, as their URLs name them. */
export type SoapApi = 'm' | 'u';

export interface SoapNamespaces {
    /** Of requests and answers. */
    operations: string;
    /** Of the codes of faults, under the prefix `sf`. */
    faults: string;
}

const METADATA = 'http://soap.sforce.com/2006/04/metadata';

export const soapNamespaces: Record<SoapApi, SoapNamespaces> = {
    m: { operations: METADATA, faults: METADATA },
    u: { operations: 'urn:partner.soap.sforce.com', faults: 'urn:fault.partner.soap.sforce.com' }
};
