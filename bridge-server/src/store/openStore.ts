import { randomInt } from 'node:crypto';
import type { RecordRules } from '../calls/plan.ts';
import type { Instant } from '../contract/instant.ts';
import { createCallQueries } from './callQueries.ts';
import { createCallerChoice } from './callerChoice.ts';
import { type ChangeListener, followChanges } from './changeFeed.ts';
import { createContactQueries } from './contactQueries.ts';
import { type DatabaseAddress, openDatabase, query } from './database.ts';
import { createFailedCalls } from './failedCalls.ts';
import { createHandshakes } from './handshakes.ts';
import { noteKnownUntil, readLastSeen, readStoredKeys } from './lastSeen.ts';
import { createLegNotes } from './legNotes.ts';
import { migrate } from './migrate.ts';
import { createPresenceStore } from './presenceStore.ts';
import { createEventRecorder } from './recordEvent.ts';
import { createRecordingStore } from './recordings/recordingStore.ts';
import { createSyncQueue } from './syncQueue.ts';

export interface StoreOptions {
    readonly address: DatabaseAddress;
    /** The calendar day (yyyy-mm-dd) of an instant where protocols are counted. */
    readonly dayOf: (instant: string) => string;
    /** By which a call lacks something in Salesforce. */
    readonly rules: RecordRules;
    readonly maxConnections?: number;
}

const DEFAULT_MAX_CONNECTIONS = 10;
const MAX_REPLICA_NUMBER = 2 ** 31 - 1;

/** Opens the store on a PostgreSQL and brings its tables up to date. */
export async function openStore({ address, dayOf, rules, maxConnections }: StoreOptions) {
    const database = openDatabase(address, maxConnections ?? DEFAULT_MAX_CONNECTIONS);
    const owner = randomInt(1, MAX_REPLICA_NUMBER);
    await migrate(database).catch(async (error: unknown) => {
        await database.end();
        throw error;
    });
    return {
        recordEvent: createEventRecorder({ database, dayOf, rules }),
        calls: createCallQueries(database),
        contacts: createContactQueries(database),
        /** How far a telephony side is known; null: nothing of it was ever stored. */
        lastSeen: (source: string) => readLastSeen(database, source),
        noteKnownUntil: (source: string, at: Instant) => noteKnownUntil(database, source, at),
        storedKeys: (keys: readonly string[]) => readStoredKeys(database, keys),
        sync: createSyncQueue(database, owner),
        chooseCaller: createCallerChoice(database),
        writeNote: createLegNotes(database),
        failedCalls: createFailedCalls(database),
        handshakes: createHandshakes(database),
        presences: createPresenceStore(database),
        recordings: createRecordingStore(database, owner),
        /** Tells of every change of every call and every presence, whichever replica made it. Returns what stops it. */
        followChanges: (listener: ChangeListener): Promise<() => Promise<void>> =>
            followChanges({ address, database, owner, ...listener }),
        /** Throws StoreUnavailable when PostgreSQL does not answer. */
        ping: async (): Promise<void> => void (await query(database, { text: 'SELECT 1' })),
        close: (): Promise<void> => database.end()
    };
}

export type Store = Awaited<ReturnType<typeof openStore>>;
