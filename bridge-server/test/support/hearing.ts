import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createSessionTokens } from '../../src/auth/sessionTokens.ts';
import type { AuditEntry } from '../../src/contract/recordingsAdmin.ts';
import { startHttpServer } from '../../src/http/httpServer.ts';
import { createListeningSide } from '../../src/listeningSide.ts';
import { DEFAULT_MAPPING } from '../../src/mapping/mapping.ts';
import { createAudioStore } from '../../src/recordings/audioStore.ts';
import { openSalesforce } from '../../src/salesforce/openSalesforce.ts';
import { createPeopleApp } from '../../src/salesforce/people/peopleApp.ts';
import { SalesforceConnection } from '../../src/salesforce/salesforceConnection.ts';
import { openDatabase } from '../../src/store/database.ts';
import { PEOPLE_CLIENT_ID, type PrivateOrg } from './privateOrg.ts';
import { insertRecordedCall, type RecordingValues } from './recordedCall.ts';
import { createTestDatabase, openTestStore } from './testDatabase.ts';

export const SESSION_SECRET = 'a secret of at least thirty-two characters';
const RETENTION_DAYS = 90;

interface HearingOptions {
    /** Where people sign in, if not at the org. */
    readonly loginUrl?: string;
    readonly org: PrivateOrg;
    readonly now?: () => Date;
    /** Whether people can sign in with a browser. */
    readonly signIn?: 'on' | 'off';
    readonly trustedProxies?: readonly string[];
    readonly publicUrl?: string;
}

/** Everything by which people hear recordings, with a real store, real files and a real org; no telephone rings here. */
export async function startHearing({ org, now = () => new Date(), signIn = 'on', ...options }: HearingOptions) {
    const address = await createTestDatabase();
    const store = await openTestStore(address);
    const database = openDatabase(address, 2);
    const folder = mkdtempSync(join(tmpdir(), 'hearing-'));
    const log = pino({ level: 'silent' });
    const publicUrl = () => options.publicUrl ?? server.url;
    const login = {
        loginUrl: org.url,
        clientId: 'softphone-bridge',
        username: 'bridge@local.org',
        privateKeyPem: readFileSync(org.privateKeyFile, 'utf8')
    };
    const app = { clientId: PEOPLE_CLIENT_ID, clientSecret: null, redirectUri: () => `${publicUrl()}/auth/callback` };
    const opened = openSalesforce({
        login,
        mapping: DEFAULT_MAPPING,
        apiReserve: 0,
        log,
        lastServed: async () => new Map(),
        recordingUrl: (protocol) => protocol,
        canBeHeard: () => true,
        dayOf: (instant) => instant.slice(0, 10),
        people: signIn === 'off' ? null : app
    });
    const { loginUrl } = options;
    const ownOrg = () => new SalesforceConnection(login).ownOrg();
    const salesforce = loginUrl ? { ...opened, people: createPeopleApp({ ...app, loginUrl, ownOrg }) } : opened;
    const sessions = createSessionTokens({ secret: SESSION_SECRET, now });
    const server = await startHttpServer({
        host: '127.0.0.1',
        port: 0,
        allowedOrigins: [],
        trustedProxies: options.trustedProxies ?? [],
        log,
        routers: createListeningSide({
            config: {
                sessionSecret: SESSION_SECRET,
                timeZone: 'America/Sao_Paulo',
                recordings: { retentionDays: RETENTION_DAYS } as never
            },
            salesforce,
            readSession: sessions.readSession,
            recordings: store.recordings,
            pathOf: createAudioStore({ folder }).pathOf,
            publicUrl,
            now,
            log
        })
    });
    org.allowCallback(publicUrl());

    return {
        url: server.url,
        folder,
        database,
        address: (protocol: string, rest = '') => `${server.url}/recordings/${protocol}${rest}`,

        insertCall: (protocol: string, caseId: string | null, recordings: readonly RecordingValues[] = [{}]) =>
            insertRecordedCall(database, folder, { protocol, caseId, recordings }),

        /** The headers of an agent at a softphone. */
        async softphone(username: string): Promise<Record<string, string>> {
            const userId = org.idOf(username);
            const agent = { userId, name: username, extension: '1001', timeZone: 'America/Sao_Paulo' };
            return { authorization: `Bearer ${(await sessions.issueSession(agent)).token}` };
        },

        async audit(protocol?: string): Promise<AuditEntry[]> {
            const { entries } = await store.recordings.audit.list({
                limit: 1000,
                after: 0,
                ...(protocol !== undefined && { protocol })
            });
            return entries;
        },

        async close() {
            await server.close();
            await store.close();
            await database.end();
        }
    };
}

export type Hearing = Awaited<ReturnType<typeof startHearing>>;
