import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsforce from 'jsforce';
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
