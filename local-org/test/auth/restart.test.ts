import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsforce from 'jsforce';
import { CALLBACK, connectByBrowser, tokensOf, webApp } from './oauthClient.ts';
import { API_VERSION, refusalOf, startTestOrg } from '../startTestOrg.ts';

describe('a restart', () => {
    it('keeps sessions, refresh tokens and codes, and no token is readable in the journal', async () => {
        const dataDir = mkdtempSync(join(tmpdir(), 'oauth-restart-'));
        const first = await startTestOrg({ dataDir, connectedApps: [webApp] });
        const { accessToken, refreshToken } = tokensOf(await connectByBrowser(first, 'ana@local.org'));
        await first.close();
        const journal = readFileSync(join(dataDir, 'journal.jsonl'), 'utf8');
        expect(journal).not.toContain(accessToken);
        expect(journal).not.toContain(refreshToken);

        const second = await startTestOrg({ dataDir, connectedApps: [webApp] });
        const oauth2 = {
            loginUrl: second.url,
            clientId: webApp.clientId,
            clientSecret: webApp.clientSecret,
            redirectUri: CALLBACK
        };
        const connection = new jsforce.Connection({
            instanceUrl: second.url,
            oauth2,
            accessToken,
            refreshToken,
            version: API_VERSION
        });
        expect((await connection.query('SELECT Id FROM Case LIMIT 1')).done).toBe(true);
        expect(connection.accessToken).toBe(accessToken);
        await connection.oauth2.revokeToken(accessToken);
        expect((await connection.query('SELECT Id FROM Case LIMIT 1')).done).toBe(true);
        expect(connection.accessToken).not.toBe(accessToken);
        await second.close();

        const third = await startTestOrg({ dataDir, connectedApps: [webApp] });
        const revoked = new jsforce.Connection({ instanceUrl: third.url, accessToken, version: API_VERSION });
        expect((await refusalOf(revoked.query('SELECT Id FROM Case'))).errorCode).toBe('INVALID_SESSION_ID');
        await third.close();
        rmSync(dataDir, { recursive: true });
    });
});
