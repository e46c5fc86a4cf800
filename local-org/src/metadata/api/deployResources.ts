import { refuse } from '../../errors/refusals.ts';
import { answerOk, type Answer, type ApiCall, type Resource } from '../../rest/apiCall.ts';
import { parseJson } from '../../json/parseJson.ts';
import { isRecordBody, requireObjectBody } from '../../rest/requestBody.ts';
import type { DeployJob } from './deployJob.ts';
import { describeDeploy, describeDeployDetails } from './describeDeploy.ts';
import { readDeployOptions } from './readDeployOptions.ts';
import { requireMetadataAccess } from './requireMetadataAccess.ts';

const PATH = '/metadata/deployRequest';

/** Deploys by REST (Metadata API Developer Guide, "Deploy Metadata with REST"). */
export const deployResources: Resource[] = [
    { path: PATH, handlers: { POST: startDeploy } },
    { path: `${PATH}/:id`, handlers: { GET: checkDeploy, PATCH: cancelDeploy } }
];

/** A form with a zip and its options, or JSON that names the validation to deploy. */
function startDeploy(call: ApiCall): Answer {
    const { access } = call.context;
    requireMetadataAccess(access);
    if (call.body instanceof FormData) {
        const { zip, options } = readForm(call.body);
        const job = call.metadataJobs.deploys.enqueue(zip, readDeployOptions(options), access.userId);
        return { status: 201, body: describeRequest(call, job, null) };
    }
    const { validatedDeployRequestId } = requireObjectBody(call.body);
    if (typeof validatedDeployRequestId !== 'string') {
        throw refuse('INVALID_INPUT', 'Send a form with a zip file, or a validatedDeployRequestId.');
    }
    const job = call.metadataJobs.deploys.deployValidated(validatedDeployRequestId, access.userId);
    return { status: 201, body: { ...describeRequest(call, job, null), validatedDeployRequestId } };
}

function checkDeploy(call: ApiCall): Answer {
    requireMetadataAccess(call.context.access);
    const job = call.metadataJobs.deploys.find(call.params.id ?? '');
    const details = call.query.get('includeDetails') === 'true' ? { details: describeDeployDetails(job) } : {};
    return answerOk(describeRequest(call, job, { ...describeDeploy(call.org, job), ...details }));
}

/** `{ "deployResult": { "status": "Canceling" } }` is all that may be said of a deploy under way. */
function cancelDeploy(call: ApiCall): Answer {
    requireMetadataAccess(call.context.access);
    const { deployResult } = requireObjectBody(call.body);
    if (!isRecordBody(deployResult) || deployResult.status !== 'Canceling') {
        throw refuse('INVALID_INPUT', 'Only the status of a deployResult can be set, and only to Canceling.');
    }
    const job = call.metadataJobs.deploys.cancel(call.params.id ?? '', call.context.access.userId);
    return { status: 202, body: describeRequest(call, job, describeDeploy(call.org, job)) };
}

function describeRequest({ orgUrl, context }: ApiCall, { id, options }: DeployJob, deployResult: object | null) {
    const url = `${orgUrl}/services/data/v${context.apiVersion}${PATH}/${id}`;
    const deployOptions = { ...options, performRetrieve: false, runTests: null };
    return { id, url, validatedDeployRequestId: null, deployOptions, deployResult };
}

/** The part `file` is the zip; the other one, whose name clients choose differently, is JSON. */
function readForm(form: FormData) {
    const file = form.get('file');
    const texts = [...form.values()].filter((part) => typeof part === 'string');
    if (!(file instanceof Blob) || texts.length > 1) {
        throw refuse('INVALID_INPUT', 'A deploy request is a form of a zip named file and a JSON part.');
    }
    const { deployOptions = {} } = texts[0] === undefined ? {} : requireObjectBody(parseJson(texts[0]));
    return { zip: async () => Buffer.from(await file.arrayBuffer()), options: requireObjectBody(deployOptions) };
}
