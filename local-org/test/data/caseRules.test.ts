import type { Connection } from 'jsforce';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

const KEEP_OWNER = { headers: { 'Sforce-Auto-Assign': 'FALSE' } };

describe('what the platform does to Cases and Tasks', () => {
    let org: TestOrg;
    let bridge: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        bridge = await org.connect('bridge@local.org');
    });
    afterAll(() => org.close());

    const findId = async (object: string, where: string) =>
        String((await bridge.query(`SELECT Id FROM ${object} WHERE ${where}`)).records[0]?.Id);

    async function createCase(values: object, options?: object): Promise<Record<string, unknown>> {
        const { id } = await bridge.sobject('Case').create(values, options);
        return bridge.sobject('Case').retrieve(String(id));
    }

    it('hands a Case that came by phone to the queue, though the writer named an owner', async () => {
        const { userId } = await org.logIn('ana@local.org');
        const created = await createCase({ Origin: 'Phone', OwnerId: userId });
        expect(created.OwnerId).toBe(await findId('Group', "DeveloperName = 'Fila_do_telefone'"));
    });

    it('leaves the owner alone when Sforce-Auto-Assign is FALSE', async () => {
        const { userId } = await org.logIn('ana@local.org');
        expect((await createCase({ Origin: 'Phone', OwnerId: userId }, KEEP_OWNER)).OwnerId).toBe(userId);
    });

    it('gives what no rule entry fits to the default case owner', async () => {
        const created = await createCase({ Origin: 'Email' });
        expect(created.OwnerId).toBe(await findId('User', "Username = 'admin@local.org'"));
    });

    it('numbers Cases one after the other', async () => {
        const [first, second] = [await createCase({}), await createCase({})];
        expect(first.CaseNumber).toMatch(/^\d{8}$/);
        expect(Number(second.CaseNumber)).toBe(Number(first.CaseNumber) + 1);
    });

    it('fills the account and shows the phone from the contact', async () => {
        const contactId = await findId('Contact', "Name = 'Maria da Silva'");
        expect(await createCase({ ContactId: contactId })).toMatchObject({
            AccountId: await findId('Account', "Name LIKE 'Padaria%'"),
            ContactPhone: '(11) 98765-4321',
            ContactEmail: 'maria.silva@estreladamanha.example'
        });
    });

    it('keeps an account that the writer gave', async () => {
        const contactId = await findId('Contact', "Name = 'Maria da Silva'");
        const accountId = await findId('Account', "Name LIKE 'Clínica%'");
        const created = await createCase({ ContactId: contactId, AccountId: accountId });
        expect(created.AccountId).toBe(accountId);
    });

    it('dates the closing, and forgets it on reopening', async () => {
        const { Id } = await createCase({ Status: 'Closed' });
        expect(await bridge.sobject('Case').retrieve(String(Id))).toMatchObject({
            IsClosed: true,
            ClosedDate: expect.stringMatching(/\+0000$/)
        });
        await bridge.sobject('Case').update({ Id: String(Id), Status: 'Working' });
        const reopened = await bridge.sobject('Case').retrieve(String(Id));
        expect(reopened).toMatchObject({ IsClosed: false, ClosedDate: null });
    });

    it('takes the account of a call’s Task from its contact', async () => {
        const contactId = await findId('Contact', "Name = 'Maria da Silva'");
        const { Id: caseId } = await createCase({ ContactId: contactId });
        const { id } = await bridge.sobject('Task').create({
            Subject: 'Protocolo 1',
            WhatId: caseId,
            WhoId: contactId,
            TaskSubtype: 'Call',
            CallType: 'Inbound',
            CallDurationInSeconds: 65,
            Status: 'Completed'
        });
        expect(await bridge.sobject('Task').retrieve(String(id))).toMatchObject({
            AccountId: await findId('Account', "Name LIKE 'Padaria%'"),
            IsClosed: true,
            CallDurationInSeconds: 65
        });
    });
});
