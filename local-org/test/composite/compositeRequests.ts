import type { Connection } from 'jsforce';

export interface CompositeBody {
    allOrNone?: boolean;
    compositeRequest: object[];
}

export interface CompositeResult {
    body: unknown;
    httpHeaders: Record<string, string>;
    httpStatusCode: number;
    referenceId: string;
}

/** What `/composite` answers for each subrequest. */
export async function composite(
    connection: Connection,
    body: CompositeBody,
    version = 'v66.0'
): Promise<CompositeResult[]> {
    const answer = await connection.requestPost<{ compositeResponse: CompositeResult[] }>(
        `/services/data/${version}/composite`,
        body
    );
    return answer.compositeResponse;
}

/** API calls the org has counted so far, with the one that asks. */
export async function apiCallsOf(connection: Connection): Promise<number> {
    await connection.request('/services/data/v66.0/limits');
    return connection.limitInfo.apiUsage?.used ?? 0;
}
