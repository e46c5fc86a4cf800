import { type Retried, retriedSchema } from '../../../src/contract/adminApi.ts';
import {
    type AdminRecording,
    adminRecordingsSchema,
    type CallRecordings,
    callRecordingsSchema,
    type Erased,
    erasedSchema,
    type EraseRequest,
    type HoldRequest,
    type LegalHold,
    legalHoldSchema,
    type RetryRecordings,
    type Sweep,
    sweepsSchema
} from '../../../src/contract/recordingsAdmin.ts';
import type { AskBridge } from '../askBridge.ts';
import { collectPages } from '../collectPages.ts';
import type { RecordingsCommand } from './recordingsCommand.ts';

type Filter = Extract<RecordingsCommand, { command: 'recordings' }>['filter'];

/** What the command asks of a bridge about recordings. Every method throws Error with what to do. */
export interface RecordingsClient {
    list(limit: number, filter: Filter): Promise<{ recordings: AdminRecording[]; areMore: boolean }>;
    show(protocol: string): Promise<CallRecordings>;
    retry(protocol: string): Promise<Retried>;
    retryAll(filter: RetryRecordings): Promise<Retried>;
    hold(protocol: string, request: HoldRequest): Promise<LegalHold>;
    release(protocol: string, request: HoldRequest): Promise<LegalHold>;
    erase(protocol: string, request: EraseRequest): Promise<Erased>;
    sweeps(): Promise<Sweep[]>;
}

/** As many as the bridge gives at once. */
const PAGE = 200;

export function createRecordingsClient(ask: AskBridge): RecordingsClient {
    const pathOf = (protocol: string) => `/admin/recordings/${encodeURIComponent(protocol)}`;
    return {
        async list(limit, filter) {
            const { items, areMore } = await collectPages(limit, async (wanted, after: string | null) => {
                const query = new URLSearchParams({ ...filter, limit: String(Math.min(PAGE, wanted)) });
                if (after !== null) query.set('after', after);
                const page = await ask(adminRecordingsSchema, `/admin/recordings?${query}`);
                return { items: page.recordings, next: page.next };
            });
            return { recordings: items, areMore };
        },
        show: (protocol) => ask(callRecordingsSchema, pathOf(protocol)),
        retry: (protocol) => ask(retriedSchema, `${pathOf(protocol)}/retry`, { method: 'POST' }),
        retryAll: (body) => ask(retriedSchema, '/admin/recordings/retry', { method: 'POST', body }),
        hold: (protocol, body) => ask(legalHoldSchema, `${pathOf(protocol)}/hold`, { method: 'PUT', body }),
        release: (protocol, body) => ask(legalHoldSchema, `${pathOf(protocol)}/hold`, { method: 'DELETE', body }),
        erase: (protocol, body) => ask(erasedSchema, `${pathOf(protocol)}/erase`, { method: 'POST', body }),
        sweeps: async () => (await ask(sweepsSchema, '/admin/recordings/sweeps')).sweeps
    };
}
