import type { Credential, OwnReading } from '../../calls/listening.ts';
import type { Agent } from '../../contract/agentApi.ts';
import type { KnownListener } from './auditNotes.ts';
import { apiOff, recordingRefused, sessionEnded, tokenRefused } from './refusals.ts';

/** Whoever is let in, and how it is asked whether they may read a Case. */
export interface Listener extends KnownListener {
    /** Throws RequestRefused (401, 403, 503). */
    readonly mayRead: (caseId: string) => Promise<boolean>;
}

export interface ListenersOptions {
    /** Throws RequestRefused (503). */
    readonly mayRead: (userId: string, caseId: string) => Promise<boolean>;
    /** Throws RequestRefused (503). */
    readonly mayReadByToken: (accessToken: string, caseId: string) => Promise<OwnReading>;
    /** Null for one that is forged or over. */
    readonly readTicket: (ticket: string) => Promise<ReadTicket | null>;
    /** Null for one that is forged or over. */
    readonly readSession: (cookie: string) => Promise<ReadSession | null>;
    readonly now: () => Date;
}

interface ReadTicket {
    readonly id: string;
    readonly protocol: string;
    readonly userId: string;
    readonly name: string;
    readonly expiresAt: Date;
}

interface ReadSession {
    readonly id: string;
    readonly userId: string;
    readonly name: string;
    readonly accessToken: string;
    readonly startedAt: string;
    readonly expiresAt: Date;
}

/** Whose token Salesforce refuses so soon after it gave it is led to no other one. */
const JUST_SIGNED_IN_MS = 30_000;

/** Who asks, by what they show. */
export function createListeners({ mayRead, mayReadByToken, readTicket, readSession, now }: ListenersOptions) {
    async function readsOwn({ accessToken, startedAt }: ReadSession, caseId: string): Promise<boolean> {
        const reading = await mayReadByToken(accessToken, caseId);
        if (reading === 'apiOff') throw apiOff();
        if (reading !== 'signedOut') return reading === 'readable';
        throw now().getTime() - Date.parse(startedAt) < JUST_SIGNED_IN_MS ? tokenRefused() : sessionEnded();
    }

    return {
        /** An agent at a softphone, who holds no ticket yet. */
        ofAgent: ({ userId, name }: Agent): Listener => ({
            userId,
            name,
            via: 'console',
            credentialId: '',
            mayRead: (caseId) => mayRead(userId, caseId)
        }),

        /** Throws RecordingRefused (`ticket-refused`), RequestRefused (401 `session-ended`). */
        async identify({ kind, text }: Credential, protocol: string): Promise<Listener & { expiresAt: Date }> {
            if (kind === 'session') {
                const session = await readSession(text);
                if (!session) throw sessionEnded();
                const { id: credentialId, userId, name, expiresAt } = session;
                const reads = (caseId: string) => readsOwn(session, caseId);
                return { userId, name, via: 'browser', credentialId, expiresAt, mayRead: reads };
            }
            const ticket = await readTicket(text);
            if (!ticket || !isSame(ticket.protocol, protocol)) throw recordingRefused('ticket-refused', { protocol });
            const { id: credentialId, userId, name, expiresAt } = ticket;
            const reads = (caseId: string) => mayRead(userId, caseId);
            return { userId, name, via: 'console', credentialId, expiresAt, mayRead: reads };
        }
    };
}

/** Protocols differ in more than case. */
const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
