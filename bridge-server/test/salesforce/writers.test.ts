import { createCaseWriter } from '../../src/salesforce/caseWriter.ts';
import { createTaskWriter } from '../../src/salesforce/taskWriter.ts';
import { connectTo } from '../support/orgConnection.ts';
import { startTestOrg, type TestOrg } from '../support/testOrg.ts';

let org: TestOrg;
beforeEach(async () => {
    org = await startTestOrg();
});
afterEach(() => org.close());

const soon = (send: () => void) => void setTimeout(send, 5);
const newCaseWriter = () => createCaseWriter(connectTo(org), 'CallProtocol__c', soon);
const newTaskWriter = () => createTaskWriter(connectTo(org), 'CallObject', { creating: soon, finding: soon });
const inTime = <Fields extends object>(fields: Fields) => ({ fields, notAfter: Infinity });
const caseOf = (protocol: string, details = {}) => inTime({ CallProtocol__c: protocol, Origin: 'Phone', ...details });

const apiCalls = async (): Promise<number> => {
    const ledger = (await (await fetch(`${org.url}/_org/calls`)).json()) as { total: number };
    return ledger.total;
};
const forgetCalls = () => fetch(`${org.url}/_org/calls`, { method: 'DELETE' });

describe('Cases', () => {
    test('of one moment cost one API call, and come back with id and number', async () => {
        const write = newCaseWriter();
        await write(caseOf('warm up'));
        await forgetCalls();
        const written = await Promise.all(Array.from({ length: 200 }, (_, index) => write(caseOf(`p${index}`))));
        expect(await apiCalls()).toBe(1);
        const stored = await org.query<{ Id: string; CaseNumber: string; CallProtocol__c: string }>(
            "SELECT Id, CaseNumber, CallProtocol__c FROM Case WHERE CallProtocol__c LIKE 'p%'"
        );
        const byProtocol = new Map(stored.map((row) => [row.CallProtocol__c, row]));
        for (const [index, each] of written.entries()) {
            const row = byProtocol.get(`p${index}`);
            expect(each).toMatchObject({ id: row?.Id, number: row?.CaseNumber, isNew: true });
        }
    });

    test('more than 200 are told apart', async () => {
        const write = newCaseWriter();
        const written = await Promise.all(Array.from({ length: 450 }, (_, index) => write(caseOf(`p${index}`))));
        expect(new Set(written.map(({ id }) => id)).size).toBe(450);
    });

    test('that are there already are read back as somebody left them', async () => {
        const id = await org.create('Case', caseOf('known', { Subject: 'Edited', Status: 'Working' }).fields);
        const write = newCaseWriter();
        const [known, fresh] = await Promise.all([write(caseOf('known', { Subject: 'Ours' })), write(caseOf('new'))]);
        expect(known).toMatchObject({ id, isNew: false });
        expect(fresh.isNew).toBe(true);
        expect(await org.query("SELECT Subject, Status FROM Case WHERE CallProtocol__c = 'known'")).toMatchObject([
            { Subject: 'Edited', Status: 'Working' }
        ]);
    });

    test('are refused one by one', async () => {
        const write = newCaseWriter();
        const outcomes = await Promise.allSettled([
            write(caseOf('good')),
            write(caseOf('bad', { OwnerId: '005000000000000AAA' })),
            write(caseOf('long', { Subject: 'x'.repeat(256) }))
        ]);
        expect(outcomes).toMatchObject([
            { status: 'fulfilled' },
            { status: 'rejected', reason: { kind: 'permanent', written: 'nothing' } },
            { status: 'rejected', reason: { code: 'STRING_TOO_LONG', kind: 'permanent', written: 'nothing' } }
        ]);
    });

    test('do not fail because of one that Salesforce cannot even read', async () => {
        const write = newCaseWriter();
        const outcomes = await Promise.allSettled([
            ...Array.from({ length: 6 }, (_, index) => write(caseOf(`p${index}`))),
            write(caseOf('unreadable', { IsEscalated: 'perhaps' }))
        ]);
        expect(outcomes.map(({ status }) => status)).toEqual([...Array<string>(6).fill('fulfilled'), 'rejected']);
    });

    test('whose answer was lost are found by the next try', async () => {
        const write = newCaseWriter();
        await write(caseOf('warm up'));
        await org.fail({ kind: 'dropAfterCommit', times: 1, match: { method: 'POST', pathIncludes: '/composite' } });
        await expect(write(caseOf('lost'))).rejects.toMatchObject({ code: 'NO_ANSWER', written: 'unknown' });
        expect(await write(caseOf('lost'))).toMatchObject({ isNew: false });
        expect(await org.query("SELECT Id FROM Case WHERE CallProtocol__c = 'lost'")).toHaveLength(1);
    });

    test('are not sent once their time is over', async () => {
        const write = newCaseWriter();
        const outcomes = await Promise.allSettled([
            write(caseOf('in time')),
            write({ ...caseOf('late'), notAfter: Date.now() - 1 })
        ]);
        expect(outcomes).toMatchObject([
            { status: 'fulfilled' },
            { status: 'rejected', reason: { code: 'TOO_LATE', kind: 'passing', written: 'nothing' } }
        ]);
        expect(await org.query("SELECT Id FROM Case WHERE CallProtocol__c = 'late'")).toEqual([]);
    });

    test('are told apart without regard to case, as Salesforce does', async () => {
        const write = newCaseWriter();
        const { id } = await write(caseOf('abC1'));
        expect(await write(caseOf('ABc1'))).toMatchObject({ id, isNew: false });
    });

    test('with a protocol that means something to SOQL are found all the same', async () => {
        const protocol = `O'Brien \\ %_ "x"`;
        expect(await newCaseWriter()(caseOf(protocol))).toMatchObject({ isNew: true });
        expect(await newCaseWriter()(caseOf(protocol))).toMatchObject({ isNew: false });
    });
});

