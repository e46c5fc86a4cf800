import fs, { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsforce from 'jsforce';
import { openJournal } from '../../src/data/openJournal.ts';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('an org with a data folder', () => {
    let dataDir: string;
    let org: TestOrg;

    beforeEach(async () => {
        dataDir = mkdtempSync(join(tmpdir(), 'local-org-'));
        org = await startTestOrg({ dataDir });
    });
    afterEach(async () => {
        await org.close();
        rmSync(dataDir, { recursive: true });
    });

    async function restart(): Promise<void> {
        await org.close();
        org = await startTestOrg({ dataDir });
    }

    it('keeps records, deletions, numbers and sessions across a restart', async () => {
        const { accessToken } = await org.logIn('admin@local.org');
        const connect = () => new jsforce.Connection({ instanceUrl: org.url, accessToken, version: '66.0' });
        const kept = await connect().sobject('Case').create({ Subject: 'kept', CallProtocol__c: 'k-1' });
        const deleted = await connect().sobject('Case').create({ Subject: 'deleted' });
        await connect().sobject('Case').destroy(String(deleted.id));
        await restart();
        const { records } = await connect().query("SELECT Id FROM Case WHERE Subject IN ('kept', 'deleted')");
        expect(records.map(({ Id }) => Id)).toEqual([kept.id]);
        const next = await connect().sobject('Case').create({ Subject: 'next' });
        expect([kept.id, deleted.id]).not.toContain(next.id);
        const again = await connect().sobject('Case').upsert({ CallProtocol__c: 'k-1' }, 'CallProtocol__c');
        expect(again).toMatchObject({ id: kept.id, created: false });
    });

    it('does not plant its seed a second time', async () => {
        const countContacts = async () =>
            (await (await org.connect('ana@local.org')).query('SELECT COUNT() FROM Contact')).totalSize;
        const before = await countContacts();
        await restart();
        expect(await countContacts()).toBe(before);
    });

    it('starts with what was whole when the last line of its journal was cut short', async () => {
        const ana = await org.connect('ana@local.org');
        const { id } = await ana.sobject('Task').create({ Subject: 'whole' });
        await org.close();
        appendFileSync(join(dataDir, 'journal.jsonl'), '{"put":[["Task",{"Id":"00T');
        org = await startTestOrg({ dataDir });
        const { records } = await (await org.connect('ana@local.org')).query('SELECT Id FROM Task');
        expect(records.map(({ Id }) => Id)).toEqual([id]);
    });
});

describe('a journal', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'local-org-'));
    const commit = (id: string) => ({
        put: [['Task', { Id: id }] as [string, { Id: string }]],
        removed: [],
        counters: {}
    });

    afterAll(() => rmSync(dataDir, { recursive: true }));

    it('takes back the half of a commit that a full disk let it write', () => {
        const journal = openJournal(dataDir);
        journal.append(commit('1'));
        jest.spyOn(fs, 'writeFileSync').mockImplementationOnce((file, line) => {
            fs.writeSync(Number(file), String(line).slice(0, 10));
            throw new Error('ENOSPC');
        });
        expect(() => journal.append(commit('2'))).toThrow('ENOSPC');
        journal.append(commit('3'));
        journal.close();
        expect(openJournal(dataDir).commits).toEqual([commit('1'), commit('3')]);
    });
});
