import { refuse } from '../../errors/refusals.ts';
import type { Graph } from './graph.ts';
import { namesReferredTo } from './resolveReferences.ts';
import { parseSubrequestUrl, type Subrequest } from './subrequest.ts';

/** Composite Graph Limits (REST API Developer Guide). */
const MOST_GRAPHS = 75;
const MOST_NODES = 500;
const MOST_DIFFERENT_NODES = 15;
const DEEPEST_GRAPH = 15;
const OLDEST_VERSION = 50;
const SUPPORTED = /^\/sobjects(\/[^/]+){1,3}\/?$/i;

/**
 * What must hold of all graphs of a request before any is run.
 *
 * @throws SalesforceError LIMIT_EXCEEDED or INVALID_INPUT
 */
export function checkGraphs(graphs: Graph[]): void {
    const nodes = graphs.flatMap((graph) => graph.nodes);
    for (const node of nodes) refuseUnsupported(node);
    refuseAbove(MOST_GRAPHS, graphs.length, 'graphs');
    refuseAbove(MOST_NODES, nodes.length, 'nodes');
    refuseAbove(MOST_DIFFERENT_NODES, new Set(nodes.map(kindOf)).size, 'different nodes');
    for (const graph of graphs) refuseAbove(DEEPEST_GRAPH, depthOf(graph), `levels in the graph ${graph.graphId}`);
}

function refuseUnsupported({ url }: Subrequest): void {
    const { version, path } = parseSubrequestUrl(url) ?? { version: '', path: '' };
    if (SUPPORTED.test(path) && Number(version.slice(1)) >= OLDEST_VERSION) return;
    throw refuse('INVALID_INPUT', `${url} is not supported in a composite graph.`);
}

function refuseAbove(limit: number, count: number, noun: string): void {
    if (count > limit) {
        throw refuse('LIMIT_EXCEEDED', `A composite graph request can contain at most ${limit} ${noun}.`);
    }
}

/** Nodes differ when they use another API version, method or object. */
function kindOf({ method, url }: Subrequest): string {
    const { version, path } = parseSubrequestUrl(url) ?? { version: '', path: '' };
    return `${method} ${version} ${path.split('/')[2]}`.toLowerCase();
}

/** Nodes along the longest chain of references. */
function depthOf({ nodes }: Graph): number {
    const depths = new Map<string, number>();
    for (const { referenceId, url, body } of nodes) {
        const parents = namesReferredTo({ url, body }).map((name) => depths.get(name) ?? 0);
        depths.set(referenceId, 1 + Math.max(0, ...parents));
    }
    return Math.max(...depths.values());
}
