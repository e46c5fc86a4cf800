import { fetchFromOrg } from 'console/orgApi';
import type { ErrorItem, FetchResponse } from './recordError';

interface RequestDetails {
    readonly body?: object;
    readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Asks the org's User Interface API. Lightning Data Service throws the list of errors when it reads, and one error
 * when it writes.
 *
 * @throws {FetchResponse}
 */
export async function requestUiApi<Answer>(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    { body, headers = {} }: RequestDetails = {}
): Promise<Answer> {
    const response = await fetchFromOrg(method, `/ui-api${path}`, body, headers);
    const text = await response.text();
    const answer: unknown = text ? JSON.parse(text) : undefined;
    if (response.ok) return answer as Answer;
    const isListOnWrite = method !== 'GET' && Array.isArray(answer);
    const refusal: FetchResponse = {
        status: response.status,
        statusText: response.statusText,
        ok: false,
        headers: {},
        errorType: 'fetchResponse',
        body: (isListOnWrite ? { ...answer[0], statusCode: response.status } : answer) as ErrorItem | ErrorItem[]
    };
    // as the platform does: no Error, but a plain object in the shape of a response
    throw refusal;
}
