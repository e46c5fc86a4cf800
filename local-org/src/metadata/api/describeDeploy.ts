import type { Org } from '../../org.ts';
import type { DeployMessage } from '../deploy/deployOutcome.ts';
import { isDone, type DeployJob } from './deployJob.ts';
import { nameOfUser } from './nameOfUser.ts';

/** The org has no Apex, and so no tests that could run. */
const NO_TESTS_RUN = {
    codeCoverage: [],
    codeCoverageWarnings: [],
    failures: [],
    flowCoverage: [],
    flowCoverageWarnings: [],
    numFailures: 0,
    numTestsRun: 0,
    successes: [],
    totalTime: 0
};

/** The job as DeployResult of the Metadata API, without details. */
export function describeDeploy(org: Org, job: DeployJob) {
    const { options, outcome, status } = job;
    const total = outcome?.componentsTotal ?? 0;
    const errors = outcome?.componentErrors ?? 0;
    return {
        ...(job.canceledById
            ? { canceledBy: job.canceledById, canceledByName: nameOfUser(org, job.canceledById) }
            : {}),
        checkOnly: options.checkOnly,
        ...(job.completedDate ? { completedDate: job.completedDate } : {}),
        createdBy: job.createdById,
        createdByName: nameOfUser(org, job.createdById),
        createdDate: job.createdDate,
        done: isDone(job),
        ...(outcome?.error ? { errorMessage: outcome.error.message, errorStatusCode: outcome.error.code } : {}),
        id: job.id,
        ignoreWarnings: options.ignoreWarnings,
        lastModifiedDate: job.lastModifiedDate,
        numberComponentErrors: errors,
        numberComponentsDeployed: total - errors,
        numberComponentsTotal: total,
        numberTestErrors: 0,
        numberTestsCompleted: 0,
        numberTestsTotal: 0,
        rollbackOnError: options.rollbackOnError,
        runTestsEnabled: options.testLevel !== 'NoTestRun',
        ...(job.startDate ? { startDate: job.startDate } : {}),
        status,
        success: status === 'Succeeded' || status === 'SucceededPartial'
    };
}

/** DeployDetails: what happened to each component. */
export function describeDeployDetails({ outcome, completedDate }: DeployJob) {
    const messages = (outcome?.messages ?? []).map((message) => describeMessage(message, completedDate));
    return {
        componentFailures: messages.filter(({ success }) => !success),
        componentSuccesses: messages.filter(({ success }) => success),
        runTestResult: NO_TESTS_RUN
    };
}

function describeMessage(message: DeployMessage, createdDate: Date | null) {
    const { changed, componentType, created, deleted, fileName, fullName, success } = message;
    return {
        changed,
        columnNumber: message.columnNumber,
        componentType,
        created,
        createdDate,
        deleted,
        fileName,
        fullName,
        id: message.id,
        lineNumber: message.lineNumber,
        problem: message.problem,
        problemType: message.problemType,
        success
    };
}
