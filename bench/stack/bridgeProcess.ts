import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bridgeNodeOptions } from '../../scripts/stack/bridgeNodeOptions.ts';
import { startProcess } from '../../scripts/stack/childProcess.ts';
import { findFreePorts } from '../../scripts/stack/freePorts.ts';

export interface BridgeOptions {
    /** Where the org is, and the PEM with which the bridge signs in there. */
    readonly org: { readonly url: string; readonly privateKeyFile: string };
    /** None: the bridge starts PostgreSQL itself, in `dataDir`. */
    readonly databaseUrl?: string;
    readonly dataDir?: string;
    /** Where its PBX is; none: calls come by webhook only. */
    readonly amiPort?: number;
    /** More of its variables. */
    readonly environment?: Readonly<Record<string, string>>;
}

export interface BridgeProcess {
    readonly url: string;
    readonly processId: number;
    /** From the start of the process to the line that says it is ready. */
    readonly readyAfterMs: number;
    /** Ends it as a power cut would, and starts it again at the same address. */
    killAndRestart(): Promise<void>;
    stop(): Promise<void>;
}

export const WEBHOOK_SECRET = `whsec_${Buffer.from('a shared secret of the telephony').toString('base64')}`;

const READY_LINE = 'The bridge is ready';

/** Starts the bridge as a process of its own, configured as an installation is. */
export async function startBridgeProcess(options: BridgeOptions): Promise<BridgeProcess> {
    const [port = 0] = await findFreePorts(1);
    const folder = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'bench-bridge-')));
    const start = () => startOnce(options, port, folder);
    let current = await start();
    return {
        url: `http://127.0.0.1:${port}`,
        get processId() {
            return current.processId;
        },
        get readyAfterMs() {
            return current.readyAfterMs;
        },
        async killAndRestart() {
            await current.end('kill');
            current = await start();
        },
        async stop() {
            await current.end('stop');
            if (options.dataDir === undefined) await rm(folder, { recursive: true, force: true });
        }
    };
}

interface RunningBridge {
    readonly processId: number;
    readonly readyAfterMs: number;
    end(how: 'stop' | 'kill'): Promise<void>;
}

/** A bridge that ends by itself says why on the console. */
async function startOnce(options: BridgeOptions, port: number, folder: string): Promise<RunningBridge> {
    const startedMs = performance.now();
    let readyAfterMs = 0;
    let lastLine = '';
    let isToEnd = false;
    const child = await startProcess({
        name: 'bridge',
        file: 'bridge-server/src/main.ts',
        nodeOptions: bridgeNodeOptions,
        readyUrl: `http://127.0.0.1:${port}/readyz`,
        environment: environmentOf(options, port, folder),
        onLine(line) {
            if (line.includes(READY_LINE)) readyAfterMs = performance.now() - startedMs;
            lastLine = line;
        }
    });
    void child.ended.then((how) => {
        if (!isToEnd) console.error(`${how}; its last words: ${lastLine}`);
    });
    return {
        processId: child.processId,
        readyAfterMs,
        async end(how) {
            isToEnd = true;
            await child[how]();
        }
    };
}

const environmentOf = ({ org, databaseUrl, amiPort, environment }: BridgeOptions, port: number, folder: string) => ({
    BRIDGE_PORT: String(port),
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    DATA_DIR: folder,
    RECORDING_STORE_DIR: join(folder, 'recordings'),
    SESSION_SECRET: 'a secret of at least thirty-two characters',
    WEBHOOK_SECRETS: WEBHOOK_SECRET,
    SALESFORCE_LOGIN_URL: org.url,
    SALESFORCE_CLIENT_ID: 'softphone-bridge',
    SALESFORCE_USERNAME: 'bridge@local.org',
    SALESFORCE_PRIVATE_KEY_FILE: org.privateKeyFile,
    ...(amiPort !== undefined && { AMI_HOST: '127.0.0.1', AMI_PORT: String(amiPort), AMI_SECRET: 'any' }),
    ...environment
});
