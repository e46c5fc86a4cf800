import { createContacts } from '../local-org/phoneContacts.ts';
import { printBar } from '../printBar.ts';
import { type BenchAgent, createAgents } from '../stack/benchAgents.ts';
import { type BenchPostgres, startBenchPostgres } from '../stack/benchDatabase.ts';
import { type BenchOrg, startBenchOrg } from '../stack/benchOrg.ts';
import { median } from '../timings.ts';
import { drainBacklog } from './drain.ts';
import { createLatencyRecorder, type LatencyRecorder } from '../latencyRecorder.ts';
import { CALLERS, LOAD_RATES, type LoadRow, measureLoad, printLoadRow } from './loadRows.ts';
import { measureStart } from './measureStart.ts';
import { measureRoundTrip } from './roundTrip.ts';
import { startNaive, startOurs } from './subjects.ts';

export interface SyncOptions {
    /** How many calls the backlog has. */
    readonly backlog: number;
}

const AGENTS = 20;

/** What the bridge costs Salesforce and how fast it is, beside a naive bridge on the same org. */
export async function benchmarkSync({ backlog }: SyncOptions): Promise<void> {
    const closing = new AsyncDisposableStack();
    try {
        const org = closing.adopt(await startBenchOrg(), (started) => started.stop());
        const postgres = closing.adopt(await startBenchPostgres(), (started) => started.stop());
        const { readyAfterMs, idleMegabytes } = await measureStart(org);
        printBar({ name: 'sync-start', figure: readyAfterMs / 1000, unit: 's', goal: { atMost: 1 } });
        printBar({ name: 'sync-memory-idle', figure: idleMegabytes, unit: 'MB', goal: { atMost: 120 } });

        await createContacts(org.administrator, CALLERS);
        const agents = await createAgents(org.administrator, AGENTS);
        const roundTripMs = await measureRoundTrip(org);
        printLoadBars(await measureLoads(org, postgres, agents), roundTripMs);

        await org.clearFaults();
        const drained = await drainBacklog(org, postgres, backlog);
        const { calls, seconds, requests, amiss, megabytes } = drained;
        console.log(
            `${calls} calls drained in ${seconds.toFixed(1)} s with ${requests} requests; ${amiss} records amiss; then ${megabytes.toFixed(0)} MB`
        );
        printBar({ name: 'sync-drain', figure: calls / seconds, unit: 'calls/s', goal: { atLeast: 660 } });
    } finally {
        await closing.disposeAsync();
    }
}

/** Every rate with our bridge, then with the naive one, on the same org. */
async function measureLoads(org: BenchOrg, postgres: BenchPostgres, agents: readonly BenchAgent[]): Promise<LoadRow[]> {
    let recorder: LatencyRecorder = createLatencyRecorder();
    const onCaseKnown = (callId: string) => recorder.end(callId);
    const rows: LoadRow[] = [];
    const closing = new AsyncDisposableStack();
    try {
        const subjects = [
            closing.adopt(await startOurs(org, postgres, agents, onCaseKnown), (started) => started.stop()),
            closing.adopt(await startNaive(org, onCaseKnown), (started) => started.stop())
        ];
        for (const rate of LOAD_RATES) {
            for (const subject of subjects) {
                recorder = createLatencyRecorder();
                const extensions = agents.map(({ extension }) => extension);
                const row = await measureLoad(subject, org, extensions, rate, recorder);
                printLoadRow(row);
                rows.push(row);
            }
        }
        return rows;
    } finally {
        await closing.disposeAsync();
    }
}

function printLoadBars(rows: readonly LoadRow[], roundTripMs: number): void {
    const ours = (rate: number) => rows.find((row) => row.subject === 'ours' && row.callsPerSecond === rate);
    const [idle, busy] = [ours(1), ours(50)];
    if (!idle || !busy) return;
    printBar({ name: 'sync-calls-idle', figure: idle.apiCallsPerCall, unit: 'API calls', goal: { atMost: 3 } });
    printBar({ name: 'sync-calls-busy', figure: busy.apiCallsPerCall, unit: 'API calls', goal: { atMost: 0.3 } });
    printBar({
        name: 'sync-case-known',
        figure: median(idle.timings) / roundTripMs,
        unit: 'times',
        goal: { atMost: 1.15 }
    });
}
