import { readFileSync } from 'node:fs';
import { createCaseWriter } from '../../src/salesforce/caseWriter.ts';
import { SalesforceConnection } from '../../src/salesforce/salesforceConnection.ts';
import { FAILURES, toSalesforceError } from '../../src/salesforce/salesforceError.ts';
import { connectTo } from '../support/orgConnection.ts';
import { createTestKeys } from '../support/startTestBridge.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';

let org: TestOrg;
beforeAll(async () => {
    org = await startTestOrg();
});
afterAll(() => org.close());

const now = (send: () => void) => void setTimeout(send, 0);
const write = (connection: SalesforceConnection): Promise<unknown> =>
    createCaseWriter(
        connection,
        'CallProtocol__c',
        now
    )({
        fields: { CallProtocol__c: crypto.randomUUID(), Origin: 'Phone' },
        notAfter: Infinity
    });

/** Ours, or not an answer of the REST API: tried below. */
const OTHERWISE = /^(NO_ANSWER|STILL_UNDER_WAY|TOO_LATE|NOT_READ_BACK|invalid_\w+|INVALID_SESSION_ID)$/;
const answered = Object.entries(FAILURES).filter(([code]) => !OTHERWISE.test(code));

const STATUS: Readonly<Record<string, number>> = {
    SERVER_UNAVAILABLE: 503,
    REQUEST_LIMIT_EXCEEDED: 403,
    PRECONDITION_FAILED: 412
};

test.each(answered)('an org that answers %s is %s', async (errorCode, kind) => {
    const connection = connectTo(org);
    await connection.query('SELECT Id FROM User LIMIT 1');
    await org.fail({
        kind: 'status',
        status: STATUS[errorCode] ?? 400,
        errorCode,
        message: 'as the platform says',
        times: 1
    });
    await expect(write(connection)).rejects.toMatchObject({ code: errorCode, kind });
});

test.each([
    'INVALID_FIELD',
    'REQUIRED_FIELD_MISSING',
    'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    'INSUFFICIENT_ACCESS_OR_READONLY',
    'A_CODE_OF_NEXT_YEAR'
])('what nobody listed is refused for good: %s', async (errorCode) => {
    const connection = connectTo(org);
    await connection.query('SELECT Id FROM User LIMIT 1');
    await org.fail({ kind: 'status', status: 400, errorCode, message: 'as the platform says', times: 1 });
    await expect(write(connection)).rejects.toMatchObject({ code: errorCode, kind: 'permanent', written: 'nothing' });
});

test.each(['dropBeforeCommit', 'dropAfterCommit'])('%s: nobody knows what was written', async (kind) => {
    const connection = connectTo(org);
    await connection.query('SELECT Id FROM User LIMIT 1');
    await org.fail({ kind, times: 1, match: { method: 'POST' } });
    await expect(write(connection)).rejects.toMatchObject({
        code: 'NO_ANSWER',
        kind: 'unavailable',
        written: 'unknown'
    });
});

test('an org that takes too long: nobody knows what was written', async () => {
    const connection = connectTo(org, { requestTimeoutMs: 200 });
    await connection.query('SELECT Id FROM User LIMIT 1');
    await org.fail({ kind: 'delayAnswer', delayMs: 1_000, times: 1, match: { method: 'POST' } });
    await expect(write(connection)).rejects.toMatchObject({ kind: 'unavailable', written: 'unknown' });
});

test.each([
    [403, 'unavailable', 'nothing'],
    [408, 'unavailable', 'unknown'],
    [429, 'unavailable', 'nothing'],
    [502, 'unavailable', 'unknown'],
    [503, 'unavailable', 'unknown'],
    [504, 'unavailable', 'unknown']
])('a proxy that answers %i is %s', (status, kind, written) => {
    const error = toSalesforceError(
        Object.assign(new Error('HTTP response is not JSON'), { errorCode: `ERROR_HTTP_${status}` })
    );
    expect(error).toMatchObject({ kind, written });
});

test('a session that is over is renewed without anybody noticing', async () => {
    const connection = connectTo(org);
    await connection.query('SELECT Id FROM User LIMIT 1');
    await org.fail({ kind: 'expiredSession', times: 1 });
    await expect(write(connection)).resolves.toMatchObject({ isNew: true });
});

test.each([
    ['a user whom nobody knows', { username: 'nobody@local.org' }, 'invalid_grant'],
    ['an app that nobody knows', { clientId: 'unknown-app' }, 'invalid_client_id'],
    ['a key of somebody else', { privateKeyFile: createTestKeys().privateKeyFile }, 'invalid_grant']
])('%s is a matter of the configuration: no attempt is used up', async (_name, wrong, code) => {
    const options = {
        username: 'bridge@local.org',
        clientId: 'softphone-bridge',
        privateKeyFile: org.bridgeEnvironment['SALESFORCE_PRIVATE_KEY_FILE'] ?? '',
        ...wrong
    };
    const connection = new SalesforceConnection({
        loginUrl: org.url,
        clientId: options.clientId,
        username: options.username,
        privateKeyPem: readFileSync(options.privateKeyFile, 'utf8')
    });
    await expect(write(connection)).rejects.toMatchObject({
        kind: 'unavailable',
        code: expect.stringMatching(`${code}|INVALID_SESSION_ID`)
    });
});

test('a lock that a trigger ran into passes, whatever the platform wraps it in', async () => {
    const message = 'MyTrigger: System.DmlException: UNABLE_TO_LOCK_ROW, unable to obtain exclusive access';
    const error = toSalesforceError(
        Object.assign(new Error(message), { errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' })
    );
    expect(error).toMatchObject({ kind: 'passing', written: 'nothing' });
});

test('a code that is the name of something of JavaScript is a code like others', () => {
    const error = toSalesforceError(Object.assign(new Error('x'), { errorCode: 'constructor' }));
    expect(error.kind).toBe('permanent');
});