describe('Tasks', () => {
    test('are found by their Case and leg, and by nothing less', async () => {
        const { id: caseId } = await newCaseWriter()(caseOf('with tasks'));
        const { id: otherCase } = await newCaseWriter()(caseOf('other'));
        const tasks = newTaskWriter();
        const taskId = await tasks.create(
            inTime({ WhatId: caseId, CallObject: 'leg-1', Subject: 'x', Status: 'Completed' })
        );
        const found = await Promise.all([
            tasks.find({ caseId, legId: 'leg-1' }),
            tasks.find({ caseId, legId: 'leg-2' }),
            tasks.find({ caseId: otherCase, legId: 'leg-1' })
        ]);
        expect(found).toEqual([taskId, null, null]);
    });

    test('are found however long their legs are named', async () => {
        const { id: caseId } = await newCaseWriter()(caseOf('long'));
        const tasks = newTaskWriter();
        const legIds = Array.from({ length: 100 }, (_, index) => `${index}-${'é'.repeat(190)}`);
        const created = await Promise.all(
            legIds.map((legId) =>
                tasks.create(inTime({ WhatId: caseId, CallObject: legId, Subject: 'x', Status: 'Completed' }))
            )
        );
        expect(await Promise.all(legIds.map((legId) => tasks.find({ caseId, legId })))).toEqual(created);
    });

    test('that could not be looked for leave nothing in doubt', async () => {
        const tasks = newTaskWriter();
        await tasks.find({ caseId: null, legId: 'warm up' });
        await org.fail({ kind: 'serverError', times: 2, match: { method: 'GET' } });
        await expect(tasks.find({ caseId: null, legId: 'x' })).rejects.toMatchObject({
            code: 'UNKNOWN_EXCEPTION',
            kind: 'passing',
            written: 'nothing'
        });
    });

    test('of calls that nobody answered are found without a Case', async () => {
        const tasks = newTaskWriter();
        const taskId = await tasks.create(inTime({ CallObject: 'webhook:missed', Subject: 'x', Status: 'Completed' }));
        const found = await Promise.all([
            tasks.find({ caseId: null, legId: 'webhook:missed' }),
            tasks.find({ caseId: null, legId: 'webhook:other' })
        ]);
        expect(found).toEqual([taskId, null]);
    });
});
