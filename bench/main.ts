import { benchmarkLocalOrg } from './local-org/benchmarkLocalOrg.ts';

/** Each measures its own part of the product and prints what it saw. */
const benchmarks: Readonly<Record<string, () => Promise<void>>> = {
    'local-org': benchmarkLocalOrg
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(benchmarks, name));
if (unknown !== undefined) {
    console.error(
        `There is no benchmark ${unknown}. Give one of: ${Object.keys(benchmarks).join(', ')}; none runs all.`
    );
    process.exitCode = 1;
} else {
    for (const [name, run] of Object.entries(benchmarks)) {
        if (asked.length > 0 && !asked.includes(name)) continue;
        console.log(`\n== ${name}`);
        await run();
    }
}
