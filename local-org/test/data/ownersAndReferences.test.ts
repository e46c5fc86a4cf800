import type { Connection } from 'jsforce';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('owners and references', () => {
    let org: TestOrg;
    let admin: Connection;
    let queueId: string;
    let agentId: string;

    beforeAll(async () => {
        org = await startTestOrg();
        admin = await org.connect('admin@local.org');
        queueId = await findId('Group', "DeveloperName = 'Fila_do_telefone'");
        agentId = await findId('User', "Username = 'bruno@local.org'");
    });
    afterAll(() => org.close());

    const findId = async (object: string, where: string) =>
        String((await admin.query(`SELECT Id FROM ${object} WHERE ${where}`)).records[0]?.Id);
    const ownerOf = async (id: string) => (await admin.sobject('Case').retrieve(id)).OwnerId;
    const createCase = async (values: object) =>
        String((await admin.sobject('Case').create(values, { headers: { 'Sforce-Auto-Assign': 'FALSE' } })).id);

    it('run the assignment rule on an update only when the header says so', async () => {
        const Id = await createCase({ OwnerId: agentId });
        await admin.sobject('Case').update({ Id, Origin: 'Phone' });
        expect(await ownerOf(Id)).toBe(agentId);
        await admin.sobject('Case').update({ Id, Subject: 'x' }, { headers: { 'Sforce-Auto-Assign': 'TRUE' } });
        expect(await ownerOf(Id)).toBe(queueId);
    });

    it('let an owner who has left stay, and give them nothing new', async () => {
        const Id = await createCase({ OwnerId: agentId });
        await admin.sobject('User').update({ Id: agentId, IsActive: false });
        expect(await admin.sobject('Case').update({ Id, Subject: 'x' })).toMatchObject({ success: true });
        expect((await refusalOf(createCase({ OwnerId: agentId }))).errorCode).toBe('INACTIVE_OWNER_OR_USER');
        await admin.sobject('User').update({ Id: agentId, IsActive: true });
    });

    it('give a queue only what it serves', async () => {
        expect(await ownerOf(await createCase({ OwnerId: queueId }))).toBe(queueId);
        expect(await refusalOf(admin.sobject('Task').create({ OwnerId: queueId }))).toEqual({
            errorCode: 'INVALID_CROSS_REFERENCE_KEY',
            message: 'Queue not associated with this SObject type'
        });
    });

    it('tie a task about a lead to nothing else', async () => {
        const { id: WhoId } = await admin.sobject('Lead').create({ LastName: 'x', Company: 'y' });
        expect(await admin.sobject('Task').create({ WhoId })).toMatchObject({ success: true });
        expect(await refusalOf(admin.sobject('Task').create({ WhoId, WhatId: await createCase({}) }))).toEqual({
            errorCode: 'FIELD_INTEGRITY_EXCEPTION',
            message: "Related To ID: A task related to a lead can't be related to another record"
        });
    });

    it('lead to no record that was deleted', async () => {
        const { id } = await admin.sobject('Contact').create({ LastName: 'x' });
        await admin.sobject('Contact').destroy(String(id));
        expect((await refusalOf(createCase({ ContactId: id }))).errorCode).toBe('ENTITY_IS_DELETED');
    });

    it('show another agent nothing private, neither by id nor among what changed', async () => {
        const [ana, bruno] = [await org.connect('ana@local.org'), await org.connect('bruno@local.org')];
        const handshakes = '/services/data/v66.0/sobjects/SoftphoneHandshake__c';
        const { id } = await ana.sobject('SoftphoneHandshake__c').create({ Nonce__c: 'private' });
        const [start, end] = [-600_000, 600_000].map((ms) => new Date(Date.now() + ms).toISOString());
        const updatedFor = async (connection: Connection) =>
            (await connection.request<{ ids: string[] }>(`${handshakes}/updated?start=${start}&end=${end}`)).ids;
        expect([await updatedFor(ana), await updatedFor(bruno)]).toEqual([[id], []]);
        expect(await ana.request(`${handshakes}/Id/${id}`)).toMatchObject({ Nonce__c: 'private' });
        expect((await refusalOf(bruno.request(`${handshakes}/Id/${id}`))).errorCode).toBe('NOT_FOUND');
    });
});
