import type { DeployOptions } from '../deploy/deployOptions.ts';
import type { DeployOutcome } from '../deploy/deployOutcome.ts';

/** DeployStatus of the Metadata API: the first three are on their way to one of the others. */
export type DeployStatus =
    'Pending' | 'InProgress' | 'Canceling' | 'Canceled' | 'Succeeded' | 'SucceededPartial' | 'Failed';

/** The zip of a package, read when its turn comes. */
export type ZipSource = () => Promise<Buffer>;

/** One deploy() from the moment it is asked for. */
export interface DeployJob {
    /** `0Af…`, 18 characters. */
    readonly id: string;
    readonly options: DeployOptions;
    readonly createdById: string;
    readonly createdDate: Date;
    readonly status: DeployStatus;
    readonly startDate: Date | null;
    readonly completedDate: Date | null;
    readonly lastModifiedDate: Date;
    readonly canceledById: string | null;
    readonly outcome: DeployOutcome | null;
    /** Kept until it is deployed, and after a validation for as long as that qualifies for a quick deploy. */
    readonly zip: ZipSource | null;
}

export function isDone({ completedDate }: DeployJob): boolean {
    return completedDate !== null;
}
