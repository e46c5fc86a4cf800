import { Router } from 'express';

export interface HealthRoutes {
    /** Rejects while the bridge cannot take events. */
    readonly ready: () => Promise<void>;
    readonly metrics: () => Promise<{ contentType: string; text: string }>;
}

/** For who runs the bridge: alive, able to take events, and how much it did. */
export function createHealthRoutes({ ready, metrics }: HealthRoutes): Router {
    const router = Router();
    router.get('/healthz', (_request, response) => void response.json({ status: 'alive' }));
    router.get('/readyz', async (_request, response) => {
        await ready();
        response.json({ status: 'ready' });
    });
    router.get('/metrics', async (_request, response) => {
        const { contentType, text } = await metrics();
        response.type(contentType).send(text);
    });
    return router;
}
