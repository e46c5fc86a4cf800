import type { CallView } from '../../bridge-server/src/contract/agentApi.ts';
import { fieldOf } from '../../bridge-server/src/telephony/asterisk/amiMessage.ts';
import { createLatencyRecorder, type LatencyRecorder } from '../latencyRecorder.ts';
import { createContacts } from '../local-org/phoneContacts.ts';
import { createAgents, joinAgents } from '../stack/benchAgents.ts';
import { type BenchPostgres, timeCommits } from '../stack/benchDatabase.ts';
import { type BenchOrg, startBenchOrg } from '../stack/benchOrg.ts';
import { startBridgeProcess } from '../stack/bridgeProcess.ts';
import { quantile, type Timings } from '../timings.ts';
import { startBenchPbx } from './benchPbx.ts';
import { composeCallStream } from './callStream.ts';
import { ORG_SLOW } from './faultRows.ts';

export interface RingComparison {
    /** Ring → stream in ms, with the org as it is, */
    readonly fast: Timings;
    /** and with the org 2 s slow. */
    readonly slow: Timings;
}

const CALLS = 800;
const EVERY_MS = 120;
/** The org is slow and fast in turns, so that whatever else the machine does falls on both alike. */
const CALLS_A_TURN = 40;
const AGENTS = 20;
/** The first calls find a bridge that has not run a single statement yet. */
const WARM_UP_CALLS = 40;
const SOURCE = 'asterisk:';

/** Plays calls to our bridge while the org is slow and fast in turns, and compares how soon phones ring. */
export async function compareRings(postgres: BenchPostgres): Promise<RingComparison> {
    const [fast, slow, warmUp] = [createLatencyRecorder(), createLatencyRecorder(), createLatencyRecorder()];
    const closing = new AsyncDisposableStack();
    try {
        const org = closing.adopt(await startBenchOrg(), (started) => started.stop());
        await createContacts(org.administrator, CALLS);
        const agents = await createAgents(org.administrator, AGENTS);
        const extensions = agents.map(({ extension }) => extension);
        const { messages } = await composeCallStream({ count: CALLS, everyMs: EVERY_MS, agents: extensions });
        const pbx = closing.adopt(await startBenchPbx(), (started) => started.close());
        const database = closing.adopt(await postgres.createDatabase(), (created) => created.close());
        const bridge = closing.adopt(
            await startBridgeProcess({ org, databaseUrl: database.url, amiPort: pbx.port }),
            (started) => started.stop()
        );
        const softphones = await joinAgents(bridge.url, org.url, agents, ({ callId }: CallView) => {
            for (const recorder of [fast, slow, warmUp]) recorder.end(callId.slice(SOURCE.length));
        });
        closing.defer(softphones.leave);
        await pbx.bridgeConnected();
        printTimings('one commit of PostgreSQL (the yardstick)', await timeCommits(database));
        const turns = createTurns(org, fast, slow);
        let rung = 0;
        await pbx.play(messages, (message) => {
            if (fieldOf(message, 'Event') !== 'AgentCalled') return;
            (rung < WARM_UP_CALLS ? warmUp : turns.next()).begin(fieldOf(message, 'Linkedid'));
            rung += 1;
        });
        printTimings('ring → stream, the org as it is', fast.timings);
        printTimings('ring → stream, the org 2 s slow', slow.timings);
        if (fast.missing + slow.missing > 0) console.log(`${fast.missing + slow.missing} rings never shown`);
        return { fast: fast.timings, slow: slow.timings };
    } finally {
        await closing.disposeAsync();
    }
}

/** Gives the recorder of each ring, and makes the org slow and fast in turns. */
function createTurns(org: BenchOrg, fast: LatencyRecorder, slow: LatencyRecorder) {
    let rings = 0;
    return {
        next(): LatencyRecorder {
            const isSlow = Math.floor(rings / CALLS_A_TURN) % 2 === 1;
            if (rings % CALLS_A_TURN === 0) void (isSlow ? org.schedule(ORG_SLOW) : org.clearFaults());
            rings += 1;
            return isSlow ? slow : fast;
        }
    };
}

function printTimings(name: string, timings: Timings): void {
    const [p50, p99] = [quantile(timings, 0.5), quantile(timings, 0.99)];
    console.log(`${name}: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms of ${timings.length}`);
}
