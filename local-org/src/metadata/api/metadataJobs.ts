import type { DeployQueue } from './deployQueue.ts';
import type { RetrieveJobs } from './retrieveJobs.ts';

/** What the Metadata API does in its own time, remembered for as long as the org runs. */
export interface MetadataJobs {
    deploys: DeployQueue;
    retrieves: RetrieveJobs;
}
