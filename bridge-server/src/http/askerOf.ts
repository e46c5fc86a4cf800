import type { Request } from 'express';
import type { Asker } from '../calls/listening.ts';

/** From where a request comes, as far as the trusted proxies say. */
export const askerOf = (request: Request): Asker => ({
    address: request.ip ?? null,
    userAgent: request.headers['user-agent'] ?? null
});
