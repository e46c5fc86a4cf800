import type { RecordBody } from '../data/readBody.ts';
import { refuse, unsupportedMediaType } from '../errors/refusals.ts';

/**
 * The body of a request that must be one JSON object.
 *
 * @throws SalesforceError JSON_PARSER_ERROR, UNSUPPORTED_MEDIA_TYPE
 */
export function requireObjectBody(body: unknown): RecordBody {
    if (body instanceof FormData) throw unsupportedMediaType('multipart/form-data');
    if (isRecordBody(body)) return body;
    throw refuse(
        'JSON_PARSER_ERROR',
        body === undefined
            ? 'The HTTP entity body is required, but this request has no entity body.'
            : 'The HTTP entity body must be a JSON object.'
    );
}

export function isRecordBody(value: unknown): value is RecordBody {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
