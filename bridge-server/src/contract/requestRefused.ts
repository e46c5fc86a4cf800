import type { Problem } from './agentApi.ts';

const TITLES: Readonly<Record<number, string>> = {
    400: 'The request is malformed',
    401: 'You are not signed in',
    403: 'You may not do this',
    404: 'There is nothing here',
    409: 'This cannot be done now',
    410: 'This is no longer there',
    412: 'A condition of the request does not hold',
    413: 'The request is too large',
    416: 'There is no such part',
    422: 'This was asked for otherwise before',
    429: 'Too many requests',
    503: 'The bridge cannot do this now',
    504: 'The telephony side did not answer'
};

/** A request that is answered with problem details (RFC 9457). `detail` says to the asker what to do. */
export class RequestRefused extends Error {
    override readonly name = 'RequestRefused';
    readonly status: number;
    readonly errors: Problem['errors'];
    readonly type: string;

    /** @param options.name names the problem for programs, such as `no-extension`, so that they can say it in their own words */
    constructor(
        status: number,
        detail: string,
        options: { name?: string; errors?: Problem['errors']; cause?: unknown } = {}
    ) {
        super(detail, { cause: options.cause });
        this.status = status;
        this.errors = options.errors;
        this.type = options.name ? `urn:softphone-bridge:${options.name}` : 'about:blank';
    }

    toProblem(): Problem {
        const { type, status, message: detail, errors } = this;
        return {
            type,
            title: TITLES[status] ?? 'The request failed',
            status,
            detail,
            ...(errors && { errors })
        };
    }
}
