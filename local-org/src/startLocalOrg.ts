import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { FaultSchedule } from './faults/faultSchedule.ts';
import { createApp } from './http/createApp.ts';
import { CallLedger } from './ledger/callLedger.ts';
import { openOrg, type OpenedOrg } from './openOrg.ts';
import type { Org } from './org.ts';
import { QueryCursors } from './query/queryCursors.ts';
import { ApiUsage } from './rest/apiUsage.ts';

const HOST = '127.0.0.1';
const FORCE_APP = join(import.meta.dirname, '../../force-app/main/default');

export interface LocalOrgOptions {
    /** 0 takes a free port. */
    port: number;
    /** PEM of the public key, or certificate, that verifies the connected app's assertions. */
    publicKeyPem: string;
    /** The connected app's consumer key. */
    clientId: string;
    /** Keeps records and sessions across restarts. */
    dataDir?: string;
    /** SFDX metadata to load; the project's force-app unless given. */
    metadataFolder?: string;
    clock?: () => Date;
}

export interface LocalOrg {
    /** `http://127.0.0.1:8611` */
    url: string;
    org: Org;
    close(): Promise<void>;
}

/**
 * Starts a local Salesforce org on loopback, ready when the promise resolves.
 *
 * @throws Error when the port is taken, or the metadata or the journal cannot be read
 */
export async function startLocalOrg(options: LocalOrgOptions): Promise<LocalOrg> {
    const { publicKeyPem, clientId, dataDir, metadataFolder = FORCE_APP, clock = () => new Date() } = options;
    const server = createServer();
    // The port first: two orgs must not write one journal.
    const url = await listen(server, options.port);
    const closing = new AbortController();
    try {
        const opened = openOrg({ metadataFolder, dataDir, clock });
        const app = createApp({
            org: opened.org,
            orgUrl: url,
            connectedApp: { clientId, publicKeyPem },
            usage: new ApiUsage(),
            cursors: new QueryCursors(),
            faults: new FaultSchedule(),
            ledger: new CallLedger(),
            closing: closing.signal
        });
        server.on('request', app);
        return { url, org: opened.org, close: () => stop(server, closing, opened) };
    } catch (error) {
        server.close();
        throw error;
    }
}

async function listen(server: Server, port: number): Promise<string> {
    server.listen(port, HOST);
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The local org listens on no port.');
    return `http://${HOST}:${address.port}`;
}

async function stop(server: Server, closing: AbortController, opened: OpenedOrg): Promise<void> {
    closing.abort();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
    opened.close();
}
