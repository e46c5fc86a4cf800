import type { App } from '../../src/app.ts';
import { createLogger } from '../../src/logger.ts';
import { eventually } from '../support/eventually.ts';
import { startTestBridge } from '../support/startTestBridge.ts';
import { createTestDatabase, toDatabaseUrl } from '../support/testDatabase.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';
import { createWebhookSide, WEBHOOK_SECRET } from '../support/webhookSide.ts';

let org: TestOrg;
let bridge: App;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let lines: string[];

beforeEach(async () => {
    org = await startTestOrg();
    database = await createTestDatabase();
    lines = [];
    bridge = await startTestBridge(
        { ...org.bridgeEnvironment, DATABASE_URL: toDatabaseUrl(database), WEBHOOK_SECRETS: WEBHOOK_SECRET },
        createLogger('trace', { write: (line) => void lines.push(line) })
    );
});
afterEach(async () => {
    await bridge.close();
    await org.close();
});

const about = (type: string, second: number, details: object = {}) => ({
    type,
    callId: 'c',
    at: `2026-11-23T12:00:${String(second).padStart(2, '0')}.000Z`,
    ...details
});
const leg = { legId: 'c-1001', agent: '1001' };
const PERSONAL = /98765|Maria|Padaria|\d{3}\.?\d{3}\.?\d{3}-?\d{2}\b/;

test('no line holds a number, a name or a document, and every failure its code, its step and its call', async () => {
    const quoting = 'Maria da Silva (11) 98765-4321 123.456.789-09: value not of required type';
    for (const [errorCode, status] of [
        ['UNABLE_TO_LOCK_ROW', 400],
        ['SERVER_UNAVAILABLE', 503],
        ['UNKNOWN_EXCEPTION', 500],
        ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 400]
    ] as const)
        await org.fail({
            kind: 'status',
            status,
            errorCode,
            message: quoting,
            times: 1,
            match: { pathIncludes: '/composite' }
        });
    await org.fail({ kind: 'dropAfterCommit', times: 1, match: { method: 'GET', pathIncludes: '/search' } });

    const telephony = createWebhookSide(bridge.url);
    const facts = { direction: 'inbound', number: '5511987654321', callerName: 'Maria da Silva' };
    await telephony.tell(
        about('callArrived', 0, { facts }),
        about('legOffered', 1, leg),
        about('legAnswered', 5, leg),
        about('callEnded', 30)
    );
    const failures = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ code }) => code);
    await eventually(
        async () => failures(),
        (found) => found.some(({ code }) => code === 'FIELD_CUSTOM_VALIDATION_EXCEPTION')
    );
    for (const failure of failures()) {
        expect(failure).toMatchObject({ callId: 'webhook:c', step: expect.any(String), code: expect.any(String) });
    }
    expect(new Set(failures().map(({ code }) => code)).size).toBeGreaterThanOrEqual(4);
    expect(lines.filter((line) => PERSONAL.test(line))).toEqual([]);
});

test('an error that quotes rows or Salesforce is told without what it quotes', () => {
    const log = createLogger('info', { write: (line) => void lines.push(line) });
    const ofPostgres = Object.assign(new Error('invalid input syntax: "Maria"'), { code: '22P02', detail: 'Maria' });
    log.error({ err: new Error('The call was not stored', { cause: ofPostgres }) }, 'A request failed');
    const line = lines.at(-1) ?? '';
    expect(line).not.toMatch(/Maria/);
    expect(JSON.parse(line)).toMatchObject({
        err: { message: 'The call was not stored', cause: { code: '22P02', at: expect.stringContaining('logs.test') } }
    });
});
