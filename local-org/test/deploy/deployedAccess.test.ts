import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { manifestXml, metadataXml } from '../metadata/packageOf.ts';
import { deploy } from '../metadataApi/deployPackages.ts';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';
import { zipPackage } from '../zipPackage.ts';
import { customObject, permissionSet, textField } from './openBareOrg.ts';

const GRANTS = permissionSet(
    `<fieldPermissions><editable>true</editable><field>Case.Level__c</field><readable>true</readable></fieldPermissions>
     <objectPermissions><allowCreate>true</allowCreate><allowRead>true</allowRead><object>Visit__c</object></objectPermissions>`
);

/** By the real client, over HTTP: what a deploy brings is there at the next call, and gone at the next. */
describe('after a deploy', () => {
    let folder: string;
    let org: TestOrg;
    let admin: Connection;
    let ana: Connection;

    beforeEach(async () => {
        folder = mkdtempSync(join(tmpdir(), 'deployed-access-'));
        org = await start();
        await deploy(
            admin,
            await zipPackage({
                'package.xml': manifestXml({
                    CustomField: ['Case.Level__c'],
                    CustomObject: ['Visit__c'],
                    PermissionSet: ['Clerk']
                }),
                'objects/Case.object': metadataXml('CustomObject', textField('Level__c')),
                'objects/Visit__c.object': customObject('Visit'),
                'permissionsets/Clerk.permissionset': GRANTS
            })
        );
        const { records } = await admin.query("SELECT Id FROM PermissionSet WHERE Name = 'Clerk'");
        const { userId } = await org.logIn('ana@local.org');
        await admin.sobject('PermissionSetAssignment').create({ PermissionSetId: records[0]?.Id, AssigneeId: userId });
    });
    afterEach(async () => {
        await org.close();
        rmSync(folder, { recursive: true });
    });

    async function start(): Promise<TestOrg> {
        const started = await startTestOrg({ metadataFolder: folder, dataDir: join(folder, '.data') });
        admin = await started.connect('admin@local.org');
        ana = await started.connect('ana@local.org');
        return started;
    }

    it('whoever holds the permission set reads and writes what it grants, across a restart too', async () => {
        const visit = await ana.sobject('Visit__c').create({ Name: 'first' });
        const { id } = await ana.sobject('Case').create({ Subject: 'Levelled', Level__c: 'gold' });
        const bruno = await org.connect('bruno@local.org');
        expect((await refusalOf(bruno.query('SELECT Level__c FROM Case'))).errorCode).toBe('INVALID_FIELD');
        await org.close();
        org = await start();
        const { records } = await ana.query(`SELECT Level__c FROM Case WHERE Id = '${id}'`);
        expect(records).toMatchObject([{ Level__c: 'gold' }]);
        expect(await ana.sobject('Visit__c').retrieve(String(visit.id))).toMatchObject({ Name: 'first' });
    });

    it('nobody sees what the next one deletes', async () => {
        const { id } = await ana.sobject('Case').create({ Subject: 'Levelled', Level__c: 'gold' });
        const result = await deploy(
            admin,
            await zipPackage({
                'package.xml': manifestXml({}),
                'destructiveChanges.xml': manifestXml(
                    { CustomField: ['Case.Level__c'], CustomObject: ['Visit__c'] },
                    null
                )
            })
        );
        expect(result).toMatchObject({ success: true, numberComponentsDeployed: 2 });
        expect((await refusalOf(ana.query('SELECT Level__c FROM Case'))).errorCode).toBe('INVALID_FIELD');
        expect(await admin.sobject('Case').retrieve(String(id))).not.toHaveProperty('Level__c');
        expect((await refusalOf(ana.sobject('Visit__c').describe())).errorCode).toBe('NOT_FOUND');
    });
});
