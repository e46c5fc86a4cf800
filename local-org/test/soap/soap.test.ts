import type { Connection } from 'jsforce';
import { openSession } from '../../src/auth/sessions.ts';
import { API_VERSION, refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

const METADATA = 'http://soap.sforce.com/2006/04/metadata';
const PARTNER = 'urn:partner.soap.sforce.com';

describe('the SOAP APIs', () => {
    let org: TestOrg;
    let connection: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        connection = await org.connect('admin@local.org');
    });
    afterAll(() => org.close());

    const post = (path: string, body: string) =>
        fetch(`${org.url}/services/Soap/${path}`, {
            method: 'POST',
            headers: { 'Content-Type': 'text/xml', SOAPAction: '""' },
            body
        });

    const envelope = (namespace: string, operation: string, sessionId = connection.accessToken ?? '') =>
        `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns="${namespace}"><e:Header><SessionHeader>` +
        `<sessionId>${sessionId}</sessionId></SessionHeader></e:Header><e:Body>${operation}</e:Body></e:Envelope>`;

    /** Status, faultcode and faultstring of a refused call. */
    async function faultOf(path: string, body: string) {
        const response = await post(path, body);
        const text = await response.text();
        const [, code, message] = /<faultcode>(.*)<\/faultcode><faultstring>([^]*)<\/faultstring>/.exec(text) ?? [];
        return { status: response.status, code, message, type: response.headers.get('content-type') };
    }

    it('answer in XML, in the namespace that was asked in', async () => {
        const response = await post(`m/${API_VERSION}`, envelope(METADATA, '<describeMetadata/>'));
        expect(response.status).toBe(200);
        expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
        expect(await response.text()).toMatch(
            new RegExp(`xmlns="${METADATA}".*<soapenv:Body><describeMetadataResponse><result><metadataObjects>`)
        );
    });

    it('are found with the id of the org behind the version, and with a doubled slash before the path', async () => {
        const body = envelope(METADATA, '<describeMetadata/>');
        expect((await post(`m/${API_VERSION}/00DgL0000000001`, body)).status).toBe(200);
        expect((await fetch(`${org.url}//services/Soap/m/${API_VERSION}`, { method: 'POST', body })).status).toBe(200);
    });

    it('tell who is logged in', async () => {
        const text = await (await post(`u/${API_VERSION}`, envelope(PARTNER, '<getUserInfo/>'))).text();
        expect(text).toContain('<userName>admin@local.org</userName>');
        expect(text).toContain('<organizationName>Atendimento Local</organizationName>');
        expect(text).toContain('<roleId xsi:nil="true"/>');
    });

    it('tell the time of the org', async () => {
        const { timestamp } = await connection.soap.getServerTimestamp();
        expect(Date.parse(String(timestamp))).toBeGreaterThan(0);
    });

    it('end the session at logout', async () => {
        const { accessToken } = await org.logIn('ana@local.org');
        const logout = envelope(PARTNER, '<logout/>', accessToken);
        expect((await post(`u/${API_VERSION}`, logout)).status).toBe(200);
        expect(await faultOf(`u/${API_VERSION}`, logout)).toMatchObject({ code: 'sf:INVALID_SESSION_ID' });
    });

    it('refuse a session that is none', async () => {
        for (const [api, namespace, operation] of [
            ['m', METADATA, '<describeMetadata/>'],
            ['u', PARTNER, '<getUserInfo/>']
        ] as const) {
            expect(await faultOf(`${api}/${API_VERSION}`, envelope(namespace, operation, '00Dx!none'))).toEqual({
                status: 500,
                code: 'sf:INVALID_SESSION_ID',
                message: 'INVALID_SESSION_ID: Invalid Session ID found in SessionHeader: Illegal Session',
                type: 'text/xml; charset=utf-8'
            });
        }
    });

    it('refuse a session that may only tell who its user is', async () => {
        const user = org.org.records.findBy('User', 'Username', 'admin@local.org')[0];
        if (!user) throw new Error('The org has no administrator.');
        const token = openSession(org.org, user, { clientId: 'other', scopes: ['id'] });
        expect(await faultOf(`m/${API_VERSION}`, envelope(METADATA, '<describeMetadata/>', token))).toMatchObject({
            code: 'sf:INVALID_SESSION_ID',
            message: 'INVALID_SESSION_ID: This session is not valid for use with the API'
        });
    });

    it('let jsforce see that the session is over', async () => {
        const expired = await org.connect('admin@local.org');
        expired.accessToken = '00Dx!none';
        expect(await refusalOf(expired.metadata.describe())).toMatchObject({ errorCode: 'sf:INVALID_SESSION_ID' });
    });

    it.each([
        ['disabled in new orgs', '64.0', 'INVALID_OPERATION', 'SOAP API login() is disabled by default in this org.'],
        ['gone since version 65.0', '65.0', 'UNSUPPORTED_API_VERSION', 'login() isn']
    ])('refuse login with a password: %s', async (_, version, errorCode, message) => {
        const login = '<login><username>admin@local.org</username><password>secret</password></login>';
        const fault = await faultOf(`u/${version}`, envelope(PARTNER, login, ''));
        expect(fault).toMatchObject({ status: 500, code: `sf:${errorCode}` });
        expect(fault.message).toContain(`${errorCode}: ${message}`);
    });

    it.each(['30.0', '69.0', 'x'])('refuse version %s', async (version) => {
        expect(await faultOf(`m/${version}`, envelope(METADATA, '<describeMetadata/>'))).toMatchObject({
            code: 'sf:UNSUPPORTED_API_VERSION',
            message: 'UNSUPPORTED_API_VERSION: Invalid Api version specified on URL'
        });
    });

    it.each([
        ['nothing', () => ''],
        ['what is no XML', () => '<a>'],
        ['what is no envelope', () => '<Body><describeMetadata/></Body>'],
        ['an empty body', () => envelope(METADATA, '')],
        ['a document type', () => `<!DOCTYPE e [<!ENTITY x "y">]>${envelope(METADATA, '<describeMetadata/>')}`]
    ])('refuse %s as a fault of the client', async (_, writeBody) => {
        expect(await faultOf(`m/${API_VERSION}`, writeBody())).toMatchObject({ status: 500, code: 'soapenv:Client' });
    });

    it('tell a call that does not exist from one that is not emulated', async () => {
        expect(await faultOf(`m/${API_VERSION}`, envelope(METADATA, '<frobnicate/>'))).toMatchObject({
            code: 'soapenv:Client',
            message: `No operation available for request {${METADATA}}frobnicate`
        });
        expect(await faultOf(`m/${API_VERSION}`, envelope(METADATA, '<renameMetadata/>'))).toMatchObject({
            code: 'sf:NOT_EMULATED'
        });
        expect(await faultOf(`u/${API_VERSION}`, envelope(PARTNER, '<query/>'))).toMatchObject({
            code: 'sf:NOT_EMULATED'
        });
    });

    it('open the Metadata API to nobody without the permission', async () => {
        const agent = await org.connect('ana@local.org');
        expect(await refusalOf(agent.metadata.describe())).toEqual({
            errorCode: 'sf:INSUFFICIENT_ACCESS',
            message:
                'INSUFFICIENT_ACCESS: use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions'
        });
    });

    it('refuse a request of more than 50 MB', async () => {
        const huge = envelope(METADATA, `<deploy><ZipFile>${'A'.repeat(52_428_800)}</ZipFile></deploy>`);
        expect(await faultOf(`m/${API_VERSION}`, huge)).toMatchObject({
            status: 500,
            code: 'sf:UNKNOWN_EXCEPTION',
            message: 'UNKNOWN_EXCEPTION: Maximum size of request reached. Maximum size of request is 52428800 bytes.'
        });
    });

    it('are struck by scheduled faults, in XML', async () => {
        const strike = (kind: string) =>
            org.postControl('faults', { kind, times: 1, match: { pathIncludes: '/Soap/' } });
        await strike('expiredSession');
        expect(await refusalOf(connection.metadata.describe())).toEqual({
            errorCode: 'sf:INVALID_SESSION_ID',
            message: 'INVALID_SESSION_ID: Session expired or invalid'
        });
        await strike('serverUnavailable');
        expect(await faultOf(`m/${API_VERSION}`, envelope(METADATA, '<describeMetadata/>'))).toMatchObject({
            status: 503,
            code: 'sf:SERVER_UNAVAILABLE'
        });
    });

    it('are entered in the ledger by operation, and counted as calls', async () => {
        const used = async () => (await connection.limits()).DailyApiRequests?.Remaining ?? 0;
        const before = await used();
        await fetch(`${org.url}/_org/calls`, { method: 'DELETE' });
        await connection.metadata.describe();
        await connection.metadata.list({ type: 'CustomObject' });
        const { counts } = (await (await fetch(`${org.url}/_org/calls`)).json()) as { counts: Record<string, number> };
        expect(counts).toEqual({
            'POST /services/Soap/m/vNN.0 describeMetadata': 1,
            'POST /services/Soap/m/vNN.0 listMetadata': 1
        });
        expect(before - (await used())).toBe(3);
    });
});
