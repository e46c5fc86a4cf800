import { setTimeout as wait } from 'node:timers/promises';
import { gatherAgents } from './agents.ts';
import { type AuditInput, auditOrg, type Findings } from './audit/auditOrg.ts';
import { auditRecordings } from './audit/auditRecordings.ts';
import { readOrgRecords } from './audit/orgRecords.ts';
import { readStoredAudio, type StoredAudio } from './audit/storedAudio.ts';
import { planCalls, takeCalls } from './calls/callCentre.ts';
import { type Pbx, startPbx } from './calls/pbx.ts';
import { createRecordingSpool } from './calls/recordingSpool.ts';
import { createWebhookSide, type DeliveryCounts } from './calls/webhookSide.ts';
import { startEditing } from './editRecords.ts';
import { Ledger, type LedgerRecording } from './ledger.ts';
import { createRandom } from './random.ts';
import { type BridgeDatabase, createBridgeDatabase, type StoredCall } from './stack/bridgeDatabase.ts';
import { type DrillStack, startDrillStack } from './stack/drillStack.ts';
import { createOrgAdministrator } from './stack/orgAdministrator.ts';
import { type CrashCounts, planCrashes, runCrashes } from './trouble/crashes.ts';
import { startFaultWeather } from './trouble/faultWeather.ts';

export interface PartOptions {
    readonly name: string;
    readonly replicas: number;
    readonly calls: number;
    readonly seed: number;
    /** How long until the last call begins. */
    readonly loadMs: number;
    readonly onLine: (process: string, line: string) => void;
    readonly say: (line: string) => void;
    /** The telephony sides have said all, and nothing breaks any more. */
    readonly onTold: () => void;
    /** Aborted: the part stops where it is, and rejects. */
    readonly signal: AbortSignal;
    /** When the part stops waiting for Salesforce to be complete, by the clock. */
    readonly deadlineMs: number;
}

export interface PartResult {
    readonly findings: Findings;
    /** What the bridge was told of the calls of the first findings. */
    readonly journals: ReadonlyMap<string, readonly string[]>;
    /** Calls that the bridge gave up, with Salesforce's words. */
    readonly refused: readonly StoredCall[];
    readonly crashes: CrashCounts;
    readonly faults: ReadonlyMap<string, number>;
    readonly deliveries: DeliveryCounts;
    readonly pbx: Pbx['counts'];
    readonly figures: {
        calls: number;
        answered: number;
        cases: number;
        tasks: number;
        edits: number;
        recordings: number;
        copies: number;
    };
    /** Processes that ended without being killed, or did not start. */
    readonly unasked: number;
    /** From the last word of the telephony sides to the last record. */
    readonly drainedMs: number;
}

const POLL_MS = 250;
/** Long enough that a call that waits for nothing any more is over. */
const QUIET_POLLS = 3;
const JOURNALS_KEPT = 10;

/** One stack, its calls and its troubles; ends with the audit of its org. */
export async function runPart(options: PartOptions): Promise<PartResult> {
    const pbx = await startPbx(options.replicas);
    try {
        const stack = await startDrillStack({ ...options, amiPorts: pbx.ports });
        const database = createBridgeDatabase(stack.postgres.address, options.signal);
        try {
            return await drill({ stack, pbx, database }, options);
        } finally {
            await database.close();
            await stack.stop();
        }
    } finally {
        await pbx.close();
    }
}

interface Parties {
    readonly stack: DrillStack;
    readonly pbx: Pbx;
    readonly database: BridgeDatabase;
}

async function drill({ stack, pbx, database }: Parties, options: PartOptions): Promise<PartResult> {
    const { name, replicas, seed, loadMs, signal, say } = options;
    const random = (stream: string) => createRandom(seed, `${stream} ${name}`);
    const org = createOrgAdministrator(stack.orgUrl, signal);
    const ledger = new Ledger();
    const agents = await gatherAgents(org);
    const webhook = createWebhookSide(stack.bridgeUrls, random('webhook'), signal);
    const spool = createRecordingSpool({ folder: stack.spoolDir, seed, signal });
    const calls = await planCalls({ name, seed, loadMs, count: options.calls, agents: [...agents.keys()] });

    say(`${calls.length} calls in ${Math.round(loadMs / 1000)} s`);
    const weather = startFaultWeather({ org, loadMs, signal, random: random('weather') });
    const editors = startEditing({ ledger, org, agents, signal, random: random('edits') });
    const crashing = runCrashes(planCrashes(loadMs, replicas, random('crashes')), {
        stack,
        pbx,
        weather,
        signal,
        onCrash: (kind) => say(`${kind} down`)
    }).then(async (counts) => {
        await weather.clear();
        return counts;
    });
    const [crashes] = await Promise.all([
        crashing,
        takeCalls(calls, { webhook, pbx, database, ledger, spool, signal })
    ]);

    const toldMs = Date.now();
    const { unfinished, uncopied } = await database.progress();
    say(`all is told; ${unfinished} calls are not written yet, ${uncopied} recordings not copied`);
    options.onTold();
    await written(database, ledger, options);
    const drainedMs = Date.now() - toldMs;
    await editors.finish(options.deadlineMs);

    const stored = await database.calls();
    const records = await readOrgRecords(org);
    const { edits, recordings } = ledger;
    const audio = await readStoredAudio(database, stack.storeDir);
    const findings = auditAll(recordings, audio, {
        calls: ledger.calls,
        edits,
        storedCalls: new Set(stored.filter(({ isOver }) => isOver).map(({ id }) => id)),
        agents,
        records
    });
    return {
        findings,
        journals: await journalsOf(findings, database),
        refused: stored.filter(({ refusal }) => refusal !== null),
        crashes,
        faults: weather.hits,
        deliveries: webhook.counts,
        pbx: pbx.counts,
        figures: {
            calls: ledger.calls.length,
            answered: ledger.calls.filter(({ served }) => served.length > 0).length,
            cases: records.cases.length,
            tasks: records.tasks.length,
            edits: edits.length,
            recordings: recordings.length,
            copies: audio.copies.filter(({ found }) => found !== null).length
        },
        unasked: [stack.org, ...stack.bridges].reduce((sum, { unasked }) => sum + unasked, 0),
        drainedMs
    };
}

function auditAll(recordings: readonly LedgerRecording[], audio: StoredAudio, input: AuditInput): Findings {
    const ofOrg = auditOrg(input);
    const { lost, doubled, damaged } = auditRecordings(recordings, audio);
    return { ...ofOrg, lost: [...ofOrg.lost, ...lost], doubled: [...ofOrg.doubled, ...doubled], damaged };
}

async function journalsOf(findings: Findings, database: BridgeDatabase): Promise<Map<string, string[]>> {
    const ids = [...findings.lost, ...findings.doubled, ...findings.misordered, ...findings.damaged].flatMap(
        ({ callId }) => callId ?? []
    );
    const journals = new Map<string, string[]>();
    for (const id of [...new Set(ids)].slice(0, JOURNALS_KEPT)) journals.set(id, await database.journalOf(id));
    return journals;
}

/** Resolves once the bridge has every call to its end and Salesforce everything of each, or at the deadline. */
async function written(database: BridgeDatabase, ledger: Ledger, { deadlineMs, signal }: PartOptions): Promise<void> {
    for (let quiet = 0; quiet < QUIET_POLLS && Date.now() < deadlineMs;) {
        const { over, unfinished, uncopied } = await database.progress();
        quiet = over >= ledger.calls.length && unfinished === 0 && uncopied === 0 ? quiet + 1 : 0;
        await wait(POLL_MS, undefined, { signal });
    }
}
