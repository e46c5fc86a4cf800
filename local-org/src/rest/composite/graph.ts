import { refuse } from '../../errors/refusals.ts';
import { findRepeated } from '../findRepeated.ts';
import { isRecordBody, requireObjectBody } from '../requestBody.ts';
import { parseSubrequests } from './parseSubrequests.ts';
import type { Subrequest } from './subrequest.ts';

/** Requests that stand or fall together. */
export interface Graph {
    graphId: string;
    nodes: Subrequest[];
}

/**
 * The body of `POST /composite/graph`.
 *
 * @throws SalesforceError JSON_PARSER_ERROR
 */
export function parseGraphs(body: unknown): Graph[] {
    const { graphs } = requireObjectBody(body);
    if (!Array.isArray(graphs) || graphs.length === 0) {
        throw refuse('JSON_PARSER_ERROR', 'graphs must be an array that holds at least one graph.');
    }
    const parsed = graphs.map(parseGraph);
    const [repeated] = findRepeated(parsed.map(({ graphId }) => graphId));
    if (repeated !== undefined) throw refuse('JSON_PARSER_ERROR', `Provided graphId ('${repeated}') should be unique.`);
    return parsed;
}

function parseGraph(value: unknown): Graph {
    if (!isRecordBody(value) || typeof value.graphId !== 'string') {
        throw refuse('JSON_PARSER_ERROR', 'A graph must be a JSON object with a graphId.');
    }
    return { graphId: value.graphId, nodes: parseSubrequests(value.compositeRequest) };
}
