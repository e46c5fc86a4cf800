import { answerOk, type Answer, type ApiCall, type Resource } from './apiCall.ts';
import { DAILY_API_REQUESTS } from './apiUsage.ts';
import { describeObject, summarizeObject } from './describeObject.ts';
import { create, objectOf } from './recordResources.ts';

const TOP_LEVEL = ['sobjects', 'query', 'queryAll', 'search', 'composite', 'limits'];
const LARGEST_BATCH = 200;

export const objectResources: Resource[] = [
    { path: '/', handlers: { GET: listResources } },
    { path: '/limits', handlers: { GET: listLimits } },
    { path: '/sobjects', handlers: { GET: listObjects } },
    { path: '/sobjects/:object', handlers: { GET: showObject, POST: create } },
    { path: '/sobjects/:object/describe', handlers: { GET: describe } }
];

function listResources({ context }: ApiCall): Answer {
    const base = `/services/data/v${context.apiVersion}`;
    return answerOk(Object.fromEntries(TOP_LEVEL.map((name) => [name, `${base}/${name}`])));
}

function listLimits({ usage }: ApiCall): Answer {
    const remaining = DAILY_API_REQUESTS - usage.used;
    return answerOk({ DailyApiRequests: { Max: DAILY_API_REQUESTS, Remaining: remaining } });
}

function listObjects({ org, context }: ApiCall): Answer {
    const readable = org.schema.objects.filter((object) => context.access.canReadObject(object));
    const sobjects = readable.map((object) => summarizeObject(object, context.access, context.apiVersion));
    return answerOk({ encoding: 'UTF-8', maxBatchSize: LARGEST_BATCH, sobjects });
}

function showObject(call: ApiCall): Answer {
    const { access, apiVersion } = call.context;
    return answerOk({ objectDescribe: summarizeObject(objectOf(call), access, apiVersion), recentItems: [] });
}

function describe(call: ApiCall): Answer {
    const { access, apiVersion } = call.context;
    return answerOk(describeObject(call.org.schema, objectOf(call), access, apiVersion));
}
