import { identityUrl } from '../auth/describeIdentity.ts';
import { answerOk, type Answer, type ApiCall, type Resource } from './apiCall.ts';
import { checkConditions, validatorHeaders } from './conditions.ts';
import { describeObject, summarizeObject } from './describeObject.ts';
import { metadataValidators } from './metadataValidators.ts';
import { describeLimits } from './orgLimits.ts';
import { create, objectOf } from './recordResources.ts';

const TOP_LEVEL = [
    'tooling',
    'metadata',
    'query',
    'queryAll',
    'search',
    'parameterizedSearch',
    'sobjects',
    'composite',
    'limits',
    'ui-api'
];
const LARGEST_BATCH = 200;

export const objectResources: Resource[] = [
    { path: '/', handlers: { GET: listResources } },
    { path: '/limits', handlers: { GET: ({ usage }) => answerOk(describeLimits(usage)) } },
    { path: '/sobjects', handlers: { GET: listObjects } },
    { path: '/sobjects/:object', handlers: { GET: showObject, POST: create } },
    { path: '/sobjects/:object/describe', handlers: { GET: describe } }
];

/** Paths, and of the caller's identity its full URL. */
function listResources({ org, orgUrl, context }: ApiCall): Answer {
    const base = `/services/data/v${context.apiVersion}`;
    const resources = Object.fromEntries(TOP_LEVEL.map((name) => [name, `${base}/${name}`]));
    return answerOk({ ...resources, identity: identityUrl(org, context.access.userId, orgUrl) });
}

function listObjects(call: ApiCall): Answer {
    return unlessUnchanged(call, () => describeObjects(call));
}

function describeObjects({ org, context }: ApiCall) {
    const readable = org.schema.objects.filter((object) => context.access.canReadObject(object));
    const sobjects = readable.map((object) => summarizeObject(object, context.access, context.apiVersion));
    return { encoding: 'UTF-8', maxBatchSize: LARGEST_BATCH, sobjects };
}

function showObject(call: ApiCall): Answer {
    const { access, apiVersion } = call.context;
    return answerOk({ objectDescribe: summarizeObject(objectOf(call), access, apiVersion), recentItems: [] });
}

function describe(call: ApiCall): Answer {
    const { access, apiVersion } = call.context;
    const object = objectOf(call);
    return unlessUnchanged(call, () => describeObject(call.org, object, access, apiVersion));
}

/** Descriptions may be kept and asked for with `If-Modified-Since`. */
function unlessUnchanged(call: ApiCall, describeNow: () => object): Answer {
    const validators = metadataValidators(call.org);
    const headers = validatorHeaders(validators);
    if (checkConditions(call, validators, 'read') === 'notModified') return { status: 304, headers };
    return { status: 200, body: describeNow(), headers };
}
