import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import { bridgeApp, type BridgeAppOptions } from './auth/bridgeApp.ts';
import type { ConnectedApp } from './auth/connectedApp.ts';
import { IdTokenSigner } from './auth/idTokenSigner.ts';
import { peopleApp, type PeopleAppOptions } from './auth/peopleApp.ts';
import { platformCli } from './auth/platformCli.ts';
import { FaultSchedule } from './faults/faultSchedule.ts';
import { createApp } from './http/createApp.ts';
import { holdRequests } from './http/holdRequests.ts';
import { CallLedger } from './ledger/callLedger.ts';
import { openMetadataJobs } from './metadata/api/openMetadataJobs.ts';
import type { MetadataJobs } from './metadata/api/metadataJobs.ts';
import { openOrg, type OpenedOrg } from './openOrg.ts';
import type { Org } from './org.ts';
import type { OrgFeature } from './orgFeature.ts';
import { QueryCursors } from './query/queryCursors.ts';
import { ApiUsage } from './rest/apiUsage.ts';

const HOST = '127.0.0.1';
const FORCE_APP = join(import.meta.dirname, '../../force-app/main/default');

/** With the options of the bridge's connected app. */
export interface LocalOrgOptions extends BridgeAppOptions {
    /** 0 takes a free port. */
    port: number;
    /** The app by which people sign in at the bridge; without it there is none. */
    people?: PeopleAppOptions;
    /** More connected apps than these and the Salesforce CLI's. */
    connectedApps?: readonly ConnectedApp[];
    /** PEMs of a certificate for 127.0.0.1 and its key: the org then speaks HTTPS, and HTTPS only. */
    tls?: { cert: string; key: string };
    /** Keeps records and sessions across restarts. */
    dataDir?: string;
    /** SFDX metadata to load; the project's force-app unless given. */
    metadataFolder?: string;
    /** What the org has beyond what every org has; to be given at every start. */
    features?: readonly OrgFeature[];
    clock?: () => Date;
}

export interface LocalOrg {
    /** `http://127.0.0.1:8611` */
    url: string;
    org: Org;
    close(): Promise<void>;
}

/**
 * Starts a local Salesforce org on loopback, ready when the promise resolves. Requests that come before wait until then.
 *
 * @throws Error when the port is taken, or the metadata or the journal cannot be read
 */
export async function startLocalOrg(options: LocalOrgOptions): Promise<LocalOrg> {
    const { dataDir, metadataFolder = FORCE_APP, features, clock = () => new Date() } = options;
    const server = options.tls ? createTlsServer(options.tls) : createServer();
    // The port first: two orgs must not write one journal.
    const url = `${options.tls ? 'https' : 'http'}://${HOST}:${await listen(server, options.port)}`;
    const answerWith = holdRequests(server);
    const closing = new AbortController();
    try {
        const opened = await openOrg({ metadataFolder, dataDir, features, clock });
        const metadataJobs = openMetadataJobs(opened.org);
        const app = createApp({
            org: opened.org,
            orgUrl: url,
            connectedApps: appsOf(options),
            idTokenSigner: new IdTokenSigner(),
            usage: new ApiUsage(),
            cursors: new QueryCursors(),
            metadataJobs,
            faults: new FaultSchedule(),
            ledger: new CallLedger(),
            closing: closing.signal
        });
        answerWith(app);
        return { url, org: opened.org, close: () => stop(server, closing, metadataJobs, opened) };
    } catch (error) {
        server.close();
        server.closeAllConnections();
        throw error;
    }
}

const appsOf = ({ people, connectedApps = [], ...bridge }: LocalOrgOptions): ConnectedApp[] => [
    bridgeApp(bridge),
    platformCli,
    ...(people ? [peopleApp(people)] : []),
    ...connectedApps
];

/** The port that it got. */
async function listen(server: Server, port: number): Promise<number> {
    server.listen(port, HOST);
    await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE') throw error;
        const advice = 'Stop what listens there (another local org?), or set ORG_PORT to another port.';
        throw new Error(`Port ${port} of ${HOST} is taken. ${advice}`, { cause: error });
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The local org listens on no port.');
    return address.port;
}

async function stop(
    server: Server,
    closing: AbortController,
    metadataJobs: MetadataJobs,
    opened: OpenedOrg
): Promise<void> {
    closing.abort();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
    await metadataJobs.deploys.close();
    await opened.close();
}
