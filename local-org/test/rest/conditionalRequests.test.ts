import type { Connection } from 'jsforce';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

const BEFORE = 'Mon, 01 Jan 2001 00:00:00 GMT';
const LATER = 'Tue, 01 Jan 2999 00:00:00 GMT';

describe('a record asked for on a condition', () => {
    let org: TestOrg;
    let admin: Connection;
    let accountUrl: string;
    let contactUrl: string;

    beforeAll(async () => {
        org = await startTestOrg();
        admin = await org.connect('admin@local.org');
        const account = await admin.sobject('Account').create({ Name: 'Condicional' });
        const contact = await admin.sobject('Contact').create({ LastName: 'Condicional' });
        accountUrl = `sobjects/Account/${account.id}`;
        contactUrl = `sobjects/Contact/${contact.id}`;
    });
    afterAll(() => org.close());

    const send = (method: string, path: string, headers: Record<string, string> = {}, body?: object) =>
        fetch(`${org.url}/services/data/v66.0/${path}`, {
            method,
            headers: {
                Authorization: `Bearer ${admin.accessToken}`,
                ...(body ? { 'Content-Type': 'application/json' } : {}),
                ...headers
            },
            ...(body ? { body: JSON.stringify(body) } : {})
        });
    const tagOf = async (path: string) => String((await send('GET', path)).headers.get('etag'));

    it('comes with the time of its last change, and an Account with an entity tag', async () => {
        const account = await send('GET', accountUrl);
        const contact = await send('GET', contactUrl);
        expect(new Date(String(account.headers.get('last-modified'))).getTime()).toBeGreaterThan(0);
        expect(account.headers.get('etag')).toMatch(/^"[^"]+"$/);
        expect(contact.headers.get('last-modified')).not.toBeNull();
        expect(contact.headers.get('etag')).toBeNull();
    });

    it.each([
        ['If-Modified-Since', LATER, 304],
        ['If-Modified-Since', BEFORE, 200],
        ['If-Unmodified-Since', LATER, 200],
        ['If-Unmodified-Since', BEFORE, 412],
        ['If-Modified-Since', 'yesterday', 200]
    ])('with %s: %s is answered with %i', async (name, value, status) => {
        const response = await send('GET', contactUrl, { [name]: value });
        expect(response.status).toBe(status);
    });

    it('has no body when it has not changed', async () => {
        const response = await send('GET', contactUrl, { 'If-Modified-Since': LATER });
        expect(await response.text()).toBe('');
    });

    it('is compared by its entity tag', async () => {
        const tag = await tagOf(accountUrl);
        const statusFor = async (name: string, value: string) =>
            (await send('GET', accountUrl, { [name]: value })).status;
        expect(await statusFor('If-None-Match', `"other", ${tag}`)).toBe(304);
        expect(await statusFor('If-None-Match', '"other"')).toBe(200);
        expect(await statusFor('If-Match', tag)).toBe(200);
        expect(await statusFor('If-Match', '"other"')).toBe(412);
    });

    it('is not changed when it is no longer as the caller knew it', async () => {
        const tag = await tagOf(accountUrl);
        const first = await send('PATCH', accountUrl, { 'If-Match': tag }, { Phone: '1' });
        const second = await send('PATCH', accountUrl, { 'If-Match': tag }, { Phone: '2' });
        expect([first.status, second.status]).toEqual([204, 412]);
        expect(await second.json()).toEqual([
            {
                errorCode: 'PRECONDITION_FAILED',
                message:
                    'One or more of the preconditions specified in the HTTP request header(s) were not satisfied, ' +
                    'so the operation was not performed.'
            }
        ]);
        expect(await (await send('GET', accountUrl)).json()).toMatchObject({ Phone: '1' });
    });

    it('is not changed when it still is what the caller will not change', async () => {
        const asKnown = await send('PATCH', accountUrl, { 'If-None-Match': await tagOf(accountUrl) }, { Phone: '7' });
        const otherwise = await send('PATCH', accountUrl, { 'If-None-Match': '"other"' }, { Phone: '7' });
        expect([asKnown.status, otherwise.status]).toEqual([412, 204]);
    });

    it('is not changed when it was modified since', async () => {
        const stale = await send('PATCH', contactUrl, { 'If-Unmodified-Since': BEFORE }, { Phone: '3' });
        const fresh = await send('PATCH', contactUrl, { 'If-Unmodified-Since': LATER }, { Phone: '3' });
        expect([stale.status, fresh.status]).toEqual([412, 204]);
    });

    it('is not changed on a condition that cannot be read', async () => {
        const response = await send('PATCH', contactUrl, { 'If-Unmodified-Since': 'yesterday' }, { Phone: '4' });
        expect(response.status).toBe(400);
    });

    it('pays no heed to an entity tag of an object that has none', async () => {
        expect((await send('PATCH', contactUrl, { 'If-Match': '"other"' }, { Phone: '5' })).status).toBe(204);
    });

    it('can be asked for without its body', async () => {
        const response = await send('HEAD', accountUrl);
        expect(response.status).toBe(200);
        expect(response.headers.get('etag')).toBe(await tagOf(accountUrl));
        expect(await response.text()).toBe('');
    });

    it('can be changed by a POST that stands for a PATCH', async () => {
        const response = await send('POST', `${contactUrl}?_HttpMethod=PATCH`, {}, { Phone: '6' });
        expect(response.status).toBe(204);
        expect(await (await send('GET', contactUrl)).json()).toMatchObject({ Phone: '6' });
    });

    it.each(['sobjects', 'sobjects/Case/describe'])('says of %s when it last changed', async (path) => {
        const changed = String((await send('GET', path)).headers.get('last-modified'));
        expect((await send('GET', path, { 'If-Modified-Since': changed })).status).toBe(304);
        expect((await send('GET', path, { 'If-Modified-Since': BEFORE })).status).toBe(200);
    });
});
