import { answerOk, type Answer, type ApiCall, type Resource } from '../apiCall.ts';
import { createDispatcher } from '../dispatchRequest.ts';
import { runBatch } from './runBatch.ts';
import { runComposite } from './runComposite.ts';
import { runGraphs } from './runGraphs.ts';
import { createTree } from './tree/createTree.ts';

const RESOURCES = ['tree', 'batch', 'sobjects', 'graph'];

/** Several requests in one. What they may ask for is `resources`, which these are not among: they do not nest. */
export function compositeResources(resources: Resource[]): Resource[] {
    const dispatch = createDispatcher(resources);
    return [
        { path: '/composite', handlers: { GET: listComposites, POST: (call) => runComposite(call, dispatch) } },
        { path: '/composite/graph', handlers: { POST: (call) => runGraphs(call, dispatch) } },
        { path: '/composite/batch', handlers: { POST: (call) => runBatch(call, dispatch) } },
        { path: '/composite/tree/:object', handlers: { POST: createTree } }
    ];
}

function listComposites({ context }: ApiCall): Answer {
    const base = `/services/data/v${context.apiVersion}/composite`;
    return answerOk(Object.fromEntries(RESOURCES.map((name) => [name, `${base}/${name}`])));
}
