import { requireMetadataAccess } from '../metadata/api/requireMetadataAccess.ts';
import { componentOperations } from './componentOperations.ts';
import { deployOperations } from './deployOperations.ts';
import { retrieveOperations } from './retrieveOperations.ts';
import type { SoapOperation } from './soapCall.ts';

/** The Metadata API by SOAP, every call of which asks for the same permission. */
export const metadataOperations: Readonly<Record<string, SoapOperation>> = Object.fromEntries(
    Object.entries({ ...deployOperations, ...retrieveOperations, ...componentOperations }).map(([name, operation]) => [
        name,
        (call) => {
            requireMetadataAccess(call.access);
            return operation(call);
        }
    ])
);
