import { BadArguments, readDrillArguments, USAGE } from './drillArguments.ts';
import { report } from './report.ts';
import { runDrill } from './runDrill.ts';

/** `npm run drill`: the bridge among crashes and faults, audited against what really happened. See docs/drill.md. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const interruption = new AbortController();
for (const signal of STOP_SIGNALS) process.on(signal, () => interruption.abort(new Error('Interrupted.')));
// a mistake of the drill must not leave its processes running either
process.on('uncaughtException', (error) => {
    if (interruption.signal.aborted) return;
    console.error(error);
    interruption.abort(error);
});

try {
    const drill = readDrillArguments(process.argv.slice(2));
    const isClean = report(await runDrill(drill, interruption.signal), drill);
    process.exitCode = isClean ? 0 : 1;
} catch (error) {
    if (error instanceof BadArguments) console.error(`${error.message}\n\n${USAGE}`);
    else console.error(interruption.signal.aborted ? 'Interrupted.' : error);
    process.exitCode = interruption.signal.aborted ? 130 : 1;
}
