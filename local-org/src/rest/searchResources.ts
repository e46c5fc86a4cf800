import type { RecordBody } from '../data/readBody.ts';
import { describeLabels } from '../search/describeLabels.ts';
import { readParameterizedSearch } from '../search/parameterizedSearch.ts';
import { parseSosl } from '../search/parseSosl.ts';
import { queryStringSearch } from '../search/queryStringSearch.ts';
import { runSearch } from '../search/runSearch.ts';
import { malformedSearch } from '../search/searchErrors.ts';
import { answerOk, type Answer, type ApiCall, type Resource } from './apiCall.ts';
import { requireObjectBody } from './requestBody.ts';

export const searchResources: Resource[] = [
    { path: '/search', handlers: { GET: search } },
    {
        path: '/parameterizedSearch',
        handlers: {
            GET: (call) => searchByParameters(call, queryStringSearch(call.query)),
            POST: (call) => searchByParameters(call, requireObjectBody(call.body))
        }
    }
];

function search(call: ApiCall): Answer {
    const sosl = call.query.get('q');
    if (!sosl) throw malformedSearch('No search term found. The search term must be enclosed in braces.');
    return answerOk({ searchRecords: runSearch(call.org, call.context, parseSosl(sosl)) });
}

function searchByParameters({ org, context }: ApiCall, body: RecordBody): Answer {
    const parameters = readParameterizedSearch(body);
    const searchRecords = runSearch(org, context, parameters);
    const labels = body.metadata === 'LABELS' ? { metadata: describeLabels(org, context, parameters.returning) } : {};
    return answerOk({ searchRecords, ...labels });
}
