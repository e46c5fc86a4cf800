import { DeployQueue, type RunDeploy } from '../../src/metadata/api/deployQueue.ts';
import type { DeployJob } from '../../src/metadata/api/deployJob.ts';
import { readDeployOptions } from '../../src/metadata/api/readDeployOptions.ts';
import type { DeployOutcome } from '../../src/metadata/deploy/deployOutcome.ts';
import { RecordStore } from '../../src/data/recordStore.ts';

const USER_ID = '005gL0000000001QAA';
const VALIDATION = { checkOnly: true, rollbackOnError: true, testLevel: 'RunLocalTests' };
const DAY_MS = 24 * 60 * 60 * 1000;

const outcome = (status: DeployOutcome['status']): DeployOutcome => ({
    status,
    messages: [],
    componentsTotal: 3,
    componentErrors: status === 'Failed' ? 1 : 0
});

/** Deploys that run until the test ends them, in the order in which they started. */
function controlledRuns() {
    const started: { job: DeployJob; zip: string; end: (status: DeployOutcome['status']) => void }[] = [];
    const run: RunDeploy = (job, zip, signal) =>
        new Promise((resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason));
            started.push({ job, zip: zip.toString(), end: (status) => resolve(outcome(status)) });
        });
    return { started, run };
}

describe('the queue of deploys', () => {
    let now = new Date('2026-05-04T12:00:00Z');
    const org = { clock: () => now, records: new RecordStore(() => undefined) };

    function openQueue() {
        const { started, run } = controlledRuns();
        const queue = new DeployQueue(org, run);
        const enqueue = (name: string, options: object = {}) =>
            queue.enqueue(async () => Buffer.from(name), readDeployOptions({ ...options }), USER_ID).id;
        /** Until the deploys asked for have gone as far as they can. */
        const settle = () => new Promise((resolve) => setImmediate(resolve));
        const statuses = (...ids: string[]) => ids.map((id) => queue.find(id).status);
        return { queue, enqueue, settle, statuses, started };
    }

    async function validated(options: object = VALIDATION) {
        const opened = openQueue();
        const id = opened.enqueue('validated', options);
        await opened.settle();
        opened.started[0]?.end('Succeeded');
        await opened.settle();
        return { ...opened, id };
    }

    it('runs one deploy at a time, in the order they came', async () => {
        const { enqueue, settle, statuses, started } = openQueue();
        const ids = [enqueue('first'), enqueue('second')] as const;
        expect(statuses(...ids)).toEqual(['Pending', 'Pending']);
        await settle();
        expect(statuses(...ids)).toEqual(['InProgress', 'Pending']);
        started[0]?.end('Failed');
        await settle();
        expect(statuses(...ids)).toEqual(['Failed', 'InProgress']);
        started[1]?.end('Succeeded');
        await settle();
        expect(statuses(...ids)).toEqual(['Failed', 'Succeeded']);
        expect(started.map(({ zip }) => zip)).toEqual(['first', 'second']);
    });

    it('gives each deploy an id of its own, which 15 characters find too', () => {
        const { queue, enqueue } = openQueue();
        const [first, second] = [enqueue('first'), enqueue('second')];
        expect(first).toMatch(/^0Af\w{15}$/);
        expect(second).not.toBe(first);
        expect(queue.find(first.slice(0, 15)).id).toBe(first);
    });

    it('cancels at once what waits, and never starts it', async () => {
        const { queue, enqueue, settle, statuses, started } = openQueue();
        const [running, waiting] = [enqueue('running'), enqueue('waiting')];
        await settle();
        expect(queue.cancel(waiting, USER_ID)).toMatchObject({ status: 'Canceled', canceledById: USER_ID });
        started[0]?.end('Succeeded');
        await settle();
        expect(statuses(running, waiting)).toEqual(['Succeeded', 'Canceled']);
        expect(started).toHaveLength(1);
    });

    it('stops what runs, and goes on with the next', async () => {
        const { queue, enqueue, settle, statuses } = openQueue();
        const [running, waiting] = [enqueue('running'), enqueue('waiting')];
        await settle();
        expect(queue.cancel(running, USER_ID).status).toBe('Canceling');
        await settle();
        expect(statuses(running, waiting)).toEqual(['Canceled', 'InProgress']);
    });

    it('says that it succeeded when a cancel came too late to stop it', async () => {
        const { queue, enqueue, settle, statuses, started } = openQueue();
        const id = enqueue('late');
        await settle();
        started[0]?.end('Succeeded');
        queue.cancel(id, USER_ID);
        await settle();
        expect(statuses(id)).toEqual(['Succeeded']);
    });

    it('refuses to cancel what is over, and to find what never was', async () => {
        const { queue, id } = await validated();
        expect(() => queue.cancel(id, USER_ID)).toThrow('INVALID_ID_FIELD: Deployment already completed');
        expect(() => queue.find('0AfgL000000zzzz')).toThrow('INVALID_CROSS_REFERENCE_KEY: invalid cross reference id');
        expect(() => queue.find('nonsense')).toThrow('INVALID_CROSS_REFERENCE_KEY');
    });

    it('fails a deploy that breaks unexpectedly, and goes on', async () => {
        const silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined);
        const queue = new DeployQueue(org, () => Promise.reject(new Error('broken')));
        const ids = [1, 2].map(() => queue.enqueue(async () => Buffer.alloc(0), readDeployOptions({}), USER_ID).id);
        await new Promise((resolve) => setImmediate(resolve));
        const failure = { status: 'Failed', outcome: { error: { code: 'UNKNOWN_EXCEPTION' } } };
        expect(ids.map((id) => queue.find(id))).toMatchObject([failure, failure]);
        silenced.mockRestore();
    });

    it('deploys what a validation found good, under another id', async () => {
        const { queue, id, settle, statuses, started } = await validated();
        const quick = queue.deployValidated(id, USER_ID);
        expect(quick.id).not.toBe(id);
        await settle();
        expect(started[1]).toMatchObject({ zip: 'validated', job: { options: { checkOnly: false } } });
        started[1]?.end('Succeeded');
        await settle();
        expect(statuses(quick.id)).toEqual(['Succeeded']);
    });

    it.each([
        ['was no validation', { ...VALIDATION, checkOnly: false }],
        ['ran no tests', { ...VALIDATION, testLevel: 'NoTestRun' }]
    ])('refuses a quick deploy of what %s, and does not keep its zip', async (_, options) => {
        const { queue, id } = await validated(options);
        expect(queue.find(id).zip).toBeNull();
        expect(() => queue.deployValidated(id, USER_ID)).toThrow('INVALID_ID_FIELD');
    });

    it('refuses a quick deploy after ten days', async () => {
        const { queue, id } = await validated();
        const before = now;
        now = new Date(before.getTime() + 10 * DAY_MS);
        expect(queue.deployValidated(id, USER_ID).status).toBe('Pending');
        now = new Date(before.getTime() + 10 * DAY_MS + 1);
        expect(() => queue.deployValidated(id, USER_ID)).toThrow('INVALID_ID_FIELD');
        now = before;
    });

    it('refuses a quick deploy once something else was deployed, but not when that failed', async () => {
        const { queue, id, enqueue, settle, started } = await validated();
        enqueue('fails');
        await settle();
        started[1]?.end('Failed');
        await settle();
        enqueue('succeeds');
        await settle();
        expect(queue.deployValidated(id, USER_ID).status).toBe('Pending');
        started[2]?.end('Succeeded');
        await settle();
        expect(() => queue.deployValidated(id, USER_ID)).toThrow('INVALID_ID_FIELD');
    });

    it('cancels everything when it closes', async () => {
        const { queue, enqueue, settle, statuses } = openQueue();
        const ids = [enqueue('running'), enqueue('waiting')] as const;
        await settle();
        await queue.close();
        expect(statuses(...ids)).toEqual(['Canceled', 'Canceled']);
    });
});

describe('the options of a deploy', () => {
    it('are all false when nothing is said', () => {
        expect(readDeployOptions({})).toMatchObject({
            checkOnly: false,
            rollbackOnError: false,
            testLevel: 'NoTestRun'
        });
    });

    it('are read from JSON and from the text of XML alike', () => {
        const fromJson = readDeployOptions({ checkOnly: true, singlePackage: false, testLevel: 'RunLocalTests' });
        expect(readDeployOptions({ checkOnly: 'true', singlePackage: '0', testLevel: 'RunLocalTests' })).toEqual(
            fromJson
        );
    });

    it.each([
        [{ dryRun: true }, 'INVALID_FIELD'],
        [{ checkOnly: 'yes' }, 'INVALID_TYPE'],
        [{ testLevel: 'RunSome' }, 'INVALID_TYPE'],
        [{ testLevel: 'RunSpecifiedTests', runTests: ['CaseTest'] }, 'NOT_EMULATED']
    ])('refuse %j', (members, errorCode) => {
        expect(() => readDeployOptions(members)).toThrow(errorCode);
    });
});
