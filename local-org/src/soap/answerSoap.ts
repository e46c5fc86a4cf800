import { resolveUserAccess } from '../access/resolveUserAccess.ts';
import { notEmulated } from '../errors/refusals.ts';
import { SalesforceError } from '../errors/salesforceError.ts';
import type { MetadataJobs } from '../metadata/api/metadataJobs.ts';
import type { Org } from '../org.ts';
import type { Answer } from '../rest/apiCall.ts';
import type { ApiUsage } from '../rest/apiUsage.ts';
import { apiVersions } from '../rest/apiVersions.ts';
import { metadataOperations } from './metadataOperations.ts';
import { partnerOperations } from './partnerOperations.ts';
import { readEnvelope, type SoapRequest } from './readEnvelope.ts';
import { refuseLogin } from './refuseLogin.ts';
import { requireSoapUser } from './requireSoapUser.ts';
import { soapNamespaces, type SoapApi } from './soapApi.ts';
import type { SoapCall, SoapOperation } from './soapCall.ts';
import { SoapFault } from './soapFault.ts';
import { platformOperations } from './platformOperations.ts';
import { XML_CONTENT_TYPE, writeEnvelope } from './writeEnvelope.ts';
import { writeSoapValue } from './writeSoapValue.ts';

const operationsOf: Record<SoapApi, Readonly<Record<string, SoapOperation>>> = {
    m: metadataOperations,
    u: partnerOperations
};

interface SoapServer {
    org: Org;
    usage: ApiUsage;
    metadataJobs: MetadataJobs;
}

/**
 * Answers the envelope posted to `/services/Soap/<api>/<version>`.
 *
 * @throws SalesforceError or SoapFault, which become faults
 */
export async function answerSoap(server: SoapServer, api: SoapApi, version: string, text: string): Promise<Answer> {
    const apiVersion = requireSoapVersion(version);
    const request = readEnvelope(text);
    const { name } = request.operation;
    if (api === 'u' && name === 'login') throw refuseLogin(apiVersion);
    const operation = requireOperation(api, name);
    const result = await operation(openCall(server, request, apiVersion));
    const body = `<${name}Response>${writeSoapValue('result', result)}</${name}Response>`;
    return {
        status: 200,
        contentType: XML_CONTENT_TYPE,
        body: writeEnvelope(soapNamespaces[api].operations, body)
    };
}

function requireSoapVersion(segment: string): string {
    const version = apiVersions.find((known) => known.version === segment || known.version === `${segment}.0`);
    if (version) return version.version;
    const message = 'Invalid Api version specified on URL';
    throw new SalesforceError(500, [{ errorCode: 'UNSUPPORTED_API_VERSION', message }]);
}

function requireOperation(api: SoapApi, name: string): SoapOperation {
    const operations = operationsOf[api];
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (operation) return operation;
    if (platformOperations[api].has(name)) throw notEmulated(`the SOAP call ${name}()`);
    throw new SoapFault(`No operation available for request {${soapNamespaces[api].operations}}${name}`);
}

function openCall({ org, usage, metadataJobs }: SoapServer, request: SoapRequest, apiVersion: string): SoapCall {
    const { sessionId = '', operation } = request;
    const user = requireSoapUser(org, sessionId);
    usage.spend();
    return { org, metadataJobs, apiVersion, sessionId, user, access: resolveUserAccess(org, user), operation };
}
