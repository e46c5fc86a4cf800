import express, { type Request, Router } from 'express';
import type { Retried } from '../contract/adminApi.ts';
import { parse } from '../contract/parse.ts';
import {
    type AdminRecordings,
    type AdminRecordingsQuery,
    adminRecordingsQuerySchema,
    type Audit,
    type CallRecordings,
    type AuditQuery,
    auditQuerySchema,
    type Erased,
    type EraseRequest,
    eraseRequestSchema,
    type HoldRequest,
    holdRequestSchema,
    type LegalHold,
    type RecordingCounts,
    type RetryRecordings,
    retryRecordingsSchema,
    type Sweeps
} from '../contract/recordingsAdmin.ts';
import { jsonBodyOf } from './jsonBodyOf.ts';

interface Origin {
    readonly address: string | null;
    readonly userAgent: string | null;
}

/** Each throws RequestRefused. */
export interface AdminRecordingRoutes {
    readonly list: (query: AdminRecordingsQuery) => Promise<AdminRecordings>;
    readonly show: (protocol: string) => Promise<CallRecordings>;
    readonly counts: () => Promise<RecordingCounts>;
    readonly retry: (protocol: string, origin: Origin) => Promise<Retried>;
    readonly retryAll: (filter: RetryRecordings, origin: Origin) => Promise<Retried>;
    readonly hold: (protocol: string, request: HoldRequest, origin: Origin) => Promise<LegalHold>;
    readonly release: (protocol: string, request: HoldRequest, origin: Origin) => Promise<LegalHold>;
    readonly erase: (protocol: string, request: EraseRequest, origin: Origin) => Promise<Erased>;
    readonly sweeps: () => Promise<Sweeps>;
    readonly audit: (query: AuditQuery, origin: Origin) => Promise<Audit>;
}

const MAX_USER_AGENT = 300;

/** For who runs the bridge: recordings. To be mounted behind the gate of /admin. */
export function createAdminRecordingRoutes(admin: AdminRecordingRoutes): Router {
    const router = Router();
    const body = express.json({ limit: '4kb' });
    router.get('/', async (request, response) => {
        response.json(await admin.list(parse(adminRecordingsQuerySchema, request.query)));
    });
    router.get('/counts', async (_request, response) => void response.json(await admin.counts()));
    router.get('/sweeps', async (_request, response) => void response.json(await admin.sweeps()));
    router.get('/audit', async (request, response) => {
        response.json(await admin.audit(parse(auditQuerySchema, request.query), originOf(request)));
    });
    router.get(
        '/:protocol',
        async (request, response) => void response.json(await admin.show(request.params.protocol))
    );
    router.post('/retry', body, async (request, response) => {
        response.json(await admin.retryAll(parse(retryRecordingsSchema, jsonBodyOf(request)), originOf(request)));
    });
    router.post('/:protocol/retry', async (request, response) => {
        response.json(await admin.retry(request.params.protocol, originOf(request)));
    });
    router.put('/:protocol/hold', body, async (request, response) => {
        const asked = parse(holdRequestSchema, request.body ?? {});
        response.json(await admin.hold(request.params.protocol, asked, originOf(request)));
    });
    router.delete('/:protocol/hold', body, async (request, response) => {
        const asked = parse(holdRequestSchema, request.body ?? {});
        response.json(await admin.release(request.params.protocol, asked, originOf(request)));
    });
    router.post('/:protocol/erase', body, async (request, response) => {
        const asked = parse(eraseRequestSchema, request.body ?? {});
        response.json(await admin.erase(request.params.protocol, asked, originOf(request)));
    });
    return router;
}

/** Who asks, as far as a request with the token of all can say. */
const originOf = (request: Request): Origin => ({
    address: request.ip ?? null,
    userAgent: request.get('user-agent')?.slice(0, MAX_USER_AGENT) ?? null
});
