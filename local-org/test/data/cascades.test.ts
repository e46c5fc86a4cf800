import { deleteRecord } from '../../src/data/deleteRecord.ts';
import { findRecord, type Org } from '../../src/org.ts';
import type { CallContext } from '../../src/callContext.ts';
import { createRecord } from '../../src/data/createRecord.ts';
import { updateRecord } from '../../src/data/updateRecord.ts';
import { resolveUserAccess } from '../../src/access/resolveUserAccess.ts';
import { ADMINISTRATOR_ID } from '../../src/seed/setupIds.ts';
import { customObject, failuresOf, openBareOrg, type BareOrg } from '../deploy/openBareOrg.ts';

const NEXT = `<fields><fullName>Next__c</fullName><deleteConstraint>Cascade</deleteConstraint><label>Next</label>
    <referenceTo>Link__c</referenceTo><relationshipLabel>Links</relationshipLabel><relationshipName>Links</relationshipName>
    <type>Lookup</type></fields>`;

describe('deleting what cascades', () => {
    let bare: BareOrg;
    let org: Org;
    let context: CallContext;

    beforeAll(async () => {
        bare = await openBareOrg();
        org = bare.org;
        expect(failuresOf(await bare.deploy({ 'objects/Link__c.object': customObject('Link', NEXT) }))).toEqual([]);
        const administrator = findRecord(org, ADMINISTRATOR_ID);
        if (!administrator) throw new Error('The org has no administrator.');
        context = { apiVersion: '66.0', access: resolveUserAccess(org, administrator), autoAssign: 'notSaid' };
    });
    afterAll(() => bare.close());

    it('ends where the records lead back to the first', () => {
        const link = org.schema.find('Link__c');
        if (!link) throw new Error('Link__c was not deployed.');
        const first = createRecord(org, context, link, { Name: 'first' });
        const second = createRecord(org, context, link, { Name: 'second', Next__c: first });
        updateRecord(org, context, link, first, { Next__c: second });
        deleteRecord(org, context, link, first);
        expect([findRecord(org, first), findRecord(org, second)]).toEqual([undefined, undefined]);
    });
});
