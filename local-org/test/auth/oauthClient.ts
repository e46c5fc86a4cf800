import { createHash } from 'node:crypto';
import jsforce, { type Connection } from 'jsforce';
import type { ConnectedApp } from '../../src/auth/connectedApp.ts';
import { API_VERSION, type TestOrg } from '../startTestOrg.ts';

export const CALLBACK = 'http://localhost:3000/callback';
export const VERIFIER = 'a-verifier-that-is-long-enough-to-be-taken-for-one-by-anybody';

/** An app with a secret, which everybody may approve for themselves. */
export const webApp: ConnectedApp = {
    clientId: 'web-app',
    name: 'Painel & Relatórios',
    clientSecret: 'web-app-secret',
    scopes: ['api', 'id', 'openid', 'refresh_token', 'web'],
    callbackUrls: [CALLBACK, 'painel:/callback'],
    permittedUsers: { kind: 'selfAuthorized' }
};

/** How the web app makes itself known to the token endpoint. */
export const webClient = { client_id: webApp.clientId, client_secret: webApp.clientSecret ?? '' };

export interface JsonAnswer {
    status: number;
    body: Record<string, unknown>;
}

export async function postForm(
    url: string,
    form: Record<string, string>,
    headers: Record<string, string> = {}
): Promise<JsonAnswer> {
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form), headers });
    return { status: response.status, body: (await response.json()) as JsonAnswer['body'] };
}

export function requestToken(org: TestOrg, form: Record<string, string>, headers = {}): Promise<JsonAnswer> {
    return postForm(`${org.url}/services/oauth2/token`, form, headers);
}

/** What a web app sends the browser to ask; null leaves a parameter out. */
export function authorizeParameters(changes: Record<string, string | null> = {}): URLSearchParams {
    const parameters: Record<string, string | null> = {
        response_type: 'code',
        client_id: webApp.clientId,
        redirect_uri: CALLBACK,
        code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
        state: 'of-mind',
        ...changes
    };
    const given = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
        if (value !== null) given.set(name, value);
    }
    return given;
}

export function openLoginPage(org: TestOrg, parameters: URLSearchParams): Promise<Response> {
    return fetch(`${org.url}/services/oauth2/authorize?${parameters}`, { redirect: 'manual' });
}

/** Sends the login page's form as a browser would, with what the page itself put into it. */
export async function answerLoginPage(
    org: TestOrg,
    page: Response,
    answer: Record<string, string>,
    headers: Record<string, string> = {}
): Promise<Response> {
    const markup = await page.text();
    const form = new URLSearchParams(answer);
    for (const [, name = '', value = ''] of markup.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)) {
        form.set(unescapeHtml(name), unescapeHtml(value));
    }
    return fetch(`${org.url}/services/oauth2/authorize`, { method: 'POST', body: form, redirect: 'manual', headers });
}

/** Where the browser ends up when the user logs in and allows. */
export async function allowAccess(org: TestOrg, username: string, parameters: URLSearchParams): Promise<URL> {
    const page = await openLoginPage(org, parameters);
    const answer = await answerLoginPage(org, page, { username, decision: 'allow' });
    return new URL(answer.headers.get('location') ?? '');
}

/** A jsforce connection that got its tokens by the web-server flow. */
export async function connectByBrowser(org: TestOrg, username: string, scope?: string): Promise<Connection> {
    const oauth2 = new jsforce.OAuth2({
        loginUrl: org.url,
        clientId: webApp.clientId,
        clientSecret: webApp.clientSecret,
        redirectUri: CALLBACK,
        useVerifier: true
    });
    const asked = new URL(oauth2.getAuthorizationUrl(scope === undefined ? {} : { scope }));
    const arrived = await allowAccess(org, username, asked.searchParams);
    const connection = new jsforce.Connection({ oauth2, version: API_VERSION });
    await connection.authorize(arrived.searchParams.get('code') ?? '');
    return connection;
}

/** What the org tells the web app of a token; `changes` to the form make it ask as another app. */
export async function introspect(org: TestOrg, token: string, changes = {}): Promise<JsonAnswer['body']> {
    const { body } = await postForm(`${org.url}/services/oauth2/introspect`, { token, ...webClient, ...changes });
    return body;
}

/** What a connection got to speak with; empty when it got none. */
export function tokensOf({ accessToken, refreshToken }: Connection): { accessToken: string; refreshToken: string } {
    return { accessToken: accessToken ?? '', refreshToken: refreshToken ?? '' };
}

function unescapeHtml(text: string): string {
    const characters: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
    return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characters[entity] ?? '');
}
