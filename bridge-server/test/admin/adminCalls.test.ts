import { createAdminCalls } from '../../src/admin/adminCalls.ts';
import type { AdminCall } from '../../src/contract/adminApi.ts';
import { inbound, event, legEvent, play } from '../calls/story.ts';

const call = play(
    event('callArrived', 0, inbound),
    legEvent('legOffered', 1, '1001'),
    legEvent('legAnswered', 5, '1001')
);
const failed: Omit<AdminCall, 'advice'> = {
    callId: 'test:1',
    protocol: '20261123000001',
    sync: 'failed',
    startedAt: '2026-11-23T12:00:00.000Z',
    answeredAt: '2026-11-23T12:00:05.000Z',
    endedAt: null,
    step: { kind: 'openCase', legId: null },
    attempts: 1,
    failedAt: '2026-11-23T12:00:06.000Z',
    nextTryAt: null,
    code: 'STRING_TOO_LONG',
    saidBySalesforce: 'too long'
};
const complete = {
    ...failed,
    sync: 'complete' as const,
    step: null,
    failedAt: null,
    code: null,
    saidBySalesforce: null
};

/** A store that holds one call. */
function createWith(synced: typeof failed) {
    const shown: string[] = [];
    const admin = createAdminCalls({
        list: async () => ({ calls: [synced], next: 'more' }),
        find: async (id) => (id === synced.callId ? { synced, call } : null),
        retry: async (id) =>
            id === synced.callId && synced.sync === 'failed' ? { due: 1, at: synced.startedAt } : null,
        retryAll: async () => ({ due: 0, at: synced.startedAt }),
        counts: async () => ({ failed: 0, waiting: 0, leased: 0, retrying: 0, oldestWaitingSeconds: null }),
        adviceFor: (code) => `do something about ${code}`,
        onPersonalDataShown: (callId) => shown.push(callId)
    });
    return { admin, shown };
}

test('says of each failed call what to do', async () => {
    const { calls, next } = await createWith(failed).admin.list({ sync: 'failed', limit: 1 });
    expect(calls).toEqual([{ ...failed, advice: 'do something about STRING_TOO_LONG' }]);
    expect(next).toBe('more');
});

test('has advice for a failure without a code, and none where nothing failed', async () => {
    expect(await createWith({ ...failed, code: null }).admin.show('test:1', undefined)).toMatchObject({
        advice: 'do something about null'
    });
    expect(await createWith(complete).admin.show('test:1', undefined)).toMatchObject({ advice: null });
});

test('shows neither number nor name unless asked to, and tells when it did', async () => {
    const { admin, shown } = createWith(failed);
    const shy = await admin.show('test:1', undefined);
    expect(shy).toMatchObject({ case: null, legs: [{ agent: '1001', taskId: null }] });
    expect(JSON.stringify(shy)).not.toMatch(/5511987654321|Maria/);
    expect(shown).toEqual([]);
    const { personalData } = await admin.show('test:1', 'include');
    expect(personalData).toEqual({ number: '5511987654321', announcedName: 'Maria', caller: null });
    expect(shown).toEqual(['test:1']);
});

test('retries a failed call, and no other', async () => {
    expect(await createWith(failed).admin.retry('test:1')).toEqual({ due: 1, at: failed.startedAt });
    await expect(createWith(complete).admin.retry('test:1')).rejects.toMatchObject({
        status: 409,
        message: 'Only a failed call can be retried. Salesforce lacks nothing of it.'
    });
});

test('says that a call is unknown', async () => {
    const { admin } = createWith(failed);
    await expect(admin.show('test:2', 'include')).rejects.toMatchObject({ status: 404 });
    await expect(admin.retry('test:2')).rejects.toMatchObject({ status: 404 });
});
