import fc from 'fast-check';
import type { Connection } from 'jsforce';
import { composite } from './compositeRequests.ts';
import { startTestOrg, type TestOrg } from '../startTestOrg.ts';

const SOBJECTS = '/services/data/v66.0/sobjects';
const OBJECTS = ['Account', 'Contact', 'Case', 'Task'];
/** A subrequest without its referenceId. */
type Request = { method: string; url: string; body?: object };

describe('a composite that must be all or none', () => {
    let org: TestOrg;
    let admin: Connection;
    let goodRequest: fc.Arbitrary<Request>;

    beforeAll(async () => {
        org = await startTestOrg();
        admin = await org.connect('admin@local.org');
        const { id: contactId } = await admin.sobject('Contact').create({ LastName: 'Alvo', Phone: '1' });
        const { id: caseId } = await admin.sobject('Case').create({ Subject: 'Alvo', ContactId: contactId });
        await admin.sobject('Task').create({ Subject: 'Alvo', WhatId: caseId });
        await admin.sobject('Case').create({ CallProtocol__c: 'undo-1' });
        goodRequest = fc.oneof(
            post('Account', { Name: 'Novo' }),
            post('Contact', { LastName: 'Novo' }),
            post('Case', { Subject: 'Novo', ContactId: contactId }),
            post('Task', { Subject: 'Novo', WhatId: caseId }),
            fc.constant({ method: 'PATCH', url: `${SOBJECTS}/Contact/${contactId}`, body: { Phone: '2' } }),
            fc.constant({ method: 'PATCH', url: `${SOBJECTS}/Case/${caseId}`, body: { Status: 'Closed' } }),
            fc.constant({ method: 'PATCH', url: `${SOBJECTS}/Case/CallProtocol__c/undo-1`, body: { Subject: 'y' } }),
            fc.constant({ method: 'PATCH', url: `${SOBJECTS}/Case/CallProtocol__c/undo-2`, body: { Subject: 'y' } }),
            fc.constant({ method: 'GET', url: `${SOBJECTS}/Case/${caseId}` })
        );
    });
    afterAll(() => org.close());

    const post = (object: string, body: object): fc.Arbitrary<Request> =>
        fc.constant({ method: 'POST', url: `${SOBJECTS}/${object}`, body });

    const badRequest: fc.Arbitrary<Request> = fc.oneof(
        post('Account', {}),
        post('Task', { Subject: 'x', Nope__c: 1 }),
        post('Case', { ContactId: 'nobody' }),
        post('Contact', { LastName: 'x', AccountId: '@{nothing.id}' }),
        fc.constant({ method: 'DELETE', url: `${SOBJECTS}/Case/500gL0000000000AAA` }),
        fc.constant({ method: 'GET', url: `${SOBJECTS}/Nope__c` })
    );

    async function readStore(): Promise<unknown[]> {
        const read = (object: string) => admin.request(`/services/data/v66.0/queryAll?q=${allRowsOf(object)}`);
        return Promise.all(OBJECTS.map(read));
    }

    const allRowsOf = (object: string) => encodeURIComponent(`SELECT FIELDS(ALL) FROM ${object} LIMIT 200`);

    it('leaves the records as they were, wherever in it the bad subrequest stands', async () => {
        const before = await readStore();
        const sequences = fc.tuple(
            fc.array(goodRequest, { maxLength: 8 }),
            badRequest,
            fc.array(goodRequest, { maxLength: 8 })
        );
        await fc.assert(
            fc.asyncProperty(sequences, async ([first, bad, last]) => {
                const compositeRequest = [...first, bad, ...last].map((request, index) => ({
                    ...request,
                    referenceId: `r${index}`
                }));
                const results = await composite(admin, { allOrNone: true, compositeRequest });
                expect(results.every(({ httpStatusCode }) => httpStatusCode >= 400)).toBe(true);
                expect(await readStore()).toEqual(before);
            }),
            { numRuns: 40 }
        );
    });
});
