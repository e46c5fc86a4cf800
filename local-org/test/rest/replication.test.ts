import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

const MS_PER_MINUTE = 60_000;
const NOW = new Date('2026-11-23T12:00:00Z');

describe('what changed in a span of time', () => {
    let org: TestOrg;
    let admin: Connection;
    let now = NOW;

    beforeAll(async () => {
        org = await startTestOrg({ clock: () => now });
        admin = await org.connect('admin@local.org');
    });
    afterAll(() => org.close());

    const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * MS_PER_MINUTE);

    it('is told as the ids of live records and of deleted ones', async () => {
        now = minutesLater(2);
        const { id: staying } = await admin.sobject('Contact').create({ LastName: 'Fica' });
        const { id: going } = await admin.sobject('Contact').create({ LastName: 'Vai' });
        await admin.sobject('Contact').destroy(String(going));
        now = minutesLater(4);
        const updated = await admin.sobject('Contact').updated(minutesLater(1), minutesLater(3));
        const deleted = await admin.sobject('Contact').deleted(minutesLater(1), minutesLater(3));
        expect(updated).toEqual({ ids: [staying], latestDateCovered: '2026-11-23T12:03:00.000+0000' });
        expect(deleted).toEqual({
            deletedRecords: [{ id: going, deletedDate: '2026-11-23T12:02:00.000+0000' }],
            earliestDateAvailable: expect.any(String),
            latestDateCovered: '2026-11-23T12:03:00.000+0000'
        });
    });

    it.each([
        ['without a start', '?end=2026-11-23T12:00:00Z', 'MISSING_ARGUMENT'],
        ['with a start that is no date', '?start=x&end=2026-11-23T12:00:00Z', 'INVALID_REPLICATION_DATE'],
        ['of less than a minute', '?start=2026-11-23T12:00:00Z&end=2026-11-23T12:00:59Z', 'INVALID_REPLICATION_DATE'],
        ['of 40 days ago', '?start=2026-10-14T12:00:00Z&end=2026-11-23T12:00:00Z', 'INVALID_REPLICATION_DATE']
    ])('is refused %s', async (_what, query, errorCode) => {
        const refusal = await refusalOf(admin.request(`/services/data/v66.0/sobjects/Contact/updated${query}`));
        expect(refusal.errorCode).toBe(errorCode);
    });
});
