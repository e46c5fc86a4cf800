import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createAdminCalls } from '../../src/admin/adminCalls.ts';
import { createAdminGate } from '../../src/admin/adminGate.ts';
import { createAdminRecordings } from '../../src/admin/adminRecordings.ts';
import { createAdminRoutes } from '../../src/http/adminRoutes.ts';
import { type HttpServer, startHttpServer } from '../../src/http/httpServer.ts';
import { createKeeping } from '../../src/recordings/keeping/keeping.ts';
import { adviceFor } from '../../src/salesforce/errorAdvice.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createFailedCalls } from '../../src/store/failedCalls.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createRecordingStore } from '../../src/store/recordings/recordingStore.ts';
import { removeFrom } from './recordingRow.ts';
import { createTestDatabase } from './testDatabase.ts';

export const ADMIN_TOKEN = 'the-token-of-who-runs-this-bridge-in-tests';

const RETENTION_DAYS = 120;
const OWNER = 1;

/** The bridge's routes for operators, on a database of their own. Nothing works on its calls but the test. */
export async function startAdminServer(token: string | null = ADMIN_TOKEN) {
    const database: Database = openDatabase(await createTestDatabase(), 4);
    await migrate(database);
    const shown: string[] = [];
    const folder = mkdtempSync(join(tmpdir(), 'bridge-audio-'));
    const store = createRecordingStore(database, OWNER);
    const log = pino({ level: 'silent' });
    const every = { addToAudit: store.audit.add, retentionDays: RETENTION_DAYS, now: Date.now };
    const { erase } = createKeeping({
        ...every,
        deletion: store.deletion,
        sweeps: store.sweeps,
        ofProtocolForAdmin: store.ofProtocolForAdmin,
        removeCopy: removeFrom(folder),
        removeLeft: async () => undefined,
        sources: [],
        deleteAtSource: false,
        log
    });
    const recordings = createAdminRecordings({
        ...every,
        ...store,
        ofProtocol: store.ofProtocolForAdmin,
        erase,
        sweeps: store.sweeps.list,
        listAudit: store.audit.list
    });
    const calls = createAdminCalls({
        ...createFailedCalls(database),
        adviceFor,
        onPersonalDataShown: (callId) => shown.push(callId)
    });
    const passGate = createAdminGate({ token, now: Date.now });
    const server: HttpServer = await startHttpServer({
        host: '127.0.0.1',
        port: 0,
        allowedOrigins: [],
        log,
        routers: [createAdminRoutes({ passGate, ...calls, recordings })]
    });
    return {
        url: server.url,
        database,
        recordings: store,
        /** Where the copies lie. */
        folder,
        /** The calls of which somebody was shown who called. */
        shown,
        async close() {
            await server.close();
            await database.end();
        }
    };
}

export type AdminServer = Awaited<ReturnType<typeof startAdminServer>>;
