import { createMetrics } from '../src/metrics.ts';

const linesOf = async (metrics: ReturnType<typeof createMetrics>): Promise<string[]> =>
    (await metrics.read()).text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

test('the API budget is told as Salesforce last told it, and not before', async () => {
    const metrics = createMetrics();
    const usage = { used: null as number | null, limit: null as number | null, isShort: false, requests: 3 };
    metrics.watchApiUsage(() => usage);
    expect(await linesOf(metrics)).toEqual(['bridge_salesforce_requests 3', 'bridge_salesforce_api_short 0']);
    Object.assign(usage, { used: 91, limit: 100, isShort: true });
    expect(await linesOf(metrics)).toEqual([
        'bridge_salesforce_requests 3',
        'bridge_salesforce_api_used 91',
        'bridge_salesforce_api_limit 100',
        'bridge_salesforce_api_short 1'
    ]);
});

test('the work that waits is counted, and nothing is made up while the database is away', async () => {
    const metrics = createMetrics();
    let isAway = false;
    metrics.watchSync(async () => {
        if (isAway) throw new Error('away');
        return { failed: 1, waiting: 20, leased: 3, oldestWaitingSeconds: 7 };
    });
    expect(await linesOf(metrics)).toEqual(
        expect.arrayContaining([
            'bridge_sync_calls{state="failed"} 1',
            'bridge_sync_calls{state="waiting"} 20',
            'bridge_sync_oldest_waiting_seconds 7'
        ])
    );
    isAway = true;
    expect(await linesOf(metrics)).toEqual([]);
});

test('recordings are counted by state, and nothing is made up while the database is away', async () => {
    const metrics = createMetrics();
    let isAway = false;
    metrics.watchRecordings(async () => {
        if (isAway) throw new Error('away');
        return { waiting: 2, failed: 1, stored: 30, deleted: 4, bytes: 5_000, oldestWaitingSeconds: null };
    });
    expect(await linesOf(metrics)).toEqual([
        'bridge_recordings{state="waiting"} 2',
        'bridge_recordings{state="failed"} 1',
        'bridge_recordings{state="stored"} 30',
        'bridge_recordings{state="deleted"} 4',
        'bridge_recordings_oldest_waiting_seconds 0',
        'bridge_recordings_bytes 5000'
    ]);
    isAway = true;
    expect(await linesOf(metrics)).toEqual([]);
});
