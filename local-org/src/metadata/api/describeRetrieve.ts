import type { Org } from '../../org.ts';
import { describeFile } from './fileProperties.ts';
import type { RetrieveJob } from './retrieveJobs.ts';

/** The job as RetrieveResult of the Metadata API, without the zip. */
export function describeRetrieve(org: Org, job: RetrieveJob) {
    switch (job.status) {
        case 'InProgress':
            return { done: false, id: job.id, status: job.status, success: false };
        case 'Failed':
            return {
                done: true,
                errorMessage: job.message,
                errorStatusCode: 'UNKNOWN_EXCEPTION',
                id: job.id,
                status: job.status,
                success: false
            };
        case 'Succeeded':
            return {
                done: true,
                fileProperties: job.retrieved.files.map((file) => describeFile(org, file)),
                id: job.id,
                messages: job.retrieved.messages,
                status: job.status,
                success: true
            };
    }
}
