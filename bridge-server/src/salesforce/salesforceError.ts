/**
 * What a failed request to Salesforce means for who wanted it done.
 * - `unavailable`: Salesforce cannot be asked now; nothing is wrong with the request
 * - `passing`: this request may succeed when tried again
 * - `permanent`: the same request will fail again
 */
export type FailureKind = 'unavailable' | 'passing' | 'permanent';

export class SalesforceError extends Error {
    override readonly name = 'SalesforceError';
    /** Salesforce's own code, such as `UNABLE_TO_LOCK_ROW`; `NO_ANSWER` when none came. */
    readonly code: string;
    readonly kind: FailureKind;
    /** Whether Salesforce may have carried the request out although it failed for us. */
    readonly mayHaveHappened: boolean;

    constructor(code: string, message: string, options?: ErrorOptions) {
        super(`${code}: ${message}`, options);
        this.code = code;
        this.kind = FAILURES[code] ?? (UNAVAILABLE_STATUS.test(code) ? 'unavailable' : 'permanent');
        this.mayHaveHappened = OUTCOME_UNKNOWN.test(code);
    }
}

/** Source: "Status Codes and Error Responses", REST API Developer Guide. What is not listed is permanent. */
const FAILURES: Readonly<Record<string, FailureKind>> = {
    NO_ANSWER: 'unavailable',
    SERVER_UNAVAILABLE: 'unavailable',
    REQUEST_LIMIT_EXCEEDED: 'unavailable',
    API_CURRENTLY_DISABLED: 'unavailable',
    ORG_LOCKED: 'unavailable',
    INVALID_SESSION_ID: 'unavailable',
    invalid_grant: 'unavailable',
    invalid_client_id: 'unavailable',
    invalid_app_access: 'unavailable',
    invalid_client: 'unavailable',
    UNABLE_TO_LOCK_ROW: 'passing',
    REQUEST_RUNNING_TOO_LONG: 'passing',
    QUERY_TIMEOUT: 'passing',
    UNKNOWN_EXCEPTION: 'passing',
    CONCURRENT_API_LIMIT_EXCEEDED: 'passing',
    STILL_UNDER_WAY: 'passing'
};

/** What jsforce calls an answer without an error body: throttled, timed out, broken on the way. */
const UNAVAILABLE_STATUS = /^ERROR_HTTP_(408|420|429|5\d\d)$/;
/** A 503 and a refusal say that nothing was done; these do not. */
const OUTCOME_UNKNOWN =
    /^(NO_ANSWER|STILL_UNDER_WAY|UNKNOWN_EXCEPTION|REQUEST_RUNNING_TOO_LONG|ERROR_HTTP_(408|500|502|504))$/;

/** jsforce keeps only the words of an error that happened while signing in again. */
const SIGN_IN_FAILED = /^Unable to refresh session/;
const NETWORK_ERROR = /fetch failed|aborted|timeout|timed out|ECONN|ENOTFOUND|EPIPE|socket|network/i;

/** Reads whatever jsforce throws: a REST error has `errorCode`, an OAuth error is named, a lost connection has neither. */
export function toSalesforceError(thrown: unknown): SalesforceError {
    if (thrown instanceof SalesforceError) return thrown;
    if (!(thrown instanceof Error)) return new SalesforceError('UNKNOWN', String(thrown));
    const code = 'errorCode' in thrown && typeof thrown.errorCode === 'string' ? thrown.errorCode : null;
    if (code) return new SalesforceError(code, thrown.message, { cause: thrown });
    if (/^invalid_\w+$/.test(thrown.name)) return new SalesforceError(thrown.name, thrown.message, { cause: thrown });
    if (SIGN_IN_FAILED.test(thrown.message))
        return new SalesforceError('INVALID_SESSION_ID', thrown.message, { cause: thrown });
    if (NETWORK_ERROR.test(`${thrown.name} ${thrown.message}`))
        return new SalesforceError('NO_ANSWER', thrown.message, { cause: thrown });
    return new SalesforceError('UNKNOWN_EXCEPTION', thrown.message, { cause: thrown });
}
