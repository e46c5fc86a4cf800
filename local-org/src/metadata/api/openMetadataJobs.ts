import { SalesforceError } from '../../errors/salesforceError.ts';
import type { Org } from '../../org.ts';
import { deployPackage } from '../deploy/deployPackage.ts';
import type { DeployOutcome } from '../deploy/deployOutcome.ts';
import { readZip } from '../package/readZip.ts';
import { DeployQueue, type RunDeploy } from './deployQueue.ts';
import type { MetadataJobs } from './metadataJobs.ts';
import { RetrieveJobs } from './retrieveJobs.ts';

export function openMetadataJobs(org: Org): MetadataJobs {
    return { deploys: new DeployQueue(org, deployZip(org)), retrieves: new RetrieveJobs(org) };
}

/** A zip that cannot be read is the deploy's outcome: the call that brought it has been answered. */
function deployZip(org: Org): RunDeploy {
    return async ({ options, createdById }, zip, signal) => {
        try {
            const files = await readZip(zip);
            return await deployPackage(org, files, options, createdById, signal);
        } catch (error) {
            if (error instanceof SalesforceError) return describeRefusal(error);
            throw error;
        }
    };
}

function describeRefusal({ items: [item] }: SalesforceError): DeployOutcome {
    const error = { code: item?.errorCode ?? 'UNKNOWN_EXCEPTION', message: item?.message ?? '' };
    return { status: 'Failed', messages: [], componentsTotal: 0, componentErrors: 0, error };
}
