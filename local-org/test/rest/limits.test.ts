import { startTestOrg } from '../startTestOrg.ts';

it('the limits name what an org may use, and count the API calls', async () => {
    const org = await startTestOrg();
    const admin = await org.connect('admin@local.org');
    const limits = await admin.limits();
    expect(limits.DailyApiRequests).toEqual({ Max: 100_000, Remaining: 99_999 });
    expect(limits.DataStorageMB).toEqual({ Max: 10_240, Remaining: 10_240 });
    expect(Object.keys(limits).length).toBeGreaterThan(30);
    await org.close();
});
