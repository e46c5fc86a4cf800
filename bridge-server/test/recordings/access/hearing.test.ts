import { randomUUID } from 'node:crypto';
import { createRecordingTickets } from '../../../src/auth/recordingTickets.ts';
import type { Problem, RecordingTicket } from '../../../src/contract/agentApi.ts';
import { createBrowser } from '../../support/browser.ts';
import { type Hearing, SESSION_SECRET, startHearing } from '../../support/hearing.ts';
import { type PrivateOrg, startPrivateOrg } from '../../support/privateOrg.ts';
import { SOUND } from '../../support/recordedCall.ts';

let org: PrivateOrg;
let hearing: Hearing;
let anasCase: string;
let now = () => new Date();

beforeAll(async () => {
    org = await startPrivateOrg();
    hearing = await startHearing({ org, now: () => now(), trustedProxies: ['loopback'] });
    anasCase = await org.createCase('ana@local.org');
});
beforeEach(() => {
    now = () => new Date();
});
afterAll(async () => {
    await hearing.close();
    await org.close();
});

const later = (milliseconds: number) => () => new Date(Date.now() + milliseconds);
const nameOf = async (response: Response): Promise<string> =>
    ((await response.json()) as Problem).type.split(':')[2] ?? '';
const askTicket = async (protocol: string, username: string) =>
    fetch(hearing.address(protocol, '/ticket'), { method: 'POST', headers: await hearing.softphone(username) });
const openTicket = async (protocol: string, username = 'ana@local.org') => {
    const response = await askTicket(protocol, username);
    expect(response.status).toBe(201);
    return (await response.json()) as RecordingTicket;
};
const newCall = async (...recordings: Parameters<Hearing['insertCall']>[2] & object) => {
    const protocol = `p-${randomUUID().slice(0, 8)}`;
    await hearing.insertCall(protocol, anasCase, recordings.length > 0 ? recordings : [{}]);
    return protocol;
};

test('an agent who sees the Case gets addresses that play, and the audit says who heard what from where', async () => {
    const protocol = await newCall();
    const { parts, expiresAt } = await openTicket(protocol.toUpperCase());
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(14 * 60_000);
    expect(parts).toEqual([
        {
            url: expect.stringContaining(`/recordings/${protocol}/1?ticket=`),
            downloadUrl: `${parts[0]?.url}&download=1`,
            contentType: 'audio/wav',
            playable: true,
            bytes: 1000,
            durationMs: 3000,
            peaks: [10, 20, 30]
        }
    ]);
    const heard = await fetch(parts[0]?.url ?? '', {
        headers: { 'x-forwarded-for': '203.0.113.9', 'user-agent': 'Chrome' }
    });
    expect(Buffer.from(await heard.arrayBuffer())).toEqual(SOUND);
    for (const start of [10, 20, 30]) await fetch(parts[0]?.url ?? '', { headers: { range: `bytes=${start}-` } });
    await fetch(parts[0]?.downloadUrl ?? '');
    await fetch(parts[0]?.url ?? '', { method: 'HEAD' });
    const ana = { userId: org.idOf('ana@local.org'), via: 'console', protocol };
    expect(await hearing.audit(protocol)).toMatchObject([
        { ...ana, action: 'opened', part: null },
        { ...ana, action: 'heard', part: 1, address: '203.0.113.9', userAgent: 'Chrome' },
        { ...ana, action: 'downloaded', part: 1 }
    ]);
});

test('neither the ticket nor where it is refused is kept or told by a browser', async () => {
    const headers = await hearing.softphone('ana@local.org');
    const opened = await fetch(hearing.address(await newCall(), '/ticket'), { method: 'POST', headers });
    const refused = await fetch(hearing.address('p-1', '?ticket=old'));
    const led = await createBrowser().open(hearing.address('p-1', '?ticket=old'));
    for (const answer of [opened, refused, led]) {
        expect(answer.headers.get('cache-control')).toBe('private, no-store');
        expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    }
});

test('the ticket tells nothing of who holds it to whoever reads the address', async () => {
    const [part] = (await openTicket(await newCall())).parts;
    const ticket = new URL(part?.url ?? '').searchParams.get('ticket') ?? '';
    const readable = ticket
        .split('.')
        .map((piece) => Buffer.from(piece, 'base64url').toString('latin1'))
        .join();
    expect(readable).not.toMatch(/ana@local|005/);
});

test('an agent who does not see the Case gets no ticket, and that is noted once a minute', async () => {
    const protocol = await newCall();
    for (let attempt = 0; attempt < 3; attempt++) {
        const refused = await askTicket(protocol, 'bruno@local.org');
        expect([refused.status, await nameOf(refused)]).toEqual([403, 'case-not-readable']);
    }
    const bruno = { userId: org.idOf('bruno@local.org'), via: 'console', reason: 'case-not-readable' };
    expect(await hearing.audit(protocol)).toMatchObject([{ ...bruno, action: 'refused' }]);
});

