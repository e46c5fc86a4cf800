import type { RequestHandler } from 'express';
import { refuse } from '../errors/refusals.ts';

/** Replaces the bytes of a multipart body by its FormData. */
export const readForm: RequestHandler = async (request, _response, next) => {
    const bytes: unknown = request.body;
    if (Buffer.isBuffer(bytes))
        request.body = await parseForm(new Uint8Array(bytes), request.get('content-type') ?? '');
    next();
};

async function parseForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData> {
    try {
        return await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData();
    } catch {
        throw refuse('INVALID_MULTIPART_REQUEST', 'Failed to parse multipart entity');
    }
}
