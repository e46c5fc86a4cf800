import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { holdPostgresServer, toDatabaseUrl } from '../../bench/drill/stack/postgresServer.ts';
import { openDatabase, query } from '../../bridge-server/src/store/database.ts';
import { AGENTS, LOAD_AGENTS } from './asterisk/agentPhones.ts';
import type { Asterisk } from './asterisk/startAsterisk.ts';
import { type BridgeUnderTest, startBridgeUnderTest } from './stack/bridgeUnderTest.ts';
import { type OrgUnderTest, startOrgUnderTest } from './stack/orgUnderTest.ts';
import { pbxEnvironment } from './stack/pbxEnvironment.ts';
import { readCopies, type RecordingCopy } from './stack/recordingCopies.ts';
import { openSoftphone, type Softphone } from './stack/softphone.ts';

/** The product on a PBX: a local org and the bridge, each a process of its own. */
export interface PbxStack {
    readonly org: OrgUnderTest;
    readonly bridge: BridgeUnderTest;
    /** Ends it without a word to the bridge, and starts it again after that time. */
    crashDatabase(downMs: number): Promise<void>;
    /** Another one on the same PBX, with the same PostgreSQL; stopped when the scene is cleared, unless before. */
    startReplica(): Promise<BridgeUnderTest>;
    /** What the bridge was told of a call: the types of the events that it stored, in their order. */
    journalOf(callId: string): Promise<string[]>;
    /** The recordings of a call that the bridge copied into its own store. */
    copiesOf(callId: string): Promise<RecordingCopy[]>;
    /** The agent's softphone, opened when it is first asked for. */
    softphone(extension: string): Promise<Softphone>;
    /** The same agent's, at another bridge. */
    softphoneAt(bridge: BridgeUnderTest, extension: string): Promise<Softphone>;
    /** Undoes what a story that failed left undone: the bridge runs, and no other one does. */
    restore(): Promise<void>;
    stop(): Promise<void>;
}

/** PostgreSQL, which may run as another user, must pass through. */
const PASSABLE = 0o711;

/** @param folder of its own, for its data; it need not be there, and stays */
export async function startPbxStack(pbx: Asterisk, folder: string, onLine: (line: string) => void): Promise<PbxStack> {
    await mkdir(folder, { recursive: true });
    await chmod(folder, PASSABLE);
    const postgres = await holdPostgresServer(folder, 'bridge');
    const org = await startOrgUnderTest([...AGENTS, ...LOAD_AGENTS]);
    const clear = async (): Promise<void> => {
        await org.stop();
        // a bridge that was killed leaves it running
        await postgres.stop();
    };
    const settings = { ...ownSettings(folder, org), ...pbxEnvironment(pbx) };
    const bridge = await startBridgeUnderTest(settings, onLine).catch(async (error: unknown) => {
        await clear();
        throw error;
    });
    const database = openDatabase(postgres.address, 1);
    const replicas: BridgeUnderTest[] = [];
    const stopReplicas = () => Promise.all(replicas.splice(0).map((replica) => replica.stopForGood()));
    const opened: Softphone[] = [];
    const softphoneAt = async ({ url }: BridgeUnderTest, extension: string) => {
        const softphone = await openSoftphone(url, org.url, { extension, username: org.usernameOf(extension) });
        opened.push(softphone);
        return softphone;
    };
    const softphones = new Map<string, Promise<Softphone>>();
    return {
        org,
        bridge,
        crashDatabase: (downMs) => postgres.crash(downMs),
        async startReplica() {
            const shared = { DATABASE_URL: toDatabaseUrl(postgres.address) };
            const replica = await startBridgeUnderTest({ ...settings, ...shared }, onLine);
            replicas.push(replica);
            return replica;
        },
        async journalOf(callId) {
            const text = 'SELECT type FROM call_events WHERE call_id = $1 ORDER BY seq';
            return (await query<{ type: string }>(database, { text, values: [callId] })).map(({ type }) => type);
        },
        copiesOf: (callId) => readCopies(database, storeDirIn(folder), callId),
        softphone(extension) {
            const softphone = softphones.get(extension) ?? softphoneAt(bridge, extension);
            softphones.set(extension, softphone);
            softphone.catch(() => softphones.delete(extension));
            return softphone;
        },
        softphoneAt,
        async restore() {
            await stopReplicas();
            if (!bridge.isUp()) await bridge.startAgain();
        },
        async stop() {
            for (const softphone of opened) softphone.leave();
            await database.end();
            await Promise.all([stopReplicas(), bridge.stopForGood()]).finally(clear);
        }
    };
}

const storeDirIn = (folder: string): string => join(folder, 'recordings');

/** Without a wrap-up or a pause of the bridge's own, an agent is free as soon as a story is told. */
const ownSettings = (folder: string, org: OrgUnderTest) => ({
    DATABASE_URL: '',
    DATA_DIR: folder,
    RECORDING_STORE_DIR: storeDirIn(folder),
    SESSION_SECRET: 'a secret of at least thirty-two characters',
    SALESFORCE_LOGIN_URL: org.url,
    SALESFORCE_CLIENT_ID: 'softphone-bridge',
    SALESFORCE_USERNAME: 'bridge@local.org',
    SALESFORCE_PRIVATE_KEY_FILE: org.privateKeyFile,
    WRAP_UP_SECONDS: '0',
    AUTO_PAUSE_AFTER_MISSED: '0'
});
