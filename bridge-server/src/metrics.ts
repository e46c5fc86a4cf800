import { Counter, Gauge, Registry } from 'prom-client';

/** What Salesforce said of its API requests of today, and how many of them were ours; null: not told yet. */
interface ApiUsage {
    readonly used: number | null;
    readonly limit: number | null;
    readonly isShort: boolean;
    readonly requests: number;
}

/** Calls that lack something in Salesforce. */
interface SyncCounts {
    readonly failed: number;
    readonly waiting: number;
    readonly leased: number;
    readonly oldestWaitingSeconds: number | null;
}

/** Recordings that were told of, and the bytes of those in the bridge's store. */
interface RecordingCounts {
    readonly waiting: number;
    readonly failed: number;
    readonly stored: number;
    readonly deleted: number;
    readonly bytes: number;
    readonly oldestWaitingSeconds: number | null;
}

/** What the bridge counts, in Prometheus' format. */
export function createMetrics() {
    const registry = new Registry();
    const registers = [registry];
    const refreshes: (() => Promise<void>)[] = [];
    const events = new Counter({
        name: 'bridge_call_events_total',
        help: 'Call events by telephony side and outcome',
        labelNames: ['source', 'outcome'],
        registers
    });
    const ignored = new Counter({
        name: 'bridge_ignored_pbx_events_total',
        help: 'Events of the PBX that mean nothing to calls',
        labelNames: ['event'],
        registers
    });
    return {
        eventRecorded: (source: string, outcome: 'stored' | 'duplicate'): void => events.inc({ source, outcome }),
        eventIgnored: (event: string): void => ignored.inc({ event }),

        /** The org's API budget is read each time somebody looks. */
        watchApiUsage(read: () => ApiUsage): void {
            const figures: readonly [string, string, (usage: ApiUsage) => number | null][] = [
                [
                    'bridge_salesforce_requests',
                    'API requests of this replica since it started',
                    (usage) => usage.requests
                ],
                ['bridge_salesforce_api_used', "The org's API requests of the last 24 hours", (usage) => usage.used],
                ['bridge_salesforce_api_limit', 'How many it may make in 24 hours', (usage) => usage.limit],
                [
                    'bridge_salesforce_api_short',
                    '1 while only the reserve is left, and requests wait longer for company',
                    (usage) => Number(usage.isShort)
                ]
            ];
            for (const [name, help, figure] of figures) {
                new Gauge({
                    name,
                    help,
                    registers,
                    collect() {
                        const value = figure(read());
                        if (value === null) this.remove();
                        else this.set(value);
                    }
                });
            }
        },

        /** How much work waits for Salesforce, over all replicas. Nothing is told while the database is away. */
        watchSync(read: () => Promise<SyncCounts>): void {
            const calls = new Gauge({
                name: 'bridge_sync_calls',
                help: 'Calls that lack something in Salesforce: failed for good, waiting for a try, or being worked on',
                labelNames: ['state'],
                registers
            });
            const oldest = new Gauge({
                name: 'bridge_sync_oldest_waiting_seconds',
                help: 'How long Salesforce has lacked what the oldest waiting call needs',
                registers
            });
            refreshes.push(async () => {
                calls.reset();
                oldest.remove();
                const counts = await read();
                for (const state of ['failed', 'waiting', 'leased'] as const) calls.set({ state }, counts[state]);
                oldest.set(counts.oldestWaitingSeconds ?? 0);
            });
        },

        /** What became of recordings, over all replicas. Nothing is told while the database is away. */
        watchRecordings(read: () => Promise<RecordingCounts>): void {
            const recordings = new Gauge({
                name: 'bridge_recordings',
                help: 'Recordings: waiting to be copied, failed for good, stored, or deleted',
                labelNames: ['state'],
                registers
            });
            const oldest = new Gauge({
                name: 'bridge_recordings_oldest_waiting_seconds',
                help: 'How long ago the oldest recording was told that is not copied yet',
                registers
            });
            const bytes = new Gauge({
                name: 'bridge_recordings_bytes',
                help: "How much the bridge's store holds",
                registers
            });
            refreshes.push(async () => {
                recordings.reset();
                oldest.remove();
                bytes.remove();
                const counts = await read();
                for (const state of ['waiting', 'failed', 'stored', 'deleted'] as const)
                    recordings.set({ state }, counts[state]);
                oldest.set(counts.oldestWaitingSeconds ?? 0);
                bytes.set(counts.bytes);
            });
        },

        async read(): Promise<{ contentType: string; text: string }> {
            await Promise.allSettled(refreshes.map((refresh) => refresh()));
            return { contentType: registry.contentType, text: await registry.metrics() };
        }
    };
}

export type Metrics = ReturnType<typeof createMetrics>;
