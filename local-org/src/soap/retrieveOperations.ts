import { notEmulated } from '../errors/refusals.ts';
import { describeRetrieve } from '../metadata/api/describeRetrieve.ts';
import type { RetrieveRequest } from '../metadata/api/retrieveRequest.ts';
import { childNamed, childrenNamed, flagOf, textOf, type XmlElement } from '../metadata/xml/xmlElement.ts';
import type { SoapCall, SoapOperation } from './soapCall.ts';
import type { SoapValue } from './soapValue.ts';

/** The Metadata API's retrieve calls. */
export const retrieveOperations: Readonly<Record<string, SoapOperation>> = { retrieve, checkRetrieveStatus };

/** AsyncResult; the WSDL calls the argument `retrieveRequest`, jsforce `request`. */
function retrieve({ operation, apiVersion, metadataJobs }: SoapCall): SoapValue {
    const request = childNamed(operation, 'retrieveRequest') ?? childNamed(operation, 'request') ?? operation;
    const { id } = metadataJobs.retrieves.start(readRequest(request, apiVersion));
    return { done: false, id, state: 'Queued' };
}

/** The zip is handed out once, with the first check that asks for it. */
function checkRetrieveStatus({ org, operation, metadataJobs }: SoapCall): SoapValue {
    const id = textOf(operation, 'asyncProcessId') ?? '';
    const job = metadataJobs.retrieves.find(id);
    const wantsZip = textOf(operation, 'includeZip') !== 'false';
    return { ...describeRetrieve(org, job), zipFile: wantsZip ? metadataJobs.retrieves.takeZip(id) : undefined };
}

function readRequest(request: XmlElement, apiVersion: string): RetrieveRequest {
    if (childNamed(request, 'packageNames')) throw notEmulated('installed packages');
    if (childNamed(request, 'specificFiles')) throw notEmulated('specificFiles in retrieve()');
    const manifest = childNamed(request, 'unpackaged');
    return {
        apiVersion: (manifest && textOf(manifest, 'version')) ?? textOf(request, 'apiVersion') ?? apiVersion,
        singlePackage: flagOf(request, 'singlePackage'),
        members: manifest ? childrenNamed(manifest, 'types').flatMap(readMembers) : []
    };
}

function readMembers(types: XmlElement): RetrieveRequest['members'] {
    const type = textOf(types, 'name') ?? '';
    return childrenNamed(types, 'members').map(({ text }) => ({ type, fullName: text.trim() }));
}
