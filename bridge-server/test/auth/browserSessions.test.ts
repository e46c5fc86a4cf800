import { createBrowserSessions } from '../../src/auth/browserSessions.ts';

const NOON = Date.parse('2026-11-23T12:00:00Z');
const HOUR_MS = 60 * 60_000;
const at = (ms: number, secret = 'a secret of at least thirty-two characters') =>
    createBrowserSessions({ secret, now: () => new Date(NOON + ms) });
const ana = { userId: '005A', name: 'Ana', accessToken: 'token' };

test('is read by whoever has the secret, for an hour', async () => {
    const cookie = await at(0).start(ana);
    expect(await at(HOUR_MS - 1000).read(cookie)).toMatchObject({ ...ana, startedAt: '2026-11-23T12:00:00.000Z' });
    expect(await at(HOUR_MS).read(cookie)).toBeNull();
});

test('is over once the secret is another', async () => {
    const cookie = await at(0).start(ana);
    expect(await at(0, 'another secret of at least thirty-two characters').read(cookie)).toBeNull();
});

test('of a token that no browser’s cookie holds does not begin', async () => {
    const cookie = await at(0).start({ ...ana, accessToken: 'x'.repeat(2500) });
    expect(cookie.length).toBeLessThan(4000);
    await expect(at(0).start({ ...ana, accessToken: 'x'.repeat(3000) })).rejects.toThrow('JWT-based access tokens off');
});
