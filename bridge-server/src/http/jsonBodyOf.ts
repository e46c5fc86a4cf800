import type { Request } from 'express';
import { RequestRefused } from '../contract/requestRefused.ts';

/** A filter that is not sent as JSON must not become "all of them". Throws RequestRefused (400). */
export function jsonBodyOf({ body, headers }: Request): unknown {
    if (body !== undefined) return body as unknown;
    const isEmpty = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
    if (isEmpty) return {};
    throw new RequestRefused(400, 'Send the filter as Content-Type: application/json.');
}
