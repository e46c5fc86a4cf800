import express, { type Request, Router } from 'express';
import {
    type AdminCallDetails,
    adminCallQuerySchema,
    type AdminCalls,
    type AdminCallsQuery,
    adminCallsQuerySchema,
    type Retried,
    type RetryRequest,
    retryRequestSchema,
    type SyncCounts
} from '../contract/adminApi.ts';
import { parse } from '../contract/parse.ts';
import { type AdminRecordingRoutes, createAdminRecordingRoutes } from './adminRecordingRoutes.ts';
import { jsonBodyOf } from './jsonBodyOf.ts';

export interface AdminRoutes {
    /** Throws RequestRefused (404, 401, 429). */
    readonly passGate: (bearer: string | null, address: string) => void;
    readonly list: (query: AdminCallsQuery) => Promise<AdminCalls>;
    readonly show: (idOrProtocol: string, personalData: 'include' | undefined) => Promise<AdminCallDetails>;
    readonly retry: (idOrProtocol: string) => Promise<Retried>;
    readonly retryAll: (filter: RetryRequest) => Promise<Retried>;
    readonly counts: () => Promise<SyncCounts>;
    readonly recordings: AdminRecordingRoutes;
}

const BODY_LIMIT = '4kb';

/** For who runs the bridge: the calls that Salesforce refused, trying them again, and the recordings. */
export function createAdminRoutes(admin: AdminRoutes): Router {
    const router = Router();
    router.use('/admin', (request, response, next) => {
        admin.passGate(bearerOf(request), request.socket.remoteAddress ?? '');
        response.set('Cache-Control', 'no-store');
        next();
    });
    router.get('/admin/sync', async (_request, response) => void response.json(await admin.counts()));
    router.get('/admin/calls', async (request, response) => {
        response.json(await admin.list(parse(adminCallsQuerySchema, request.query)));
    });
    router.post('/admin/calls/retry', express.json({ limit: BODY_LIMIT }), async (request, response) => {
        response.json(await admin.retryAll(parse(retryRequestSchema, jsonBodyOf(request))));
    });
    router.get('/admin/calls/:call', async (request, response) => {
        const { personalData } = parse(adminCallQuerySchema, request.query);
        response.json(await admin.show(request.params.call, personalData));
    });
    router.post('/admin/calls/:call/retry', async (request, response) => {
        response.json(await admin.retry(request.params.call));
    });
    router.use('/admin/recordings', createAdminRecordingRoutes(admin.recordings));
    return router;
}

const bearerOf = ({ headers }: Request): string | null =>
    /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
