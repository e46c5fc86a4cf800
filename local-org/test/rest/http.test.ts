import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('the REST API’s surface', () => {
    let org: TestOrg;
    let authorization: string;

    beforeAll(async () => {
        org = await startTestOrg();
        authorization = `Bearer ${(await org.logIn('ana@local.org')).accessToken}`;
    });
    afterAll(() => org.close());

    const call = (path: string, init: RequestInit = {}) =>
        fetch(`${org.url}/services/data${path}`, { ...init, headers: { authorization, ...init.headers } });

    it('lists versions 31.0 to 68.0 to anyone', async () => {
        const versions = (await (await fetch(`${org.url}/services/data`)).json()) as object[];
        expect(versions.at(0)).toMatchObject({ version: '31.0', label: "Summer '14" });
        expect(versions.at(-1)).toEqual({ version: '68.0', label: "Winter '27", url: '/services/data/v68.0' });
    });

    it.each([
        ['/v66.0/nothing/here', 404, 'NOT_FOUND'],
        ['/v66.0/sobjects/Nope', 404, 'NOT_FOUND'],
        ['/v66.0/sobjects/Opportunity/describe', 400, 'NOT_EMULATED'],
        ['/v66.0/ui-api/object-info/Opportunity', 400, 'NOT_EMULATED'],
        ['/v66.0/sobjects/Case/500gL0000zzzzzz', 404, 'NOT_FOUND'],
        ['/v69.0/limits', 404, 'NOT_FOUND'],
        ['/v30.0/limits', 410, 'GONE'],
        ['/v66.0/query', 400, 'MALFORMED_QUERY']
    ])('%s answers %i %s', async (path, status, errorCode) => {
        const response = await call(path);
        expect(response.status).toBe(status);
        expect(await response.json()).toEqual([expect.objectContaining({ errorCode })]);
    });

    it('refuses a method that the resource does not have', async () => {
        const response = await call('/v66.0/limits', { method: 'DELETE' });
        expect(response.status).toBe(405);
        expect(await response.json()).toEqual([
            { errorCode: 'METHOD_NOT_ALLOWED', message: "HTTP Method 'DELETE' not allowed. Allowed are HEAD,GET" }
        ]);
    });

    it.each([
        ['{"Subject": ', 'application/json', 400, 'JSON_PARSER_ERROR'],
        ['[]', 'application/json', 400, 'JSON_PARSER_ERROR'],
        ['', 'application/json', 400, 'JSON_PARSER_ERROR'],
        ['Subject=x', 'text/plain', 415, 'UNSUPPORTED_MEDIA_TYPE']
    ])('refuses the body %j of type %s', async (body, contentType, status, errorCode) => {
        const response = await call('/v66.0/sobjects/Case', {
            method: 'POST',
            headers: { 'Content-Type': contentType },
            body
        });
        expect(response.status).toBe(status);
        expect(await response.json()).toEqual([expect.objectContaining({ errorCode })]);
    });

    it('counts calls in Sforce-Limit-Info, on refusals too', async () => {
        const used = async (path: string) =>
            Number(/^api-usage=(\d+)\/100000$/.exec((await call(path)).headers.get('sforce-limit-info') ?? '')?.[1]);
        const before = await used('/v66.0/limits');
        expect(await used('/v66.0/nothing')).toBe(before + 1);
    });

    it('describes objects as jsforce reads them', async () => {
        const connection = await org.connect('ana@local.org');
        const { sobjects } = await connection.describeGlobal();
        expect(sobjects.map(({ name }) => name)).toEqual(expect.arrayContaining(['Case', 'SoftphoneHandshake__c']));
        const { fields, childRelationships } = await connection.sobject('Case').describe();
        expect(fields.find(({ name }) => name === 'ContactPhone')).toMatchObject({
            calculated: true,
            createable: false
        });
        expect(childRelationships).toContainEqual(expect.objectContaining({ childSObject: 'Task', field: 'WhatId' }));
    });

    it('answers nobody who reached it by another name', async () => {
        const request = get(`${org.url}/services/data`, { headers: { host: 'evil.example' } });
        const [response] = (await once(request, 'response')) as [IncomingMessage];
        response.resume();
        expect(response.statusCode).toBe(403);
    });
});
