import pino from 'pino';
import { createAdminCalls } from '../../src/admin/adminCalls.ts';
import { createAdminGate } from '../../src/admin/adminGate.ts';
import { createAdminRoutes } from '../../src/http/adminRoutes.ts';
import { type HttpServer, startHttpServer } from '../../src/http/httpServer.ts';
import { adviceFor } from '../../src/salesforce/errorAdvice.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createFailedCalls } from '../../src/store/failedCalls.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createTestDatabase } from './testDatabase.ts';

export const ADMIN_TOKEN = 'the-token-of-who-runs-this-bridge-in-tests';

/** The bridge's routes for operators, on a database of their own. Nothing works on its calls but the test. */
export async function startAdminServer(token: string | null = ADMIN_TOKEN) {
    const database: Database = openDatabase(await createTestDatabase(), 4);
    await migrate(database);
    const shown: string[] = [];
    const failedCalls = createFailedCalls(database);
    const admin = createAdminCalls({ ...failedCalls, adviceFor, onPersonalDataShown: (callId) => shown.push(callId) });
    const passGate = createAdminGate({ token, now: Date.now });
    const server: HttpServer = await startHttpServer({
        host: '127.0.0.1',
        port: 0,
        allowedOrigins: [],
        log: pino({ level: 'silent' }),
        routers: [createAdminRoutes({ passGate, ...admin })]
    });
    return {
        url: server.url,
        database,
        /** The calls of which somebody was shown who called. */
        shown,
        async close() {
            await server.close();
            await database.end();
        }
    };
}

export type AdminServer = Awaited<ReturnType<typeof startAdminServer>>;
