import { answerOk, type Answer, type ApiCall } from '../apiCall.ts';
import type { Dispatch } from '../dispatchRequest.ts';
import { checkGraphs } from './checkGraphs.ts';
import { parseGraphs, type Graph } from './graph.ts';
import { haltedResult, runSubrequests, type SubrequestResults } from './runSubrequests.ts';

/** With more failed graphs than these the rest is not begun (Composite Graph Limits). */
const MOST_FAILURES = 14;

/** `POST /composite/graph`: each graph is all or nothing, whatever becomes of the others. */
export function runGraphs(call: ApiCall, dispatch: Dispatch): Answer {
    const graphs = parseGraphs(call.body);
    checkGraphs(graphs);
    let failures = 0;
    const answered = graphs.map((graph) => {
        const outcome =
            failures > MOST_FAILURES ? halt(graph) : runSubrequests(call, dispatch, graph.nodes, 'allOrNone');
        if (!outcome.isSuccessful) failures++;
        return {
            graphId: graph.graphId,
            graphResponse: { compositeResponse: outcome.results },
            isSuccessful: outcome.isSuccessful
        };
    });
    return answerOk({ graphs: answered });
}

function halt({ nodes }: Graph): SubrequestResults {
    return { results: nodes.map(haltedResult), isSuccessful: false };
}
