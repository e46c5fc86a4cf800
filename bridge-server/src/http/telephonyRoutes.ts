import express, { Router } from 'express';

export interface SignedRequest {
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly rawBody: Buffer;
}

const BODY_LIMIT = '64kb';

/** Where a telephony side delivers its signed events; 204 says that the event is stored for good. */
export function createTelephonyRoutes(receive: (request: SignedRequest) => Promise<void>): Router {
    const router = Router();
    router.post(
        '/telephony/events',
        express.raw({ type: () => true, limit: BODY_LIMIT }),
        async (request, response) => {
            const headers = Object.fromEntries(
                ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, request.get(name)])
            );
            await receive({ headers, rawBody: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0) });
            response.status(204).end();
        }
    );
    return router;
}
