import { DEFAULT_MAPPING, type Mapping } from '../../../src/mapping/mapping.ts';
import { createMappingCheck, type MappingCheck } from '../../../src/salesforce/mapping/mappingCheck.ts';
import { eventually } from '../../support/eventually.ts';
import { type MappedOrg, startMappedOrg } from './mappedOrg.ts';

const AWAY = { kind: 'status', status: 503, errorCode: 'SERVER_UNAVAILABLE', message: 'Try again later' };
const WRONG: Mapping = { ...DEFAULT_MAPPING, case: { ...DEFAULT_MAPPING.case, recordType: 'Atendimentos' } };
const NOBODY_LISTENS = 'http://127.0.0.1:9';
const NEVER_MS = 3_600_000;
const SOON_MS = 20;

let org: MappedOrg;
let log: Record<'info' | 'warn' | 'error', jest.Mock>;
let check: MappingCheck | null = null;

beforeAll(async () => {
    org = await startMappedOrg();
});
afterAll(() => org.close());
beforeEach(() => {
    log = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };
});
afterEach(async () => {
    check?.stop();
    jest.useRealTimers();
    jest.restoreAllMocks();
    await org.heal();
});

const start = (mapping: Mapping, options: { deadlineMs?: number; retryMs?: number } = {}) => {
    check = createMappingCheck({
        connection: org.connection,
        mapping,
        log: log as never,
        deadlineMs: 5_000,
        retryMs: NEVER_MS,
        ...options
    });
    return check;
};

const logged = (level: 'info' | 'warn' | 'error') => () => Promise.resolve(log[level].mock.calls);

test('a mapping that fits costs five API calls, and no more for what is asked of the org later', async () => {
    const request = jest.spyOn(org.connection, 'request');
    const mappingCheck = start(DEFAULT_MAPPING);
    expect(await mappingCheck.check()).toEqual({ kind: 'ok' });
    await mappingCheck.facts();
    expect(request.mock.calls.map(([path]) => path)).toEqual(
        ['Case', 'Task', 'Contact', 'Account', 'User'].map((object) => `/sobjects/${object}/describe`)
    );
});

test('what only the org knows', async () => {
    const facts = await start(DEFAULT_MAPPING).facts();
    expect(facts.fieldLength('Case', 'Fila__c')).toBe(40);
    expect(facts.fieldLength('Case', 'Subject')).toBe(255);
    expect(facts.fieldLength('Case', 'Nowhere__c')).toBe(0);
    expect(facts.hasPersonAccounts).toBe(false);
    const RecordTypeId = facts.recordTypeId('Case', 'Reclamacao');
    expect(await org.connection.sobject('Case').create({ Subject: 'x', RecordTypeId })).toMatchObject({
        success: true
    });
});

test.each(['Antigo', 'Nowhere'])('a record type that cannot be used (%s) is refused for good', async (name) => {
    const facts = await start(DEFAULT_MAPPING).facts();
    expect(() => facts.recordTypeId('Case', name)).toThrow(
        expect.objectContaining({ code: 'UNAVAILABLE_RECORDTYPE_EXCEPTION', kind: 'permanent' })
    );
});

test('a wrong mapping is told to who starts the bridge, and logged by nobody', async () => {
    expect(await start(WRONG).check()).toEqual({
        kind: 'wrong',
        problems: [{ path: 'case.recordType', message: expect.stringContaining('the closest are Atendimento') }]
    });
    expect(log.error).not.toHaveBeenCalled();
});

describe('while Salesforce is away', () => {
    test('the start goes on, and what is wrong is logged as soon as Salesforce answers', async () => {
        await org.fail({ ...AWAY, rate: 1 });
        expect(await start(WRONG, { retryMs: SOON_MS }).check()).toMatchObject({ kind: 'unreachable' });
        expect(log.warn).toHaveBeenCalledWith({ code: 'SERVER_UNAVAILABLE' }, expect.any(String));
        await org.heal();
        const [line] = await eventually(logged('error'), (lines) => lines.length > 0);
        expect(line).toEqual([
            { mapping: 'case.recordType', problem: expect.stringContaining('record type Atendimentos of Case') },
            'The org does not take the field mapping'
        ]);
    });

    test('it is asked again until it answers, and then no more', async () => {
        await org.fail({ ...AWAY, rate: 1 });
        await start(DEFAULT_MAPPING, { retryMs: SOON_MS }).check();
        const request = jest.spyOn(org.connection, 'request');
        await eventually(
            () => Promise.resolve(request.mock.calls.length),
            (requests) => requests >= 10
        );
        await org.heal();
        await eventually(logged('info'), (lines) => lines.length > 0);
        expect(log.info).toHaveBeenCalledTimes(1);
        expect(log.error).not.toHaveBeenCalled();
    });

    test('who wants to write is told so, and asks anew the next time', async () => {
        await org.fail({ ...AWAY, rate: 1 });
        const mappingCheck = start(DEFAULT_MAPPING);
        await expect(mappingCheck.facts()).rejects.toMatchObject({ kind: 'unavailable' });
        await org.heal();
        await expect(mappingCheck.facts()).resolves.toMatchObject({ hasPersonAccounts: false });
    });

    test.each([
        ['asks again after a minute', 'never', true],
        ['asks no more once it is stopped', 'afterwards', false],
        ['asks no more once it was stopped while it asked', 'meanwhile', false]
    ])('the bridge %s', async (_behaviour, stops, asks) => {
        jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
        const connection = org.connectThrough(NOBODY_LISTENS);
        check = createMappingCheck({ connection, mapping: DEFAULT_MAPPING, log: log as never });
        const checked = check.check();
        if (stops === 'meanwhile') check.stop();
        await checked;
        if (stops === 'afterwards') check.stop();
        const request = jest.spyOn(connection, 'request');
        jest.advanceTimersByTime(59_999);
        expect(request).not.toHaveBeenCalled();
        jest.advanceTimersByTime(1);
        expect(request.mock.calls.length > 0).toBe(asks);
    });
});

test('an answer that comes after the deadline is used all the same', async () => {
    await org.fail({ kind: 'delay', delayMs: 400, rate: 1 });
    const mappingCheck = start(WRONG, { deadlineMs: 50 });
    expect(await mappingCheck.check()).toMatchObject({ kind: 'unreachable', error: { code: 'NO_ANSWER' } });
    await eventually(logged('error'), (lines) => lines.length === 1);
});

test('an address at which nobody listens is known at once', async () => {
    check = createMappingCheck({
        connection: org.connectThrough(NOBODY_LISTENS),
        mapping: DEFAULT_MAPPING,
        log: log as never,
        retryMs: NEVER_MS
    });
    expect(await check.check()).toMatchObject({ kind: 'unreachable', error: { kind: 'unavailable' } });
});

test('what was wrong is looked at again after a while, for somebody may have put it right', async () => {
    const mappingCheck = start(WRONG, { retryMs: 60_000 });
    await mappingCheck.facts();
    const request = jest.spyOn(org.connection, 'request');
    await mappingCheck.facts();
    expect(request).not.toHaveBeenCalled();
    const later = Date.now() + 60_000;
    jest.spyOn(Date, 'now').mockImplementation(() => later);
    await mappingCheck.facts();
    expect(request).toHaveBeenCalledTimes(5);
});
