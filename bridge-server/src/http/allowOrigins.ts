import type { RequestHandler } from 'express';

const PREFLIGHT_MAX_AGE_S = 600;

/**
 * Lets pages of these origins speak to the bridge (CORS).
 *
 * @param origins such as `https://acme.lightning.force.com`; a `*` stands for one part of the host name
 */
export function allowOrigins(origins: readonly string[]): RequestHandler {
    const patterns = origins.map(
        (origin) => new RegExp(`^${origin.split('*').map(escapeRegExp).join('[a-z0-9-]+')}$`, 'i')
    );
    return (request, response, next) => {
        const { origin } = request.headers;
        response.vary('Origin');
        if (origin && patterns.some((pattern) => pattern.test(origin))) {
            response.set('Access-Control-Allow-Origin', origin);
            response.set('Access-Control-Expose-Headers', 'Retry-After');
            if (request.method === 'OPTIONS') {
                response.set({
                    'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
                    'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key, Last-Event-ID',
                    'Access-Control-Max-Age': String(PREFLIGHT_MAX_AGE_S)
                });
            }
        }
        if (request.method === 'OPTIONS') return void response.status(204).end();
        next();
    };
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
