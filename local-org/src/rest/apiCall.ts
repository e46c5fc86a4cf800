import type { CallContext } from '../callContext.ts';
import type { MetadataJobs } from '../metadata/api/metadataJobs.ts';
import type { Org } from '../org.ts';
import type { QueryCursors } from '../query/queryCursors.ts';
import type { ApiUsage } from './apiUsage.ts';

/** One authenticated request to the REST API, free of the web framework. */
export interface ApiCall {
    org: Org;
    orgUrl: string;
    context: CallContext;
    usage: ApiUsage;
    cursors: QueryCursors;
    metadataJobs: MetadataJobs;
    /** The parts of the path that the resource names, such as `object`. */
    params: Record<string, string>;
    query: URLSearchParams;
    /** The parsed JSON body, the FormData of a multipart one, undefined when there was none. */
    body: unknown;
    header(name: string): string | undefined;
}

export interface Answer {
    status: number;
    body?: unknown;
    /** Of a body that is a text, which is plain unless this says otherwise; other bodies are sent as JSON. */
    contentType?: string;
    headers?: Record<string, string>;
}

export type Handler = (call: ApiCall) => Answer;
export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export interface Resource {
    /** Below `/services/data/vNN.0`, with `:names` for its variable parts. */
    path: string;
    handlers: Partial<Record<Method, Handler>>;
}

export function answerOk(body: unknown): Answer {
    return { status: 200, body };
}

export const NO_CONTENT: Answer = { status: 204 };
