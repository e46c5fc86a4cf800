import type { Request } from 'express';
import { RequestRefused } from '../contract/requestRefused.ts';

/** A string of RFC 8941, which is in quotes; many clients leave them out. */
const UUID = /^("?)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\1$/i;

/**
 * The id that the asker gave their command: a UUID in the header `Idempotency-Key`
 * (draft-ietf-httpapi-idempotency-key-header); null without the header. Throws RequestRefused (400): no UUID.
 */
export function readCommandId(request: Request): string | null {
    const sent = request.get('Idempotency-Key');
    if (sent === undefined) return null;
    const commandId = UUID.exec(sent.trim())?.[2];
    if (!commandId) throw new RequestRefused(400, 'Correct the header Idempotency-Key: must be a UUID.');
    return commandId.toLowerCase();
}