test('who signed in with a browser hears what their own token may read, and is told by page what it may not', async () => {
    const protocol = await newCall();
    const browser = createBrowser();
    const page = await browser.signIn(hearing.address(protocol), 'bruno@local.org');
    expect(page.status).toBe(403);
    const text = await page.text();
    expect(text).toContain('Você não tem acesso a esta gravação');
    expect(text).toContain('Você entrou como Bruno Lima.');
    expect(text).toContain(`/auth/again?return=${encodeURIComponent(`/recordings/${protocol}`)}`);
    expect(await nameOf(await browser.fetch(hearing.address(protocol)))).toBe('case-not-readable');
    const brunos = `b-${protocol}`;
    await hearing.insertCall(brunos, await org.createCase('bruno@local.org'));
    expect((await browser.open(hearing.address(brunos))).status).toBe(200);
    expect(await hearing.audit(protocol)).toMatchObject([{ action: 'refused', who: 'Bruno Lima', via: 'browser' }]);
});

test('a player that seeks asks Salesforce nothing', async () => {
    const protocol = await newCall();
    const browser = createBrowser();
    await browser.signIn(hearing.address(protocol), 'ana@local.org');
    const asked = await org.requests('/query');
    now = later(30_000);
    for (const start of [10, 20, 30])
        expect((await browser.fetch(hearing.address(protocol), { range: `bytes=${start}-` })).status).toBe(206);
    expect(await org.requests('/query')).toBe(asked);
});

describe('a ticket', () => {
    const forge = (secret: string, protocol: string) =>
        createRecordingTickets({ secret, now: () => now() }).issue({
            protocol,
            userId: org.idOf('ana@local.org'),
            name: 'Ana'
        });

    test.each([
        [
            'of another secret',
            async (protocol: string) => (await forge('another secret of thirty-two characters', protocol)).ticket
        ],
        ['of another recording', async () => (await forge(SESSION_SECRET, 'p-other')).ticket],
        [
            'that was changed',
            async (protocol: string) => {
                const { ticket } = await forge(SESSION_SECRET, protocol);
                return `${ticket.slice(0, -4)}AAAA`;
            }
        ],
        [
            'of a softphone’s session',
            async () => (await hearing.softphone('ana@local.org'))['authorization']?.slice(7) ?? ''
        ],
        ['that is nothing', async () => ''],
        ['that is JSON of no algorithm', async () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`]
    ])('%s plays nothing, and is noted', async (_name, make) => {
        const protocol = await newCall();
        const url = hearing.address(protocol, `?ticket=${await make(protocol)}`);
        const refused = await fetch(url, {
            headers: { 'x-forwarded-for': `198.51.100.${Math.ceil(Math.random() * 250)}` }
        });
        expect([refused.status, await nameOf(refused)]).toEqual([401, 'ticket-refused']);
        expect((await hearing.audit(protocol)).slice(0, 1)).toMatchObject([{ action: 'refused', userId: null }]);
    });

    test('holds for a quarter of an hour, also while it is played', async () => {
        const [part] = (await openTicket(await newCall())).parts;
        now = later(14 * 60_000 + 50_000);
        expect((await fetch(part?.url ?? '')).status).toBe(200);
        now = later(15 * 60_000 + 1000);
        expect((await fetch(part?.url ?? '')).status).toBe(401);
    });

    test('of somebody who lost the Case since plays nothing more', async () => {
        const caseId = await org.createCase('ana@local.org');
        const protocol = `p-${randomUUID().slice(0, 8)}`;
        await hearing.insertCall(protocol, caseId);
        const { ticket } = await forge(SESSION_SECRET, protocol);
        await org.update('Case', caseId, { OwnerId: org.idOf('bruno@local.org') });
        const refused = await fetch(hearing.address(protocol, `?ticket=${ticket}`));
        expect([refused.status, await nameOf(refused)]).toEqual([403, 'case-not-readable']);
    });

    test('that is over leads a person’s browser to the link itself', async () => {
        const answer = await createBrowser().open(hearing.address('p-1', '/2?ticket=old&download=1'));
        expect(answer.headers.get('location')).toBe(hearing.address('p-1', '/2?download=1'));
    });
});

test('a stranger without anything gets a problem, and fills no table', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.77' };
    for (let attempt = 0; attempt < 5; attempt++)
        expect((await fetch(hearing.address(`guess-${attempt}`), { headers })).status).toBe(401);
    expect((await hearing.audit()).filter(({ address }) => address === '192.0.2.77')).toMatchObject([
        { action: 'refused', protocol: 'guess-0', reason: 'ticket-refused' }
    ]);
});

test('whoever shows a session that is none gets a problem, and is noted', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.78', cookie: 'recordings-session=forged' };
    const refused = await fetch(hearing.address('p-forged'), { headers });
    expect([refused.status, await nameOf(refused)]).toEqual([401, 'session-ended']);
    expect(await hearing.audit('p-forged')).toMatchObject([{ action: 'refused', address: '192.0.2.78', userId: null }]);
});

test('audio is given to nobody whose hearing cannot be noted', async () => {
    const [part] = (await openTicket(await newCall())).parts;
    await hearing.database.query('ALTER TABLE recording_audit RENAME TO away');
    const answer = await fetch(part?.url ?? '');
    await hearing.database.query('ALTER TABLE away RENAME TO recording_audit');
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(answer.headers.get('content-type')).toContain('problem+json');
    expect((await fetch(part?.url ?? '')).status).toBe(200);
});
