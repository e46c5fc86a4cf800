import { printBar } from '../printBar.ts';
import { startBenchPostgres } from '../stack/benchDatabase.ts';
import { quantile } from '../timings.ts';
import { FAULT_ROWS, type FaultRow } from './faultRows.ts';
import { compareRings } from './compareRings.ts';
import { type AuditedBridge, CALLS, type FaultOutcome, runFaultRow } from './runFaultRow.ts';

/** What becomes of twenty calls amid faults, with our bridge and with the naive one. */
export async function benchmarkFaults(): Promise<void> {
    const postgres = await startBenchPostgres();
    try {
        for (const row of FAULT_ROWS) {
            const outcome = await runFaultRow(row, postgres);
            printOutcome(row, outcome);
            const { complete, doubled, wrong } = outcome.ours;
            printBar({
                name: `faults-${row.id}`,
                figure: `${complete} / ${doubled} / ${wrong}`,
                goal: { equal: `${CALLS} / 0 / 0` }
            });
        }
        const { fast, slow } = await compareRings(postgres);
        const [fastMs, slowMs] = [quantile(fast, 0.99), quantile(slow, 0.99)];
        printBar({ name: 'faults-ring-p99', figure: slowMs, unit: 'ms', goal: { atMost: 5 } });
        printBar({ name: 'faults-ring-slow-org', figure: slowMs / fastMs, unit: 'times', goal: { atMost: 1.2 } });
    } finally {
        await postgres.stop();
    }
}

function printOutcome({ name }: FaultRow, { ours, naive, rings, ringsMissing }: FaultOutcome): void {
    const ringing =
        rings.length > 0
            ? `ring → stream p50 ${quantile(rings, 0.5).toFixed(1)} ms, p99 ${quantile(rings, 0.99).toFixed(1)} ms`
            : 'no ring was shown';
    const missing = ringsMissing > 0 ? `; ${ringsMissing} rings never shown` : '';
    console.log(`${name}\n  ours:  ${describe(ours)}; ${ringing}${missing}\n  naive: ${describe(naive)}`);
}

const describe = ({ cases, tasks, doubled, wrong, requests }: AuditedBridge): string =>
    [
        `${cases} Cases, ${tasks} Tasks, ${doubled} doubled, ${wrong} wrong`,
        `${(requests / CALLS).toFixed(2)} requests a call`
    ].join('; ');
