import pino from 'pino';
import type { BrowserSignInWay } from '../../src/http/browserSignIn.ts';
import { startHttpServer } from '../../src/http/httpServer.ts';
import { createSignInRoutes } from '../../src/http/signInRoutes.ts';

test('whoever comes back with nothing a hundred times fills no log', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
    const reasons = ['attempt-unknown', 'denied'] as const;
    let asked = 0;
    const way: BrowserSignInWay = {
        isConfigured: true,
        session: () => null,
        addressOf: (path) => path,
        leave: async () => undefined,
        comeBack: async () => ({ reason: reasons[asked++ % 2] ?? 'denied', returnPath: null })
    };
    const routers = [createSignInRoutes({ way, noteSignInRefused: async () => undefined, log })];
    const server = await startHttpServer({ host: '127.0.0.1', port: 0, allowedOrigins: [], routers, log });
    const statuses = new Set<number>();
    for (let attempt = 0; attempt < 100; attempt++)
        statuses.add((await fetch(`${server.url}/auth/callback?state=x&code=y`)).status);
    await server.close();
    expect(statuses).toEqual(new Set([400, 403]));
    expect(lines.map((line) => (JSON.parse(line) as { reason: string }).reason)).toEqual([...reasons]);
});
