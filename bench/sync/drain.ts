import { setTimeout as wait } from 'node:timers/promises';
import { startProcess } from '../../scripts/stack/childProcess.ts';
import { findFreePorts } from '../../scripts/stack/freePorts.ts';
import { residentMegabytes } from '../processMemory.ts';
import type { BenchPostgres } from '../stack/benchDatabase.ts';
import { type BenchOrg, tokenOfBridgeUser } from '../stack/benchOrg.ts';
import { startBridgeProcess } from '../stack/bridgeProcess.ts';
import { storeBacklog } from './backlog.ts';
import { ORG_LATENCY_MS } from './roundTrip.ts';

export interface Drained {
    readonly calls: number;
    readonly seconds: number;
    /** Requests that the org answered. */
    readonly requests: number;
    /** Cases and Tasks that should be there and are not, or that are there twice. */
    readonly amiss: number;
    readonly megabytes: number;
}

interface StubCounts {
    readonly cases: number;
    readonly tasks: number;
    readonly doubledTasks: number;
    readonly requests: number;
}

const POLL_MS = 200;
const LIMIT_MS = 15 * 60_000;
const PROGRESS_MS = 15_000;

/** Stores a backlog while the org is away, lets the org come back, and waits until every call has Case and Task. */
export async function drainBacklog(org: BenchOrg, postgres: BenchPostgres, calls: number): Promise<Drained> {
    const closing = new AsyncDisposableStack();
    try {
        const database = closing.adopt(await postgres.createDatabase(), (created) => created.close());
        await storeBacklog(database, calls);
        const stub = closing.adopt(await startStubOrg(org.url), (started) => started.stop());
        const bridge = closing.adopt(
            await startBridgeProcess({
                org: { url: stub.url, privateKeyFile: org.privateKeyFile },
                databaseUrl: database.url
            }),
            (started) => started.stop()
        );
        await stub.open();
        const startedMs = performance.now();
        const { cases, tasks, doubledTasks, requests } = await untilWritten(stub.counts, calls);
        const seconds = (performance.now() - startedMs) / 1000;
        const amiss = Math.abs(calls - cases) + Math.abs(calls - tasks) + doubledTasks;
        return { calls, seconds, requests, amiss, megabytes: residentMegabytes(bridge.processId) };
    } finally {
        await closing.disposeAsync();
    }
}

async function untilWritten(counts: () => Promise<StubCounts>, calls: number): Promise<StubCounts> {
    const startedMs = performance.now();
    let reportedMs = startedMs;
    for (;;) {
        const seen = await counts();
        const nowMs = performance.now();
        if (seen.tasks >= calls || nowMs - startedMs > LIMIT_MS) return seen;
        if (nowMs - reportedMs > PROGRESS_MS) {
            reportedMs = nowMs;
            console.log(`  … ${seen.cases} Cases and ${seen.tasks} Tasks of ${calls}`);
        }
        await wait(POLL_MS);
    }
}

async function startStubOrg(orgUrl: string) {
    const [port = 0] = await findFreePorts(1);
    const url = `http://127.0.0.1:${port}`;
    const child = await startProcess({
        name: 'stub org',
        file: 'bench/sync/stubOrg.ts',
        readyUrl: `${url}/readyz`,
        environment: {
            STUB_PORT: String(port),
            STUB_LATENCY_MS: String(ORG_LATENCY_MS),
            ORG_URL: orgUrl,
            ORG_TOKEN: await tokenOfBridgeUser(orgUrl)
        }
    });
    return {
        url,
        open: async () => void (await fetch(`${url}/_stub/open`, { method: 'POST' })),
        counts: async () => (await (await fetch(`${url}/_stub/counts`)).json()) as StubCounts,
        stop: () => child.stop()
    };
}
