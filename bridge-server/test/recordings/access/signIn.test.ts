import type { RecordingTicket } from '../../../src/contract/agentApi.ts';
import { createBrowser, type TestBrowser } from '../../support/browser.ts';
import { type Hearing, startHearing } from '../../support/hearing.ts';
import { type PrivateOrg, startPrivateOrg } from '../../support/privateOrg.ts';
import { SOUND } from '../../support/recordedCall.ts';

let org: PrivateOrg;
let hearing: Hearing;
let now = () => new Date();

beforeAll(async () => {
    org = await startPrivateOrg();
    hearing = await startHearing({ org, now: () => now() });
    await hearing.insertCall('P-1', await org.createCase('ana@local.org'));
    await hearing.insertCall('P-2', await org.createCase('ana@local.org'));
});
beforeEach(() => {
    now = () => new Date();
});
afterAll(async () => {
    await hearing.close();
    await org.close();
});

/** The org's page to which an address leads, and what it is asked with. */
async function orgPageFor(browser: TestBrowser, address: string): Promise<string> {
    const led = await browser.open(address);
    expect(led.status).toBe(303);
    return browser.next(led);
}
const later = (milliseconds: number) => () => new Date(Date.now() + milliseconds);

test('a browser signs in at the org, comes back to the recording, and hears it', async () => {
    const browser = createBrowser();
    const page = new URL(await orgPageFor(browser, hearing.address('P-1')));
    expect(page.origin + page.pathname).toBe(`${org.url}/services/oauth2/authorize`);
    expect(Object.fromEntries(page.searchParams)).toEqual({
        response_type: 'code',
        client_id: 'softphone-people',
        scope: 'api id',
        redirect_uri: `${hearing.url}/auth/callback`,
        code_challenge: expect.stringMatching(/^[\w-]{43}$/),
        code_challenge_method: 'S256',
        state: expect.stringMatching(/^[\w-]{43}$/)
    });
    const back = await browser.open(await browser.allow(page.href, 'ana@local.org'));
    expect(browser.next(back)).toBe(hearing.address('P-1'));
    const audio = await browser.open(browser.next(back));
    expect(audio.status).toBe(200);
    expect(Buffer.from(await audio.arrayBuffer())).toEqual(SOUND);
    expect(await hearing.audit('P-1')).toMatchObject([
        { action: 'heard', userId: org.idOf('ana@local.org'), who: 'Ana Souza', via: 'browser', address: '127.0.0.1' }
    ]);
    expect((await browser.open(hearing.address('P-2'))).status).toBe(200);
});

test('its cookies are for this host alone, hidden from scripts, and sent by no page elsewhere', async () => {
    const led = await createBrowser().open(hearing.address('P-1'));
    expect(led.headers.getSetCookie()).toEqual([
        expect.stringMatching(/^recordings-sign-in-[\w-]{10}=ey.*; Path=\/auth; .*HttpOnly; SameSite=Lax$/)
    ]);
    const browser = createBrowser();
    const callback = await browser.allow(await orgPageFor(browser, hearing.address('P-1')), 'ana@local.org');
    const [dropped, session] = (await browser.open(callback)).headers.getSetCookie();
    expect(dropped).toMatch(/^recordings-sign-in-[\w-]{10}=; Max-Age=0; Path=\/auth/);
    expect(session).toMatch(/^recordings-session=ey[^;]*; Path=\/; .*HttpOnly; SameSite=Lax$/);
    expect(session).not.toContain('Domain');
});

test('what a session hears no page of another origin plays, and what a ticket hears any may', async () => {
    const browser = createBrowser();
    const heard = await browser.signIn(hearing.address('P-1'), 'ana@local.org');
    expect(heard.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    const headers = await hearing.softphone('ana@local.org');
    const opened = await fetch(hearing.address('P-1', '/ticket'), { method: 'POST', headers });
    const { parts } = (await opened.json()) as RecordingTicket;
    const played = await fetch(parts[0]?.url ?? '');
    expect(played.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
});

test('over HTTPS the cookies are secure and named so that no other host can set them', async () => {
    const secure = await startHearing({ org, publicUrl: 'https://bridge.example.com' });
    const led = await createBrowser().open(secure.address('P-1'));
    expect(led.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Secure-recordings-sign-in-.*; Secure; /)]);
    expect(new URL(led.headers.get('location') ?? '').searchParams.get('redirect_uri')).toBe(
        'https://bridge.example.com/auth/callback'
    );
    await secure.close();
});

test('several tabs sign in at once, each back to its own recording', async () => {
    const browser = createBrowser();
    const pages = [
        await orgPageFor(browser, hearing.address('P-1')),
        await orgPageFor(browser, hearing.address('P-2', '/1?download=1'))
    ];
    const callbacks = [];
    for (const page of pages) callbacks.push(await browser.allow(page, 'ana@local.org'));
    const back = [];
    for (const callback of callbacks.toReversed()) back.push(browser.next(await browser.open(callback)));
    expect(back).toEqual([hearing.address('P-2', '/1?download=1'), hearing.address('P-1')]);
});

