import { Counter, Registry } from 'prom-client';

/** What the bridge counts, in Prometheus' format. */
export function createMetrics() {
    const registry = new Registry();
    const events = new Counter({
        name: 'bridge_call_events_total',
        help: 'Call events by telephony side and outcome',
        labelNames: ['source', 'outcome'],
        registers: [registry]
    });
    const ignored = new Counter({
        name: 'bridge_ignored_pbx_events_total',
        help: 'Events of the PBX that mean nothing to calls',
        labelNames: ['event'],
        registers: [registry]
    });
    return {
        eventRecorded: (source: string, outcome: 'stored' | 'duplicate'): void => events.inc({ source, outcome }),
        eventIgnored: (event: string): void => ignored.inc({ event }),
        read: async (): Promise<{ contentType: string; text: string }> => ({
            contentType: registry.contentType,
            text: await registry.metrics()
        })
    };
}

export type Metrics = ReturnType<typeof createMetrics>;
