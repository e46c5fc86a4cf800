import { join, resolve } from 'node:path';
import { bridgeNodeOptions } from './bridgeNodeOptions.ts';
import { type ChildProcess, startProcess } from './childProcess.ts';
import { orgNodeOptions } from './orgNodeOptions.ts';
import { refuseTakenPorts } from './refuseTakenPorts.ts';
import { keepSecrets } from './secrets.ts';

export interface StackOptions {
    /** Everything that the stack keeps lies here. */
    readonly dataDir: string;
    readonly ports: { readonly org: number; readonly bridge: number; readonly console: number };
    /** Where the bridge looks for a PBX. */
    readonly amiPort: number;
    /** More settings of the bridge, such as a DATABASE_URL. */
    readonly bridgeEnvironment?: Readonly<Record<string, string>>;
    readonly onLine?: (process: string, line: string) => void;
    /** Aborted while the stack starts: what runs already is stopped, and the start throws the signal's reason. */
    readonly signal?: AbortSignal;
}

export interface Stack {
    readonly consoleUrl: string;
    readonly bridgeUrl: string;
    readonly orgUrl: string;
    readonly recordingsDir: string;
    /** Resolves when one of the processes ends by itself, to which and why. */
    readonly broken: Promise<string>;
    stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const LONGEST_RECONNECT_MS = '1000';
/** The consumer key of the app by which people sign in with a browser. */
const PEOPLE_CLIENT_ID = 'softphone-people';

/**
 * The whole product on one machine: a local Salesforce org, the bridge with a simulated line, and the console page.
 * Throws before anything runs when a port is taken, and leaves nothing running when a part does not start.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
    const dataDir = resolve(options.dataDir);
    const { org: ORG_PORT, bridge: BRIDGE_PORT, console: CONSOLE_PORT } = options.ports;
    await refuseTakenPorts(HOST, { ORG_PORT, BRIDGE_PORT, CONSOLE_PORT });
    options.signal?.throwIfAborted();
    const secrets = keepSecrets(dataDir);
    const url = (port: number) => `http://${HOST}:${port}`;
    const [orgUrl, bridgeUrl, consoleUrl] = [options.ports.org, options.ports.bridge, options.ports.console].map(
        url
    ) as [string, string, string];
    const recordingsDir = join(dataDir, 'recordings');
    const onLine = (name: string) => (line: string) => options.onLine?.(name, line);

    const startOrg = () =>
        startProcess({
            name: 'local org',
            file: 'local-org/src/main.ts',
            nodeOptions: orgNodeOptions,
            readyUrl: `${orgUrl}/services/data`,
            onLine: onLine('org'),
            environment: {
                ORG_PORT: String(options.ports.org),
                ORG_DATA_DIR: join(dataDir, 'org'),
                ORG_JWT_PUBLIC_KEY_FILE: secrets.publicKeyFile,
                ORG_PEOPLE_CLIENT_ID: PEOPLE_CLIENT_ID,
                ORG_PEOPLE_CALLBACK_URLS: `${bridgeUrl}/auth/callback`
            }
        });
    const startBridge = () =>
        startProcess({
            name: 'bridge',
            file: 'bridge-server/src/main.ts',
            nodeOptions: bridgeNodeOptions,
            readyUrl: `${bridgeUrl}/readyz`,
            onLine: onLine('bridge'),
            environment: {
                BRIDGE_HOST: HOST,
                BRIDGE_PORT: String(options.ports.bridge),
                ALLOWED_ORIGINS: consoleUrl,
                DATA_DIR: join(dataDir, 'bridge'),
                RECORDINGS_DIR: recordingsDir,
                RECORDING_STORE_DIR: join(dataDir, 'recording-store'),
                SIGN_IN_CLIENT_ID: PEOPLE_CLIENT_ID,
                SESSION_SECRET: secrets.sessionSecret,
                ADMIN_TOKEN: secrets.adminToken,
                SALESFORCE_LOGIN_URL: orgUrl,
                SALESFORCE_CLIENT_ID: 'softphone-bridge',
                SALESFORCE_USERNAME: 'bridge@local.org',
                SALESFORCE_PRIVATE_KEY_FILE: secrets.privateKeyFile,
                SIMULATOR: 'on',
                AMI_HOST: HOST,
                AMI_PORT: String(options.amiPort),
                AMI_SECRET: 'any',
                AMI_MAX_BACKOFF_MS: LONGEST_RECONNECT_MS,
                ...options.bridgeEnvironment
            }
        });
    const startConsole = () =>
        startProcess({
            name: 'console',
            file: 'console/server/main.ts',
            readyUrl: consoleUrl,
            onLine: onLine('console'),
            environment: { CONSOLE_PORT: String(options.ports.console), ORG_URL: orgUrl, BRIDGE_URL: bridgeUrl }
        });

    const [org, bridge, console] = await startAll([startOrg, startBridge, startConsole], options.signal);
    return {
        consoleUrl,
        bridgeUrl,
        orgUrl,
        recordingsDir,
        broken: Promise.race([org.ended, bridge.ended, console.ended]),
        async stop() {
            await Promise.all([console.stop(), bridge.stop()]);
            await org.stop();
        }
    };
}

type Three<T> = readonly [T, T, T];

/**
 * Starts all at once; when one does not start, or on abort, those that did are stopped. A process is asked to stop only
 * once it is ready, because the bridge must know the PostgreSQL that it started to stop it.
 */
async function startAll(
    starters: Three<() => Promise<ChildProcess>>,
    signal: AbortSignal | undefined
): Promise<Three<ChildProcess>> {
    const results = await Promise.allSettled(starters.map((start) => start()));
    const failed = results.find((result) => result.status === 'rejected');
    const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    if (!failed && !signal?.aborted) return started as unknown as Three<ChildProcess>;
    await Promise.all(started.map((process) => process.stop()));
    signal?.throwIfAborted();
    throw failed?.reason;
}
