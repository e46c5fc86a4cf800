import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from '../../../scripts/stack/childProcess.ts';
import { findFreePorts } from '../../../scripts/stack/freePorts.ts';
import { orgNodeOptions } from '../../../scripts/stack/orgNodeOptions.ts';
import { keepSecrets } from '../../../scripts/stack/secrets.ts';
import { WEBHOOK_SECRET } from '../calls/webhookSide.ts';
import { keepAlive, type KeptAlive } from './keepAlive.ts';
import { holdPostgresServer, type PostgresServer, toDatabaseUrl } from './postgresServer.ts';

/** The product under trial: bridges, their PostgreSQL and their org, each a process of its own. */
export interface DrillStack {
    readonly orgUrl: string;
    readonly bridgeUrls: readonly string[];
    readonly org: KeptAlive;
    readonly bridges: readonly KeptAlive[];
    readonly postgres: PostgresServer;
    /** Where the telephony side leaves its recordings, as `name.format`. */
    readonly spoolDir: string;
    /** The bridges' own store of recordings. */
    readonly storeDir: string;
    /** Starts a replica that was not started with the others, or was killed for good. */
    startBridge(index: number): Promise<KeptAlive>;
    /** Stops everything and leaves nothing behind. */
    stop(): Promise<void>;
}

export interface StackOptions {
    /** 1: on a PostgreSQL that the bridge starts itself; more: all on one PostgreSQL. */
    readonly replicas: number;
    /** How many of them to start at once; all when absent. */
    readonly started?: number;
    /** Where each replica finds the PBX; none: there is no PBX. */
    readonly amiPorts: readonly number[];
    readonly onLine: (process: string, line: string) => void;
}

const HOST = '127.0.0.1';
/** PostgreSQL, which may run as another user, must pass through. */
const PASSABLE = 0o711;

export async function startDrillStack(options: StackOptions): Promise<DrillStack> {
    const folder = await mkdtemp(join(tmpdir(), 'softphone-drill-'));
    await chmod(folder, PASSABLE);
    const secrets = keepSecrets(folder);
    const [orgPort = 0, ...bridgePorts] = await findFreePorts(options.replicas + 1);
    const orgUrl = `http://${HOST}:${orgPort}`;
    const bridgeUrls = bridgePorts.map((port) => `http://${HOST}:${port}`);
    const dataDir = join(folder, 'postgres');
    const spoolDir = join(folder, 'spool');
    const storeDir = join(folder, 'store');
    const running: KeptAlive[] = [];
    await Promise.all([spoolDir, storeDir].map((made) => mkdir(made)));

    const isShared = options.replicas > 1;
    const postgres = await holdPostgresServer(dataDir, isShared ? 'drill' : 'bridge');

    const startOrg = () =>
        startProcess({
            name: 'local org',
            file: 'local-org/src/main.ts',
            nodeOptions: orgNodeOptions,
            readyUrl: `${orgUrl}/services/data`,
            onLine: (line) => options.onLine('org', line),
            environment: {
                ORG_PORT: String(orgPort),
                ORG_DATA_DIR: join(folder, 'org'),
                ORG_JWT_PUBLIC_KEY_FILE: secrets.publicKeyFile
            }
        });
    const startBridgeProcess = (index: number) =>
        startProcess({
            name: `bridge ${index + 1}`,
            file: 'bridge-server/src/main.ts',
            readyUrl: `${bridgeUrls[index]}/readyz`,
            onLine: (line) => options.onLine(`bridge ${index + 1}`, line),
            environment: {
                BRIDGE_HOST: HOST,
                BRIDGE_PORT: String(bridgePorts[index]),
                // empty: not set
                DATABASE_URL: isShared ? toDatabaseUrl(postgres.address) : '',
                DATA_DIR: dataDir,
                RECORDINGS_DIR: spoolDir,
                RECORDING_STORE_DIR: storeDir,
                SESSION_SECRET: secrets.sessionSecret,
                SALESFORCE_LOGIN_URL: orgUrl,
                SALESFORCE_CLIENT_ID: 'softphone-bridge',
                SALESFORCE_USERNAME: 'bridge@local.org',
                SALESFORCE_PRIVATE_KEY_FILE: secrets.privateKeyFile,
                WEBHOOK_SECRETS: WEBHOOK_SECRET,
                AMI_HOST: options.amiPorts.length > 0 ? HOST : '',
                AMI_PORT: String(options.amiPorts[index] ?? ''),
                AMI_SECRET: 'any',
                AMI_MAX_BACKOFF_MS: '1000'
            }
        });
    const keep = async (start: () => ReturnType<typeof startProcess>): Promise<KeptAlive> => {
        const kept = await keepAlive(start);
        running.push(kept);
        return kept;
    };
    const stop = async (): Promise<void> => {
        // the org last: bridges finish what is under way
        await Promise.all(running.slice(1).map((kept) => kept.stop()));
        await running[0]?.stop();
        await postgres.stop();
        await rm(folder, { recursive: true, force: true });
    };

    try {
        const org = await keep(startOrg);
        const bridges: KeptAlive[] = [];
        const startBridge = (index: number) => keep(() => startBridgeProcess(index));
        // one after the other: the first makes the tables
        for (let index = 0; index < (options.started ?? options.replicas); index++)
            bridges.push(await startBridge(index));
        return { orgUrl, bridgeUrls, org, bridges, postgres, spoolDir, storeDir, startBridge, stop };
    } catch (error) {
        await stop();
        throw error;
    }
}
