import { buildConsole } from '../console/build/buildConsole.ts';
import { readPort } from './stack/readPort.ts';
import { type Stack, startStack } from './stack/startStack.ts';

/**
 * `npm start`: the whole product on this machine, with a local Salesforce org and a simulated telephone line.
 * CONSOLE_PORT, BRIDGE_PORT, ORG_PORT and AMI_PORT move it to other ports; `VERBOSE=on` shows what the parts log.
 */
const MIN_NODE_VERSION = 24;
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs the product until a part of it ends by itself, or until it is interrupted, and throws why. */
async function run(signal: AbortSignal): Promise<never> {
    if (Number.parseInt(process.versions.node, 10) < MIN_NODE_VERSION) {
        throw new Error(
            `Node ${process.versions.node} is too old. Run \`npm start\` after \`npm ci\`, which brings Node ${MIN_NODE_VERSION} on Linux and Windows, or install Node ${MIN_NODE_VERSION}.`
        );
    }
    const startedAt = performance.now();
    const dataDir = process.env['DEMO_DATA_DIR'] || '.data';
    const ports = {
        org: readPort('ORG_PORT', 8611),
        bridge: readPort('BRIDGE_PORT', 4180),
        console: readPort('CONSOLE_PORT', 4173)
    };
    const amiPort = readPort('AMI_PORT', 5038);
    const interrupted = rejectOnAbort(signal);

    await Promise.race([buildConsole(), interrupted]);
    const stack = await startStack({
        dataDir,
        ports,
        amiPort,
        onLine: (name, line) => process.env['VERBOSE'] === 'on' && console.log(`[${name}] ${line}`),
        signal
    });
    try {
        announce(stack, dataDir, performance.now() - startedAt);
        const reason = await Promise.race([stack.broken, interrupted]);
        throw new Error(`${reason}. Run with VERBOSE=on to see why.`);
    } finally {
        await stack.stop();
    }
}

function announce({ consoleUrl }: Stack, dataDir: string, tookMs: number): void {
    console.log(`\n  ${consoleUrl}\n`);
    console.log(
        `  Started in ${(tookMs / 1000).toFixed(1)} s. You are Ana Souza, extension 1001; press "Simular chamada" to be called.`
    );
    console.log(`  A recorded PBX: npm run replay -- bridge-server/test/captures/ami-queue-answered.raw.txt`);
    console.log(
        `  Calls that Salesforce refused: ADMIN_TOKEN=$(cat ${dataDir}/keys/admin.token) npm run calls -- failed`
    );
    console.log(`  Ctrl+C stops everything; what happened stays in ${dataDir}.\n`);
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
    const aborted = new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
    });
    aborted.catch(() => undefined);
    return aborted;
}

const interruption = new AbortController();
for (const signal of STOP_SIGNALS) process.on(signal, () => interruption.abort());

run(interruption.signal).catch((error: unknown) => {
    if (interruption.signal.aborted) process.exit(0);
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
});
