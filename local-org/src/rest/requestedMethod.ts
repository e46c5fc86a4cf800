const OVERRIDES = ['PATCH', 'PUT', 'DELETE', 'GET'];

/**
 * The method a request stands for: `POST …?_HttpMethod=PATCH` is a PATCH, for clients that can send none, and HEAD is
 * a GET whose body stays away.
 */
export function requestedMethod(method: string, query: URLSearchParams): string {
    if (method === 'HEAD') return 'GET';
    const override = query.get('_HttpMethod')?.toUpperCase() ?? '';
    return method === 'POST' && OVERRIDES.includes(override) ? override : method;
}
