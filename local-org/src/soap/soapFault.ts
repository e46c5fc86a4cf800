/** A request that is no call of the API, as SOAP itself reports it: `soapenv:Client`, without a code of Salesforce's. */
export class SoapFault extends Error {
    readonly code = 'soapenv:Client';

    constructor(message: string) {
        super(message);
        this.name = 'SoapFault';
    }
}
