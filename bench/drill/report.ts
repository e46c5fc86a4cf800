import type { Findings } from './audit/auditOrg.ts';
import type { BridgeLogs } from './bridgeLogs.ts';
import type { DrillArguments } from './drillArguments.ts';
import type { PartResult } from './runPart.ts';
import { SLOW } from './trouble/faultWeather.ts';

export interface DrillOutcome {
    readonly parts: ReadonlyMap<string, PartResult>;
    readonly takeoverMs: readonly number[];
    readonly logs: BridgeLogs;
    readonly tookMs: number;
}

/** What a drill of 5,000 calls has to go through. */
const FULL_CALLS = 5_000;
const FULL_KILLS = 50;
const FULL_FAULTS = 500;
const TAKEOVER_GOAL_S = 2;
const FINDINGS_SHOWN = 20;

/** Prints the figures and the bars. Whether nothing was lost, doubled, misordered or overwritten. */
export function report({ parts, takeoverMs, logs, tookMs }: DrillOutcome, { calls, seed }: DrillArguments): boolean {
    const results = [...parts.values()];
    for (const [name, result] of parts) printPart(name, result);
    if (takeoverMs.length > 0)
        print('takeover after kill -9', takeoverMs.map((ms) => `${Math.round(ms)} ms`).join(', '));
    print('warnings and errors logged', counts(logs.messages));
    for (const line of logs.withNumber.slice(0, FINDINGS_SHOWN)) console.log(`  a number in the log: ${line}`);
    console.log(`seed ${seed}, ${(tookMs / 1000).toFixed(0)} s\n`);

    const audits = (['lost', 'doubled', 'misordered', 'overwritten', 'damaged'] as const).map((kind) =>
        zeroBar(
            kind,
            sum(results, ({ findings }) => findings[kind].length)
        )
    );
    const share = Math.min(1, calls / FULL_CALLS);
    atLeastBar('kills', sum(results, killsOf), Math.ceil(FULL_KILLS * share));
    atLeastBar('faults', sum(results, faultsOf), Math.ceil(FULL_FAULTS * share));
    if (takeoverMs.length > 0) {
        const longest = Math.max(...takeoverMs) / 1000;
        const verdict = longest < TAKEOVER_GOAL_S ? 'ok' : 'short';
        console.log(`bar: drill takeover ${longest.toFixed(2)} s (goal < ${TAKEOVER_GOAL_S} s) ${verdict}`);
    }
    return [...audits, zeroBar('numbers in logs', logs.withNumber.length)].every(Boolean);
}

function printPart(name: string, result: PartResult): void {
    const { figures, crashes, deliveries, pbx, findings } = result;
    console.log(`\n== ${name}`);
    print('calls', `${figures.calls}, of which ${figures.answered} were answered`);
    print('in the org', `${figures.cases} Cases, ${figures.tasks} Tasks, ${figures.edits} of them edited by agents`);
    print('recordings', `${figures.recordings} left by the telephony side, ${figures.copies} of them copied`);
    print(
        'killed',
        `replicas ${crashes.replica}, the org ${crashes.org}, PostgreSQL ${crashes.postgres}; ${result.unasked} times a process ended or did not start for that`
    );
    print('faults that struck', counts(result.faults));
    print(
        'webhooks',
        `${deliveries.delivered} acknowledged, ${deliveries.failedAttempts} attempts failed, ${deliveries.repeated} repeated`
    );
    print(
        'AMI',
        `${pbx.told} events, the way cut ${crashes.telephony} times, ${pbx.missed} events never reached a replica`
    );
    print('all written', `${(result.drainedMs / 1000).toFixed(1)} s after the last event`);
    for (const { id, refusal } of result.refused) console.log(`  given up: ${id}: ${refusal}`);
    for (const kind of Object.keys(findings) as (keyof Findings)[]) {
        for (const { text } of findings[kind].slice(0, FINDINGS_SHOWN)) console.log(`  ${kind}: ${text}`);
        const more = findings[kind].length - FINDINGS_SHOWN;
        if (more > 0) console.log(`  ${kind}: and ${more} more`);
    }
    for (const [callId, lines] of result.journals)
        console.log([`  what the bridge was told of ${callId}:`, ...lines].join('\n    '));
}

const print = (what: string, figure: string): void => console.log(`${what}: ${figure}`);

const counts = (byName: ReadonlyMap<string, number>): string =>
    [...byName]
        .filter(([, count]) => count > 0)
        .map(([name, count]) => `${name} ${count}`)
        .join(', ') || 'none';

const sum = (results: readonly PartResult[], figure: (result: PartResult) => number): number =>
    results.reduce((total, result) => total + figure(result), 0);

const killsOf = ({ crashes }: PartResult): number => crashes.replica + crashes.org + crashes.postgres;

const faultsOf = ({ faults }: PartResult): number =>
    [...faults].reduce((total, [name, count]) => total + (name === SLOW ? 0 : count), 0);

function zeroBar(name: string, figure: number): boolean {
    console.log(`bar: drill ${name} ${figure} (goal 0) ${figure === 0 ? 'ok' : 'short'}`);
    return figure === 0;
}

function atLeastBar(name: string, figure: number, goal: number): void {
    console.log(`bar: drill ${name} ${figure} (goal >= ${goal}) ${figure >= goal ? 'ok' : 'short'}`);
}
