import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { clientConfig, type DatabaseAddress } from '../database.ts';

export interface ServerUse {
    /** Ends it. Runs `stopServer` when nobody else uses the server; until that is done, nobody begins to. */
    end(stopServer: () => Promise<void>): Promise<void>;
}

/** The advisory lock that all bridges on a server share; the one that can have it alone is the last. */
const USE_LOCK = 7002;
const REOPEN_MS = 500;

/**
 * Tells the other bridges on a server that this one uses it, by a session that lives as long: a bridge that is killed
 * stops using the server by itself. Rejects when no server answers.
 */
export async function useServer(address: DatabaseAddress): Promise<ServerUse> {
    let ended = false;
    let reopened = Promise.resolve();
    let session: pg.Client | null = await openSession(address, reopen);

    function reopen(): void {
        session = null;
        reopened = keepTrying();
    }

    async function keepTrying(): Promise<void> {
        while (!ended && !session) {
            session = await openSession(address, reopen).catch(() => null);
            if (!session) await delay(REOPEN_MS);
        }
    }

    return {
        async end(stopServer) {
            ended = true;
            await reopened;
            let last = session && (await leave(session));
            if (last === null) {
                session = await openSession(address, () => undefined).catch(() => null);
                last = session && (await leave(session));
            }
            try {
                if (last ?? true) await stopServer();
            } finally {
                await session?.end().catch(() => undefined);
            }
        }
    };
}

async function openSession(address: DatabaseAddress, onLost: () => void): Promise<pg.Client> {
    const session = new pg.Client(clientConfig(address));
    session.on('error', () => undefined);
    try {
        await session.connect();
        await session.query('SELECT pg_advisory_lock_shared($1, 0)', [USE_LOCK]);
    } catch (error) {
        await session.end().catch(() => undefined);
        throw error;
    }
    session.once('end', onLost);
    return session;
}

/** Whether nobody else uses the server, who then cannot begin to while the session lives; null when it is lost. */
async function leave(session: pg.Client): Promise<boolean | null> {
    try {
        await session.query('SELECT pg_advisory_unlock_shared($1, 0)', [USE_LOCK]);
        const { rows } = await session.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1, 0) AS alone', [
            USE_LOCK
        ]);
        return rows[0]?.alone ?? null;
    } catch {
        return null;
    }
}
