import { buildConsole } from '../console/build/buildConsole.ts';
import { startStack } from './stack/startStack.ts';

/**
 * `npm start`: the whole product on this machine, with a local Salesforce org and a simulated telephone line.
 * CONSOLE_PORT, BRIDGE_PORT, ORG_PORT and AMI_PORT move it to other ports; `VERBOSE=on` shows what the parts log.
 */
const MIN_NODE_VERSION = 24;

const port = (variable: string, fallback: number): number => Number(process.env[variable] ?? fallback);

async function start(): Promise<void> {
    if (Number.parseInt(process.versions.node, 10) < MIN_NODE_VERSION) {
        throw new Error(
            `Node ${process.versions.node} is too old. Run \`npm start\` after \`npm ci\`, which brings Node ${MIN_NODE_VERSION} on Linux and Windows, or install Node ${MIN_NODE_VERSION}.`
        );
    }
    const startedAt = performance.now();
    await buildConsole();
    const amiPort = port('AMI_PORT', 5038);
    const stack = await startStack({
        dataDir: process.env['DEMO_DATA_DIR'] ?? '.data',
        ports: { org: port('ORG_PORT', 8611), bridge: port('BRIDGE_PORT', 4180), console: port('CONSOLE_PORT', 4173) },
        amiPort,
        onLine: (name, line) => process.env['VERBOSE'] === 'on' && console.log(`[${name}] ${line}`)
    });
    let stopping = false;
    const stop = async (exitCode: number) => {
        if (stopping) return;
        stopping = true;
        await stack.stop();
        process.exit(exitCode);
    };
    process.on('SIGINT', () => void stop(0));
    process.on('SIGTERM', () => void stop(0));
    void stack.broken.then((reason) => {
        if (stopping) return;
        console.error(`${reason}. Run with VERBOSE=on to see why.`);
        void stop(1);
    });

    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`\n  ${stack.consoleUrl}\n`);
    console.log(`  Started in ${seconds} s. You are Ana Souza, extension 1001; press "Simular chamada" to be called.`);
    console.log(`  A recorded PBX: npm run replay -- bridge-server/test/captures/ami-queue-answered.raw.txt`);
    console.log(`  Ctrl+C stops everything; what happened stays in ${process.env['DEMO_DATA_DIR'] ?? '.data'}.\n`);
}

start().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
});
