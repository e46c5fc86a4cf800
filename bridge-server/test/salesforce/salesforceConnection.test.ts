import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SalesforceConnection } from '../../src/salesforce/salesforceConnection.ts';
import { toSalesforceError } from '../../src/salesforce/salesforceError.ts';
import { createTestKeys } from '../support/startTestBridge.ts';

const MINUTE_MS = 60_000;
/** What Salesforce would take for an attack, or lock the user for. */
const MOST_SIGN_INS = 10;
const REFUSED_SESSION = [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }];

let org: Server;
let url: string;
let signIns: number;
let requests: number;

/** An org that gives a token to everybody and then takes none. */
beforeEach(async () => {
    signIns = 0;
    requests = 0;
    org = createServer((request, response) => {
        const isSignIn = request.url === '/services/oauth2/token';
        if (isSignIn) signIns += 1;
        else requests += 1;
        response.writeHead(isSignIn ? 200 : 401, { 'content-type': 'application/json' });
        const granted = { access_token: `token ${signIns}`, instance_url: url, token_type: 'Bearer' };
        response.end(JSON.stringify(isSignIn ? granted : REFUSED_SESSION));
    });
    org.listen(0, '127.0.0.1');
    await once(org, 'listening');
    url = `http://127.0.0.1:${(org.address() as AddressInfo).port}`;
});
afterEach(async () => {
    jest.restoreAllMocks();
    const closed = once(org, 'close');
    org.close();
    org.closeAllConnections();
    await closed;
});

const connect = () =>
    new SalesforceConnection({
        loginUrl: url,
        clientId: 'softphone-bridge',
        username: 'bridge@local.org',
        privateKeyPem: readFileSync(createTestKeys().privateKeyFile, 'utf8')
    });

const ask = (connection: SalesforceConnection): Promise<unknown> =>
    connection.query('SELECT Id FROM User').then(
        () => Promise.reject(new Error('The org refuses everything')),
        (error: unknown) => toSalesforceError(error)
    );

test('an org that refuses every token it gives is not signed in to without end', async () => {
    const error = await ask(connect());
    expect(error).toMatchObject({ code: 'INVALID_SESSION_ID', kind: 'unavailable' });
    expect(signIns).toBeGreaterThan(0);
    expect(signIns).toBeLessThanOrEqual(MOST_SIGN_INS);
    expect(requests).toBeLessThanOrEqual(MOST_SIGN_INS + 1);
});

test('many who ask at the same time and after one another do not sign in more often', async () => {
    const connection = connect();
    await Promise.all(Array.from({ length: 20 }, () => ask(connection)));
    for (let time = 0; time < 20; time++) await ask(connection);
    expect(signIns).toBeLessThanOrEqual(MOST_SIGN_INS);
});

test('after a minute it is tried again', async () => {
    const connection = connect();
    await ask(connection);
    const before = signIns;
    const later = Date.now() + MINUTE_MS + 1;
    jest.spyOn(Date, 'now').mockImplementation(() => later);
    await ask(connection);
    expect(signIns).toBeGreaterThan(before);
});
