import { resolveUserAccess } from '../../src/access/resolveUserAccess.ts';
import { findUserByName } from '../../src/auth/findUserByName.ts';
import type { CallContext } from '../../src/callContext.ts';
import { createRecord } from '../../src/data/createRecord.ts';
import { deleteRecord } from '../../src/data/deleteRecord.ts';
import { requireObject } from '../../src/data/requireObject.ts';
import { requireRecord } from '../../src/data/requireRecord.ts';
import { updateRecord } from '../../src/data/updateRecord.ts';
import { metadataXml } from '../metadata/packageOf.ts';
import { failuresOf, openBareOrg, permissionSet, type BareOrg } from '../deploy/openBareOrg.ts';

function objectXml(label: string, sharingModel: string, fields = ''): string {
    const named = `<nameField><label>Name</label><type>Text</type></nameField><pluralLabel>${label}s</pluralLabel>`;
    return metadataXml(
        'CustomObject',
        `<deploymentStatus>Deployed</deploymentStatus>${fields}<label>${label}</label>${named}<sharingModel>${sharingModel}</sharingModel>`
    );
}

const masterTo = (master: string) => `<fields><fullName>${master}</fullName><label>Master</label>
    <referenceTo>${master}</referenceTo><relationshipLabel>Details</relationshipLabel>
    <relationshipName>${master.replace('__c', 'Details')}</relationshipName><relationshipOrder>0</relationshipOrder>
    <type>MasterDetail</type></fields>`;
const GRANTS = ['Line__c', 'Order__c', 'Note__c', 'Plan__c'].map(
    (
        name
    ) => `<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit>
        <allowRead>true</allowRead><object>${name}</object></objectPermissions>`
);

describe('the details of a master', () => {
    let bare: BareOrg;
    let lineId: string;

    beforeAll(async () => {
        bare = await openBareOrg();
        const outcome = await bare.deploy({
            'objects/Order__c.object': objectXml('Order', 'Private'),
            'objects/Line__c.object': objectXml('Line', 'ControlledByParent', masterTo('Order__c')),
            'objects/Plan__c.object': objectXml('Plan', 'Read'),
            'objects/Note__c.object': objectXml('Note', 'ControlledByParent', masterTo('Plan__c')),
            'permissionsets/Clerk.permissionset': permissionSet(GRANTS.join(''))
        });
        expect(failuresOf(outcome)).toEqual([]);
        assignClerk('ana@local.org');
        assignClerk('bruno@local.org');
        const ana = contextOf('ana@local.org');
        const orderId = createRecord(bare.org, ana, requireObject(bare.org, ana, 'Order__c'), { Name: 'x' });
        lineId = createRecord(bare.org, ana, line(ana), { Name: 'x', Order__c: orderId });
    });
    afterAll(() => bare.close());

    function userOf(username: string) {
        const user = findUserByName(bare.org, username);
        if (!user) throw new Error(`There is no ${username}.`);
        return user;
    }
    function contextOf(username: string): CallContext {
        return { apiVersion: '66.0', access: resolveUserAccess(bare.org, userOf(username)), autoAssign: 'notSaid' };
    }
    function assignClerk(username: string): void {
        const [clerk] = bare.org.records.findBy('PermissionSet', 'Name', 'Clerk');
        const admin = contextOf('admin@local.org');
        createRecord(bare.org, admin, requireObject(bare.org, admin, 'PermissionSetAssignment'), {
            AssigneeId: userOf(username).Id,
            PermissionSetId: clerk?.Id
        });
    }
    const line = (context: CallContext) => requireObject(bare.org, context, 'Line__c');

    it('are hidden from whoever does not see a private one', () => {
        const bruno = contextOf('bruno@local.org');
        expect(() => requireRecord(bare.org, bruno, line(bruno), lineId)).toThrow('NOT_FOUND');
        const admin = contextOf('admin@local.org');
        expect(requireRecord(bare.org, admin, line(admin), lineId).Id).toBe(lineId);
    });

    it('are the owner’s of the master to change and to delete', () => {
        const ana = contextOf('ana@local.org');
        updateRecord(bare.org, ana, line(ana), lineId, { Name: 'y' });
        expect(requireRecord(bare.org, ana, line(ana), lineId).Name).toBe('y');
        deleteRecord(bare.org, ana, line(ana), lineId);
        expect(() => requireRecord(bare.org, ana, line(ana), lineId)).toThrow('ENTITY_IS_DELETED');
    });

    it('are to be read only where the master is', () => {
        const [ana, bruno] = [contextOf('ana@local.org'), contextOf('bruno@local.org')];
        const note = requireObject(bare.org, ana, 'Note__c');
        const planId = createRecord(bare.org, ana, requireObject(bare.org, ana, 'Plan__c'), { Name: 'x' });
        const noteId = createRecord(bare.org, ana, note, { Name: 'x', Plan__c: planId });
        expect(requireRecord(bare.org, bruno, note, noteId).Id).toBe(noteId);
        expect(() => updateRecord(bare.org, bruno, note, noteId, { Name: 'y' })).toThrow('insufficient access rights');
        expect(() => deleteRecord(bare.org, bruno, note, noteId)).toThrow('insufficient access rights');
    });
});
