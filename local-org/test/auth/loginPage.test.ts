import { answerLoginPage, authorizeParameters, openLoginPage, webApp } from './oauthClient.ts';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('the login page', () => {
    let org: TestOrg;

    beforeAll(async () => {
        org = await startTestOrg({ connectedApps: [webApp] });
    });
    afterAll(() => org.close());

    it('speaks Portuguese, names the app and lists who may log in by browser', async () => {
        const page = await (await openLoginPage(org, authorizeParameters({ scope: 'api' }))).text();
        expect(page).toContain('<html lang="pt-BR">');
        expect(page).toContain('<strong>Painel &amp; Relatórios</strong>');
        expect(page).toContain('Gerenciar dados do usuário via APIs');
        const usernames = [...page.matchAll(/value="([^"@]+@local\.org)"/g)].map(([, username]) => username);
        expect(usernames).toEqual(['admin@local.org', 'ana@local.org', 'bruno@local.org']);
    });

    it('marks the user that the app hints at', async () => {
        const page = await (await openLoginPage(org, authorizeParameters({ login_hint: 'bruno@local.org' }))).text();
        expect(page).toMatch(/value="bruno@local\.org"\s+required\s+checked/);
    });

    it('escapes what it is given', async () => {
        const state = `"><script>alert('x')</script>&amp;`;
        const parameters = authorizeParameters({ state, nonce: '<b>' });
        parameters.append('"><img src=x>', '<i>');
        const page = await (await openLoginPage(org, parameters)).text();
        expect(page).not.toMatch(/<script|<b>|<i>|<img/);
        const answer = await answerLoginPage(org, await openLoginPage(org, parameters), {
            username: 'ana@local.org',
            decision: 'allow'
        });
        expect(new URL(answer.headers.get('location') ?? '').searchParams.get('state')).toBe(state);
    });

    it('runs no script, may not be framed, and sends its form to the app alone', async () => {
        const { headers } = await openLoginPage(org, authorizeParameters());
        const policy = headers.get('content-security-policy');
        expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; /);
        expect(policy).toContain("form-action 'self' http://localhost:3000; frame-ancestors 'none'; base-uri 'none'");
        expect(headers.get('x-frame-options')).toBe('DENY');
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('cache-control')).toBe('no-store');
        expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
        const onTelephone = await openLoginPage(org, authorizeParameters({ redirect_uri: 'painel:/callback' }));
        expect(onTelephone.headers.get('content-security-policy')).toContain("form-action 'self' painel:;");
    });

    it.each([
        ['nobody', {}],
        ['an unknown user', { username: 'nobody@local.org' }],
        ['an inactive user', { username: 'carla@local.org' }],
        ['a user who is kept to the API', { username: 'bridge@local.org' }]
    ])('asks again for %s, and keeps what the app wants', async (_what, chosen) => {
        const first = await openLoginPage(org, authorizeParameters());
        const again = await answerLoginPage(org, first, { decision: 'allow', ...chosen });
        const page = await again.clone().text();
        expect(page).toContain('role="alert" id="problem"');
        expect(page).toContain('aria-describedby="problem"');
        const answer = await answerLoginPage(org, again, { decision: 'allow', username: 'ana@local.org' });
        expect(answer.status).toBe(302);
    });

    it('takes no decision from a link, nor from a form of another site', async () => {
        const byLink = authorizeParameters({ username: 'admin@local.org', decision: 'allow' });
        expect((await openLoginPage(org, byLink)).status).toBe(200);
        const page = await openLoginPage(org, authorizeParameters());
        const decision = { username: 'admin@local.org', decision: 'allow' };
        const forged = await answerLoginPage(org, page, decision, { Origin: 'https://evil.example' });
        expect(forged.status).toBe(200);
        const own = await answerLoginPage(org, await openLoginPage(org, authorizeParameters()), decision, {
            Origin: org.url
        });
        expect(own.status).toBe(302);
    });
});
