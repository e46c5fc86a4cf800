import type { Logger } from 'pino';
import { createBrowserSessions } from './auth/browserSessions.ts';
import { createBrowserSignIn } from './auth/browserSignIn.ts';
import { createRecordingTickets } from './auth/recordingTickets.ts';
import type { Config } from './config.ts';
import type { ReadSession } from './http/agentRoutes.ts';
import { createBrowserSignInWay } from './http/browserSignIn.ts';
import { createRecordingPages } from './http/recordingPages.ts';
import { createRecordingRoutes } from './http/recordingRoutes.ts';
import { createSignInRoutes } from './http/signInRoutes.ts';
import { createListening } from './recordings/listening/listening.ts';
import type { Salesforce } from './salesforce/openSalesforce.ts';
import type { RecordingStore } from './store/recordings/recordingStore.ts';

interface ListeningSideOptions {
    readonly config: Pick<Config, 'sessionSecret' | 'recordings' | 'timeZone'>;
    readonly recordings: Pick<RecordingStore, 'ofProtocol' | 'audit'>;
    /** The absolute path of a file of the bridge's own store. */
    readonly pathOf: (file: string) => string;
    readonly salesforce: Pick<Salesforce, 'agents' | 'mayRead' | 'mayReadByToken' | 'people'>;
    /** Of a softphone. */
    readonly readSession: ReadSession;
    /** Where browsers reach the bridge. */
    readonly publicUrl: () => string;
    readonly now: () => Date;
    readonly log: Logger;
}

/** How recordings are heard: by an agent at a softphone, and by whoever follows the link in a Task. */
export function createListeningSide(options: ListeningSideOptions) {
    const { config, recordings, pathOf, salesforce, readSession, publicUrl, now, log } = options;
    const { people, agents, mayRead, mayReadByToken } = salesforce;
    const secret = config.sessionSecret;
    const sessions = createBrowserSessions({ secret, now });
    const tickets = createRecordingTickets({ secret, now });
    const listening = createListening({
        ofProtocol: recordings.ofProtocol,
        addToAudit: recordings.audit.add,
        pathOf,
        issueTicket: tickets.issue,
        readTicket: tickets.read,
        readSession: sessions.read,
        mayRead,
        mayReadByToken,
        publicUrl,
        now
    });
    const way = createBrowserSignInWay({
        signIn: people && createBrowserSignIn({ ...people, secret, userById: agents.byId, now }),
        startSession: sessions.start,
        publicUrl
    });
    const pages = createRecordingPages({
        way,
        log,
        retentionDays: config.recordings.retentionDays,
        timeZone: config.timeZone
    });
    return [
        createRecordingRoutes({ ...listening, readSession, way, pages, log }),
        createSignInRoutes({ ...listening, way, log })
    ];
}
