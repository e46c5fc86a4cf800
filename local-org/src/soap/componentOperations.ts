import { describeMetadata } from '../metadata/api/describeMetadata.ts';
import { listMetadata } from '../metadata/api/listMetadata.ts';
import { readMetadata } from '../metadata/api/readMetadata.ts';
import { childrenNamed, textOf } from '../metadata/xml/xmlElement.ts';
import type { SoapCall, SoapOperation } from './soapCall.ts';
import { SoapElement, type SoapValue } from './soapValue.ts';

/** The Metadata API's calls that show what the org consists of. */
export const componentOperations: Readonly<Record<string, SoapOperation>> = {
    describeMetadata: () => describeMetadata(),
    listMetadata: list,
    readMetadata: read
};

/** Several `<result>`, each a FileProperties. */
function list({ org, operation }: SoapCall): SoapValue {
    const queries = childrenNamed(operation, 'queries').map((query) => ({
        type: textOf(query, 'type') ?? '',
        folder: textOf(query, 'folder')
    }));
    return listMetadata(org, queries);
}

/** ReadResult: the components in the order asked for, nil for those missing. */
function read({ org, operation }: SoapCall): SoapValue {
    const type = textOf(operation, 'type') ?? '';
    const fullNames = childrenNamed(operation, 'fullNames').map(({ text }) => text.trim());
    const records = readMetadata(org, type, fullNames);
    return { records: records.map((element) => element && new SoapElement(type, element)) };
}
