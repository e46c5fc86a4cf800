import type { CallView } from '../../bridge-server/src/contract/agentApi.ts';
import { fieldOf } from '../../bridge-server/src/telephony/asterisk/amiMessage.ts';
import { createLatencyRecorder, type LatencyRecorder } from '../latencyRecorder.ts';
import { createContacts } from '../local-org/phoneContacts.ts';
import { startNaiveProcess } from '../naive/naiveProcess.ts';
import { allWritten } from '../stack/allWritten.ts';
import { createAgents, joinAgents } from '../stack/benchAgents.ts';
import type { BenchPostgres } from '../stack/benchDatabase.ts';
import { type BenchOrg, startBenchOrg } from '../stack/benchOrg.ts';
import { startBridgeProcess } from '../stack/bridgeProcess.ts';
import type { Timings } from '../timings.ts';
import { type Audit, auditOrg, readKnownIds } from './auditOrg.ts';
import { type BenchPbx, startBenchPbx } from './benchPbx.ts';
import { composeCallStream } from './callStream.ts';
import type { FaultRow } from './faultRows.ts';
import type { QueueCall, TimedMessage } from './queueCall.ts';

export const CALLS = 20;

/** What became of the calls, and how many calls of the REST API it took. */
export type AuditedBridge = Audit & { readonly requests: number };

export interface FaultOutcome {
    readonly ours: AuditedBridge;
    readonly naive: AuditedBridge;
    /** From the PBX's word to the agent's stream, in ms; of our bridge. */
    readonly rings: Timings;
    /** Rings that no stream ever showed. */
    readonly ringsMissing: number;
}

const AGENTS = 10;
const FIRST_EXTENSION = 2001;
const EVERY_MS = 1_000;
const SETTLE_LIMIT_MS = 120_000;
const SOURCE = 'asterisk:';

/** Plays twenty overlapping calls to both bridges at once, each with an org of its own, amid the same faults. */
export async function runFaultRow(row: FaultRow, postgres: BenchPostgres): Promise<FaultOutcome> {
    const extensions = Array.from({ length: AGENTS }, (_, index) => String(FIRST_EXTENSION + index));
    const stream = await composeCallStream({ count: CALLS, everyMs: EVERY_MS, agents: extensions });
    const rings = createLatencyRecorder();
    const closing = new AsyncDisposableStack();
    try {
        const pbx = closing.adopt(await startBenchPbx(), (started) => started.close());
        const database = closing.adopt(await postgres.createDatabase(), (created) => created.close());
        const orgs = [await startPeopledOrg(closing), await startPeopledOrg(closing)] as const;
        const [{ org: ourOrg, agents }, { org: naiveOrg }] = orgs;
        const ours = closing.adopt(
            await startBridgeProcess({ org: ourOrg, databaseUrl: database.url, amiPort: pbx.port }),
            (started) => started.stop()
        );
        const naive = closing.adopt(await startNaiveProcess(naiveOrg.url, pbx.port), (started) => started.stop());
        const softphones = await joinAgents(ours.url, ourOrg.url, agents, ({ callId }: CallView) =>
            rings.end(callId.slice(SOURCE.length))
        );
        closing.defer(softphones.leave);
        await pbx.bridgeConnected();
        for (const { org } of orgs) {
            await org.clearCalls();
            await org.schedule(...(row.faults ?? []));
        }
        const troubled = { orgs: [ourOrg, naiveOrg], bridges: [ours, naive] };
        const messages = row.send?.(stream.messages) ?? stream.messages;
        await Promise.all([playTimes(pbx, messages, row.times ?? 1, rings), row.meanwhile?.(troubled)]);
        await allWritten(database, SETTLE_LIMIT_MS);
        await naive.idle(SETTLE_LIMIT_MS);
        return {
            ours: await audit(orgs[0], stream.calls),
            naive: await audit(orgs[1], stream.calls),
            rings: rings.timings,
            ringsMissing: rings.missing
        };
    } finally {
        await closing.disposeAsync();
    }
}

type PeopledOrg = Awaited<ReturnType<typeof startPeopledOrg>>;

/** An org with the customers and agents of the calls. */
async function startPeopledOrg(closing: AsyncDisposableStack) {
    const org: BenchOrg = closing.adopt(await startBenchOrg(), (started) => started.stop());
    await createContacts(org.administrator, CALLS);
    const agents = await createAgents(org.administrator, AGENTS);
    return { org, agents, known: await readKnownIds(org.administrator) };
}

async function audit({ org, agents, known }: PeopledOrg, calls: readonly QueueCall[]): Promise<AuditedBridge> {
    const requests = await org.countCalls();
    await org.clearFaults();
    return { ...(await auditOrg(org.administrator, known, calls, agents)), requests };
}

async function playTimes(
    pbx: BenchPbx,
    messages: readonly TimedMessage[],
    times: number,
    rings: LatencyRecorder
): Promise<void> {
    for (let time = 0; time < times; time++) {
        await pbx.play(messages, (message) => {
            if (fieldOf(message, 'Event') === 'AgentCalled') rings.begin(fieldOf(message, 'Linkedid'));
        });
    }
}
