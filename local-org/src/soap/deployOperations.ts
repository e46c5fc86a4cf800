import { refuse } from '../errors/refusals.ts';
import { describeDeploy, describeDeployDetails } from '../metadata/api/describeDeploy.ts';
import { isDone } from '../metadata/api/deployJob.ts';
import { readDeployOptions } from '../metadata/api/readDeployOptions.ts';
import { childNamed, flagOf, textOf, type XmlElement } from '../metadata/xml/xmlElement.ts';
import type { SoapCall, SoapOperation } from './soapCall.ts';
import type { SoapValue } from './soapValue.ts';

/** The Metadata API's deploy calls. */
export const deployOperations: Readonly<Record<string, SoapOperation>> = {
    deploy,
    checkDeployStatus,
    cancelDeploy,
    deployRecentValidation
};

/** AsyncResult: the deploy waits its turn. */
function deploy({ operation, metadataJobs, user }: SoapCall): SoapValue {
    const zip = textOf(operation, 'ZipFile');
    if (!zip) throw refuse('INVALID_INPUT', 'deploy() takes a ZipFile');
    const options = childNamed(operation, 'DeployOptions');
    const { id } = metadataJobs.deploys.enqueue(
        async () => Buffer.from(zip, 'base64'),
        readDeployOptions(options ? readMembers(options) : {}),
        user.Id
    );
    return { done: false, id, state: 'Queued' };
}

function checkDeployStatus({ org, operation, metadataJobs }: SoapCall): SoapValue {
    const job = metadataJobs.deploys.find(textOf(operation, 'asyncProcessId') ?? '');
    const details = flagOf(operation, 'includeDetails') ? { details: describeDeployDetails(job) } : {};
    return { ...describeDeploy(org, job), ...details };
}

/** CancelDeployResult; the WSDL calls the id `String`, jsforce `id`. */
function cancelDeploy({ operation, metadataJobs, user }: SoapCall): SoapValue {
    const job = metadataJobs.deploys.cancel(textOf(operation, 'String') ?? textOf(operation, 'id') ?? '', user.Id);
    return { done: isDone(job), id: job.id };
}

/** Answers the id of the new deploy. */
function deployRecentValidation({ operation, metadataJobs, user }: SoapCall): SoapValue {
    return metadataJobs.deploys.deployValidated(textOf(operation, 'validationId') ?? '', user.Id).id;
}

/** The options by name; one that is named several times, as `runTests` may be, with all its values. */
function readMembers({ children }: XmlElement): Record<string, string | string[]> {
    const byName = Object.groupBy(children, ({ name }) => name);
    return Object.fromEntries(
        Object.entries(byName).map(([name, elements = []]) => {
            const values = elements.map(({ text }) => text.trim());
            return [name, values.length === 1 ? (values[0] ?? '') : values];
        })
    );
}
