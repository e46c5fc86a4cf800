import type { Logger } from 'pino';
import type { App } from '../../src/app.ts';
import { startTestBridge } from './startTestBridge.ts';
import { createTestDatabase, toDatabaseUrl } from './testDatabase.ts';
import { startTestOrg, type TestOrg } from './testOrg.ts';
import { createWebhookSide, WEBHOOK_SECRET, type WebhookSide } from './webhookSide.ts';

/** The whole way of a call: a telephony side, a bridge on a database of its own, and an org. */
export interface Flow {
    readonly org: TestOrg;
    readonly bridge: App;
    readonly database: Awaited<ReturnType<typeof createTestDatabase>>;
    readonly telephony: WebhookSide;
    close(): Promise<void>;
}

interface FlowOptions {
    /** When it is not given, the flow has one of its own and closes it. */
    readonly org?: TestOrg;
    readonly environment?: Readonly<Record<string, string>>;
    readonly log?: Logger;
}

export async function startFlow({ org: given, environment = {}, log }: FlowOptions = {}): Promise<Flow> {
    const org = given ?? (await startTestOrg());
    const database = await createTestDatabase();
    const bridge = await startTestBridge(
        {
            ...org.bridgeEnvironment,
            DATABASE_URL: toDatabaseUrl(database),
            WEBHOOK_SECRETS: WEBHOOK_SECRET,
            ...environment
        },
        log
    );
    return {
        org,
        bridge,
        database,
        telephony: createWebhookSide(bridge.url),
        async close() {
            await bridge.close();
            if (!given) await org.close();
        }
    };
}
