import type { FaultEffect } from './fault.ts';

type Refusal = Extract<FaultEffect, { kind: 'status' }>;

const refusal = (status: number, errorCode: string, message: string): Refusal => ({
    kind: 'status',
    status,
    errorCode,
    message
});

/** What the platform answers on a bad day, by the name that a fault may give as its kind. */
export const platformRefusals: Readonly<Record<string, Refusal>> = {
    expiredSession: refusal(401, 'INVALID_SESSION_ID', 'Session expired or invalid'),
    requestLimitExceeded: refusal(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'),
    rowLocked: refusal(
        400,
        'UNABLE_TO_LOCK_ROW',
        'unable to obtain exclusive access to this record or 1 records: 001000000000000AAA'
    ),
    serverError: refusal(500, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred. Please include this ErrorId.'),
    serverUnavailable: refusal(503, 'SERVER_UNAVAILABLE', 'The server is too busy to process your request.')
};
