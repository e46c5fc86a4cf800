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
    /** What Salesforce says of it; may quote personal data. */
    readonly words: string;
    readonly kind: FailureKind;
    /** What Salesforce may have written although the request failed for us. */
    readonly written: 'nothing' | 'unknown' | 'stillUnknown';

    /** @param options `written`, when it is known otherwise than by the code */
    constructor(code: string, message: string, options?: ErrorOptions & { written?: 'nothing' }) {
        super(`${code}: ${message}`, options);
        this.code = code;
        this.words = message;
        this.kind = PASSES_BY_ITSELF.test(message) ? 'passing' : kindOf(code);
        this.written = options?.written ?? writtenBy(code);
    }
}

/** Our own: an earlier request for the same record may still write it. */
export const STILL_UNDER_WAY = 'STILL_UNDER_WAY';

/**
 * What is not listed is permanent; `DUPLICATE_VALUE` for a protocol means that the Case is there, and is no failure.
 * Sources: "Status Codes and Error Responses" (REST API Developer Guide), "StatusCode" and "ExceptionCode" (SOAP API
 * Developer Guide).
 */
export const FAILURES: Readonly<Record<string, FailureKind>> = {
    // nobody answers, or the org answers nobody
    NO_ANSWER: 'unavailable',
    SERVER_UNAVAILABLE: 'unavailable',
    API_CURRENTLY_DISABLED: 'unavailable',
    ORG_LOCKED: 'unavailable',
    INSTANCE_MIGRATION: 'unavailable',
    // the integration user or its budget
    REQUEST_LIMIT_EXCEEDED: 'unavailable',
    INVALID_SESSION_ID: 'unavailable',
    API_DISABLED_FOR_ORG: 'unavailable',
    INACTIVE_ORG: 'unavailable',
    invalid_grant: 'unavailable',
    invalid_client_id: 'unavailable',
    invalid_app_access: 'unavailable',
    invalid_client: 'unavailable',
    // somebody else is at the same rows, or the org is busy
    UNABLE_TO_LOCK_ROW: 'passing',
    REQUEST_RUNNING_TOO_LONG: 'passing',
    QUERY_TIMEOUT: 'passing',
    SERVER_ERROR: 'passing',
    UNKNOWN_EXCEPTION: 'passing',
    CONCURRENT_API_LIMIT_EXCEEDED: 'passing',
    CONCURRENT_REQUESTS_LIMIT_EXCEEDED: 'passing',
    TXN_SECURITY_METERING_ERROR: 'passing',
    // somebody edited the Case in the moment in which we wanted to
    PRECONDITION_FAILED: 'passing',
    // the agent was deactivated since we looked: the next try looks again
    INACTIVE_OWNER_OR_USER: 'passing',
    OPERATION_WITH_INACTIVE_USER_EXCEPTION: 'passing',
    // room may be made
    STORAGE_LIMIT_EXCEEDED: 'passing',
    [STILL_UNDER_WAY]: 'passing',
    // ours: sent too late, or written and not read back
    TOO_LATE: 'passing',
    NOT_READ_BACK: 'passing'
};

function writtenBy(code: string): SalesforceError['written'] {
    if (code === STILL_UNDER_WAY) return 'stillUnknown';
    return OUTCOME_UNKNOWN.test(code) ? 'unknown' : 'nothing';
}

const kindOf = (code: string): FailureKind =>
    Object.hasOwn(FAILURES, code)
        ? (FAILURES[code] as FailureKind)
        : UNAVAILABLE_STATUS.test(code)
          ? 'unavailable'
          : 'permanent';

/** What jsforce calls an answer without an error body: it came from a proxy on the way, not from Salesforce. */
const UNAVAILABLE_STATUS = /^ERROR_HTTP_\d+$/;
/** A trigger or a flow wraps what went wrong in it: these pass by themselves, or when fewer records come at once. */
const PASSES_BY_ITSELF =
    /UNABLE_TO_LOCK_ROW|unable to obtain exclusive access|Apex CPU time limit|System\.LimitException/;
/** A refusal says that nothing was done, Salesforce's own 503 too; these do not. */
const OUTCOME_UNKNOWN =
    /^(NO_ANSWER|NOT_READ_BACK|UNKNOWN_EXCEPTION|SERVER_ERROR|REQUEST_RUNNING_TOO_LONG|ERROR_HTTP_(408|5\d\d))$/;

/** jsforce keeps only the words of an error that happened while signing in again. */
const SIGN_IN_FAILED = /^Unable to refresh session/;
const NETWORK_ERROR = /fetch failed|aborted|timeout|timed out|ECONN|ENOTFOUND|EPIPE|socket|network/i;

interface Thrown {
    readonly name: string;
    readonly message: string;
    readonly errorCode?: unknown;
}

/**
 * Reads whatever jsforce throws: a REST error has `errorCode`, an OAuth error is named, a lost connection has neither.
 * What is not understood is taken for a failure that passes and may have written.
 */
export function toSalesforceError(thrown: unknown): SalesforceError {
    if (thrown instanceof SalesforceError) return thrown;
    const error = isThrown(thrown) ? thrown : { name: 'Error', message: String(thrown) };
    return new SalesforceError(codeOf(error), error.message, { cause: thrown });
}

function codeOf({ name, message, errorCode }: Thrown): string {
    if (errorCode === 'ERROR_HTTP_412') return 'PRECONDITION_FAILED';
    if (typeof errorCode === 'string' && errorCode !== '') return errorCode;
    if (/^invalid_\w+$/.test(name)) return name;
    if (SIGN_IN_FAILED.test(message)) return 'INVALID_SESSION_ID';
    return NETWORK_ERROR.test(`${name} ${message}`) ? 'NO_ANSWER' : 'UNKNOWN_EXCEPTION';
}

/** By its shape: an aborted request throws no Error but a DOMException. */
const isThrown = (thrown: unknown): thrown is Thrown =>
    typeof thrown === 'object' && thrown !== null && 'name' in thrown && 'message' in thrown;
