import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

/** `npm run conformance`: runs the org's suite and prints, as the table of its README, how much holds in each area. */
interface TestRun {
    testResults: {
        name: string;
        status: string;
        /** Of a file that could not be run, why. */
        message: string;
        assertionResults: { status: string; fullName: string }[];
    }[];
}

const AREAS: Readonly<Record<string, string>> = {
    auth: 'OAuth and identity',
    rest: 'Records, collections, conditional requests',
    composite: 'Composite, graph, batch, tree',
    query: 'SOQL',
    search: 'SOSL and parameterized search',
    data: 'Types, rules, access, journal',
    personAccounts: 'Person accounts',
    uiApi: 'UI API',
    metadata: 'Reading and checking metadata',
    deploy: 'Deploying, deleting, starting',
    lwc: 'LWC bundles',
    metadataApi: 'Metadata API with jsforce',
    soap: 'SOAP',
    tooling: 'Tooling API',
    faults: 'Faults and ledger',
    '.': 'Starting'
};

const run = await runSuite();
const rows = Object.entries(AREAS).map(([folder, title]) => ({ title, ...countIn(run, folder) }));
const passed = rows.reduce((sum, row) => sum + row.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.failed, 0);
console.log('| area | tests passed | failed |\n| --- | ---: | ---: |');
for (const row of [...rows, { title: '**all**', passed, failed }]) {
    console.log(`| ${row.title} | ${row.passed} | ${row.failed} |`);
}
for (const line of listFailed(run)) console.log(line);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function runSuite(): Promise<TestRun> {
    const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
    const outputFile = join(folder, 'run.json');
    const jest = join(import.meta.dirname, '../../node_modules/jest/bin/jest.js');
    const options = ['--selectProjects', 'local-org', '--json', `--outputFile=${outputFile}`];
    // a test that fails ends jest with an error, and its file says so all the same
    await promisify(execFile)(process.execPath, [jest, ...options], { maxBuffer: Infinity }).catch(() => undefined);
    const report = JSON.parse(await readFile(outputFile, 'utf8')) as TestRun;
    await rm(folder, { recursive: true });
    return report;
}

/** A file that could not be run counts as one failure. */
function countIn({ testResults }: TestRun, folder: string): { passed: number; failed: number } {
    const files = testResults.filter(({ name }) => dirname(relative(import.meta.dirname, name)) === folder);
    const statuses = files.flatMap(({ status, assertionResults }) =>
        assertionResults.length === 0 ? [status] : assertionResults.map((each) => each.status)
    );
    return {
        passed: statuses.filter((status) => status === 'passed').length,
        failed: statuses.filter((status) => status === 'failed').length
    };
}

/** Below the table, each test that failed by its file and name. */
function listFailed({ testResults }: TestRun): string[] {
    return testResults
        .filter(({ status }) => status === 'failed')
        .flatMap(({ name, message, assertionResults }) => {
            const failed = assertionResults.filter(({ status }) => status === 'failed');
            const reasons =
                failed.length > 0 ? failed.map(({ fullName }) => fullName) : [`could not be run: ${message}`];
            return reasons.map((reason) => `\nFAILED ${relative(import.meta.dirname, name)}: ${reason}`);
        });
}
