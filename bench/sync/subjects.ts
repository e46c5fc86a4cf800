import type { CallView } from '../../bridge-server/src/contract/agentApi.ts';
import { startNaiveProcess } from '../naive/naiveProcess.ts';
import { type BenchAgent, joinAgents } from '../stack/benchAgents.ts';
import type { BenchPostgres } from '../stack/benchDatabase.ts';
import type { BenchOrg } from '../stack/benchOrg.ts';
import { allWritten } from '../stack/allWritten.ts';
import { startBridgeProcess } from '../stack/bridgeProcess.ts';
import { followCalls } from '../stack/followCalls.ts';

/** A bridge under load, and the softphones that listen to it. */
export interface Subject {
    readonly name: 'ours' | 'naive';
    readonly url: string;
    readonly processId: number;
    /** Resolves once the org has everything of every call, or after the limit. */
    settled(limitMs: number): Promise<void>;
    stop(): Promise<void>;
}

type OnCaseKnown = (callId: string) => void;

const SOURCE = 'webhook:';

export async function startOurs(
    org: BenchOrg,
    postgres: BenchPostgres,
    agents: readonly BenchAgent[],
    onCaseKnown: OnCaseKnown
): Promise<Subject> {
    const closing = new AsyncDisposableStack();
    try {
        const database = closing.adopt(await postgres.createDatabase(), (created) => created.close());
        const bridge = closing.adopt(await startBridgeProcess({ org, databaseUrl: database.url }), (started) =>
            started.stop()
        );
        const softphones = await joinAgents(bridge.url, org.url, agents, (call: CallView) => {
            if (call.case?.number) onCaseKnown(call.callId.slice(SOURCE.length));
        });
        closing.defer(softphones.leave);
        return {
            name: 'ours',
            url: bridge.url,
            processId: bridge.processId,
            settled: (limitMs) => allWritten(database, limitMs),
            stop: () => closing.disposeAsync()
        };
    } catch (error) {
        await closing.disposeAsync();
        throw error;
    }
}

export async function startNaive(org: BenchOrg, onCaseKnown: OnCaseKnown): Promise<Subject> {
    const bridge = await startNaiveProcess(org.url);
    const leaving = new AbortController();
    await followCalls(`${bridge.url}/agent/events`, {}, leaving.signal, (call: { callId: string }) =>
        onCaseKnown(call.callId)
    );
    return {
        name: 'naive',
        url: bridge.url,
        processId: bridge.processId,
        settled: (limitMs) => bridge.idle(limitMs),
        async stop() {
            leaving.abort();
            await bridge.stop();
        }
    };
}
