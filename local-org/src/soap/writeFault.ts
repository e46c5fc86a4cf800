import { SalesforceError } from '../errors/salesforceError.ts';
import type { Answer } from '../rest/apiCall.ts';
import { soapNamespaces, type SoapApi } from './soapApi.ts';
import { SoapFault } from './soapFault.ts';
import { escapeXml } from './writeSoapValue.ts';
import { XML_CONTENT_TYPE, writeEnvelope } from './writeEnvelope.ts';

/** Faults travel with this status, whatever REST would answer (SOAP 1.1, section 6.2). */
const FAULT_STATUS = 500;

/** Whatever an operation threw, as a fault: Salesforce's codes under `sf:`, each message opening with its code. */
export function writeFault(api: SoapApi, error: unknown): Answer {
    if (error instanceof SoapFault) return faultAnswer(api, error.code, error.message, '');
    const { status, errorCode, message } = readError(error);
    const detail = api === 'u' ? writeDetail(errorCode, message) : '';
    const answer = faultAnswer(api, `sf:${errorCode}`, `${errorCode}: ${message}`, detail);
    return status > FAULT_STATUS ? { ...answer, status } : answer;
}

function faultAnswer(api: SoapApi, code: string, message: string, detail: string): Answer {
    const text = `<faultcode>${escapeXml(code)}</faultcode><faultstring>${escapeXml(message)}</faultstring>`;
    return {
        status: FAULT_STATUS,
        contentType: XML_CONTENT_TYPE,
        body: writeEnvelope(soapNamespaces[api].faults, `<soapenv:Fault>${text}${detail}</soapenv:Fault>`, 'sf')
    };
}

function readError(error: unknown): { status: number; errorCode: string; message: string } {
    if (error instanceof SalesforceError) {
        const [item] = error.items;
        return {
            status: error.status,
            errorCode: item?.errorCode ?? 'UNKNOWN_EXCEPTION',
            message: item?.message ?? ''
        };
    }
    console.error('The local org failed to answer a SOAP request.', error);
    const message = 'An unexpected error occurred. The log of the local org says more.';
    return { status: FAULT_STATUS, errorCode: 'UNKNOWN_EXCEPTION', message };
}

/** What the Partner WSDL declares for every fault. */
function writeDetail(errorCode: string, message: string): string {
    const fault = 'UnexpectedErrorFault';
    return (
        `<detail><sf:${fault} xsi:type="sf:${fault}"><sf:exceptionCode>${escapeXml(errorCode)}</sf:exceptionCode>` +
        `<sf:exceptionMessage>${escapeXml(message)}</sf:exceptionMessage></sf:${fault}></detail>`
    );
}
