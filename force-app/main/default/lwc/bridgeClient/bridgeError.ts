import type { Problem } from 'bridge/contract';

/**
 * - `unreachable`: the bridge, or something it needs, is away; worth trying again
 * - `unauthorised`: the session is not accepted (any more)
 * - `forbidden`: this user may not do this until an administrator changes something
 * - `refused`: the request makes no sense now, such as answering a call that is gone
 */
export type BridgeErrorKind = 'unreachable' | 'unauthorised' | 'forbidden' | 'refused';

/** What a failed exchange with the bridge was, with the bridge's own problem details (RFC 9457). */
export class BridgeError extends Error {
    readonly kind: BridgeErrorKind;
    readonly problem: Problem;

    constructor(kind: BridgeErrorKind, problem: Problem, options?: ErrorOptions) {
        super(problem.detail || problem.title, options);
        this.name = 'BridgeError';
        this.kind = kind;
        this.problem = problem;
    }
}

const HTTP_FORBIDDEN = 403;
const TRY_LATER_STATUSES = [408, 425, 429];

function kindOfStatus(status: number): BridgeErrorKind {
    if (status === 401) return 'unauthorised';
    if (status === HTTP_FORBIDDEN) return 'forbidden';
    return status >= 500 || TRY_LATER_STATUSES.includes(status) ? 'unreachable' : 'refused';
}

/** The error that an answer outside 2xx stands for. A body that is no problem document is described by its status. */
export async function readBridgeError(response: Response): Promise<BridgeError> {
    const described: Problem = {
        type: 'about:blank',
        title: response.statusText || `HTTP ${response.status}`,
        status: response.status,
        detail: ''
    };
    try {
        const body = (await response.json()) as Partial<Problem> | null;
        return new BridgeError(kindOfStatus(response.status), { ...described, ...body, status: response.status });
    } catch (cause) {
        return new BridgeError(kindOfStatus(response.status), described, { cause });
    }
}

/** The problem type of a bridge that cannot be reached. */
const NO_ANSWER = 'urn:softphone:no-answer';

/** No answer came: wrong address, no network, a blocked origin or a silence that lasted too long. */
export function unreachable(cause: unknown): BridgeError {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return new BridgeError(
        'unreachable',
        { type: NO_ANSWER, title: 'The bridge did not answer', status: 0, detail },
        { cause }
    );
}

/** Whether no answer came: what was asked for may have been done nevertheless. */
export const isAnswerLost = (error: unknown): boolean =>
    error instanceof BridgeError && error.problem.type === NO_ANSWER;

/** The problem type of a handshake record that Salesforce did not accept; the bridge itself never sends it. */
export const HANDSHAKE_NOT_WRITTEN = 'urn:softphone:handshake-not-written';

/** The shape in which `lightning/uiRecordApi` rejects. */
interface RecordApiError {
    readonly status?: number;
    readonly body?: { readonly message?: string };
}

/**
 * The handshake record was not written. Only 403 says that the agent lacks a permission; anything else, such as an
 * expired session (401) or Salesforce being away, may pass.
 */
export function handshakeNotWritten(cause: unknown): BridgeError {
    const { status = 0, body } = (cause ?? {}) as RecordApiError;
    const detail = body?.message ?? (cause instanceof Error ? cause.message : '');
    return new BridgeError(
        status === HTTP_FORBIDDEN ? 'forbidden' : 'unreachable',
        { type: HANDSHAKE_NOT_WRITTEN, title: 'The handshake record was not written', status, detail },
        { cause }
    );
}
