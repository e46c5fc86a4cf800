import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { metadataXml } from '../metadata/packageOf.ts';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

const FORCE_APP = join(import.meta.dirname, '../../../force-app/main/default');
const MASTER = {
    active: true,
    available: true,
    defaultRecordTypeMapping: true,
    developerName: 'Master',
    master: true,
    name: 'Master',
    recordTypeId: '012000000000000AAA',
    urls: { layout: '/services/data/v66.0/sobjects/Case/describe/layouts/012000000000000AAA' }
};

let org: TestOrg;
let metadataFolder: string;

beforeAll(async () => {
    metadataFolder = mkdtempSync(join(tmpdir(), 'record-types-'));
    cpSync(join(FORCE_APP, 'objects'), join(metadataFolder, 'objects'), { recursive: true });
    mkdirSync(join(metadataFolder, 'objects/Case/recordTypes'));
    for (const [name, active] of [
        ['Phone', true],
        ['Fax', false]
    ] as const) {
        writeFileSync(
            join(metadataFolder, `objects/Case/recordTypes/${name}.recordType-meta.xml`),
            metadataXml(
                'RecordType',
                `<fullName>${name}</fullName><active>${active}</active><label>By ${name.toLowerCase()}</label>`
            )
        );
    }
    org = await startTestOrg({ metadataFolder });
});
afterAll(async () => {
    await org.close();
    rmSync(metadataFolder, { recursive: true });
});

const recordTypesOf = async (object: string) => {
    const admin = await org.connect('admin@local.org');
    const { recordTypeInfos } = await admin.sobject(object).describe();
    return [...recordTypeInfos].sort((a, b) => (a.name < b.name ? -1 : 1));
};

describe('the record types in a description', () => {
    it('are the deployed ones, an inactive one open to nobody, and the master', async () => {
        expect(await recordTypesOf('Case')).toEqual([
            expect.objectContaining({ developerName: 'Fax', name: 'By fax', active: false, available: false }),
            expect.objectContaining({
                developerName: 'Phone',
                name: 'By phone',
                active: true,
                available: true,
                master: false,
                recordTypeId: expect.stringMatching(/^012\w{15}$/)
            }),
            MASTER
        ]);
    });

    it('are the master alone, where none was deployed', async () => {
        expect(await recordTypesOf('Contact')).toMatchObject([{ developerName: 'Master', master: true }]);
    });
});