test('a code is of use once, and to the browser that went for it', async () => {
    const browser = createBrowser();
    const callback = await browser.allow(await orgPageFor(browser, hearing.address('P-1')), 'ana@local.org');
    const stranger = await createBrowser().open(callback);
    expect([stranger.status, stranger.headers.getSetCookie()]).toEqual([400, []]);
    const cookies = new Map(browser.cookies);
    expect((await browser.open(callback)).status).toBe(303);
    expect((await browser.open(callback)).status).toBe(400);
    // whoever kept the cookie comes back with an attempt that is used up
    browser.cookies.clear();
    for (const [name, cookie] of cookies) browser.cookies.set(name, cookie);
    const asked = await org.requests('/oauth2/token');
    expect((await browser.open(callback)).status).toBe(400);
    expect(await org.requests('/oauth2/token')).toBe(asked);
    expect((await browser.open(hearing.address('P-1'))).status).toBe(303);
});

test('a code that another bridge of the same secret took before is refused by the org', async () => {
    const replica = await startHearing({ org, publicUrl: hearing.url });
    const browser = createBrowser();
    const callback = await browser.allow(await orgPageFor(browser, hearing.address('P-1')), 'ana@local.org');
    const cookie = [...browser.cookies].map(([name, { value }]) => `${name.split(' ')[1]}=${value}`).join('; ');
    expect((await browser.open(callback)).status).toBe(303);
    const replayed = await createBrowser().open(callback.replace(hearing.url, replica.url), { cookie });
    expect(replayed.status).toBe(403);
    expect(await replayed.text()).toContain('O Salesforce não aceitou esta entrada');
    await replica.close();
});

test.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'A'.repeat(43))],
    [
        'a state of which only the cookie’s name is right',
        (url: URL) => {
            const state = url.searchParams.get('state') ?? '';
            url.searchParams.set('state', `${state.slice(0, 10)}${'A'.repeat(33)}`);
        }
    ],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['two states', (url: URL) => url.searchParams.append('state', url.searchParams.get('state') ?? '')]
])('%s signs nobody in', async (_name, change) => {
    const browser = createBrowser();
    const callback = new URL(await browser.allow(await orgPageFor(browser, hearing.address('P-1')), 'ana@local.org'));
    change(callback);
    const answer = await browser.open(callback.href);
    expect(answer.status).toBe(400);
    expect([...browser.cookies.keys()].join()).not.toContain('recordings-session');
});

test('an attempt that took too long begins again', async () => {
    const browser = createBrowser();
    const callback = await browser.allow(await orgPageFor(browser, hearing.address('P-1')), 'ana@local.org');
    now = later(11 * 60_000);
    expect((await browser.open(callback)).status).toBe(400);
});

test('the verifier never leaves the bridge, so a code alone is of use to nobody', async () => {
    const browser = createBrowser();
    const callback = new URL(await browser.allow(await orgPageFor(browser, hearing.address('P-1')), 'ana@local.org'));
    const form = { grant_type: 'authorization_code', code: callback.searchParams.get('code') ?? '' };
    const body = new URLSearchParams({
        ...form,
        client_id: 'softphone-people',
        redirect_uri: `${hearing.url}/auth/callback`
    });
    const stolen = await fetch(`${org.url}/services/oauth2/token`, { method: 'POST', body });
    expect(stolen.status).toBe(400);
});

test('a session is over after an hour, and the browser is led to sign in again', async () => {
    const browser = createBrowser();
    expect((await browser.signIn(hearing.address('P-1'), 'ana@local.org')).status).toBe(200);
    now = later(61 * 60_000);
    expect((await browser.open(hearing.address('P-1'))).status).toBe(303);
    expect((await browser.fetch(hearing.address('P-1'))).status).toBe(401);
});

test('somebody else signs in on a page that asks anew', async () => {
    const browser = createBrowser();
    await browser.signIn(hearing.address('P-1'), 'bruno@local.org');
    const led = await browser.open(`${hearing.url}/auth/again?return=${encodeURIComponent('/recordings/P-1')}`);
    expect(new URL(browser.next(led)).searchParams.get('prompt')).toBe('login');
    const back = await browser.open(await browser.allow(browser.next(led), 'ana@local.org'));
    expect((await browser.open(browser.next(back))).status).toBe(200);
});

test('without an app for people the page says to listen in the console', async () => {
    const closed = await startHearing({ org, signIn: 'off' });
    const page = await createBrowser().open(closed.address('P-1'));
    expect(page.status).toBe(501);
    expect(await page.text()).toContain('Ouça pelo console');
    expect((await fetch(closed.address('P-1'))).status).toBe(401);
    expect((await createBrowser().open(`${closed.url}/auth/callback?code=x&state=y`)).status).toBe(400);
    await closed.close();
});
