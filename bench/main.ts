import { parseArgs } from 'node:util';
import { benchmarkFaults } from './faults/benchmarkFaults.ts';
import { benchmarkLocalOrg } from './local-org/benchmarkLocalOrg.ts';
import { printMachine } from './printMachine.ts';
import { benchmarkRecordings } from './recordings/benchmarkRecordings.ts';
import { benchmarkSoftphone } from './softphone/benchmarkSoftphone.ts';
import { benchmarkSync, type SyncOptions } from './sync/benchmarkSync.ts';

const DEFAULT_BACKLOG = '100000';

/** Each measures its own part of the product and prints what it saw. */
const benchmarks: Readonly<Record<string, (options: SyncOptions) => Promise<void>>> = {
    'local-org': benchmarkLocalOrg,
    sync: benchmarkSync,
    faults: benchmarkFaults,
    softphone: benchmarkSoftphone,
    recordings: benchmarkRecordings
};

const { positionals: asked, values } = parseArgs({
    allowPositionals: true,
    options: { backlog: { type: 'string', default: DEFAULT_BACKLOG } }
});
const backlog = Number(values.backlog);
const unknown = asked.find((name) => !Object.hasOwn(benchmarks, name));
if (unknown !== undefined || !Number.isInteger(backlog) || backlog < 1) {
    console.error(
        `Give benchmarks of ${Object.keys(benchmarks).join(', ')}; none runs all. --backlog N is how many calls sync drains.`
    );
    process.exitCode = 1;
} else {
    for (const [name, run] of Object.entries(benchmarks)) {
        if (asked.length > 0 && !asked.includes(name)) continue;
        console.log(`\n== ${name}`);
        printMachine();
        await run({ backlog });
    }
}
