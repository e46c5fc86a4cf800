import { createContacts } from '../../src/agents/contacts.ts';
import type { Agent } from '../../src/contract/agentApi.ts';
import { candidate } from '../calls/story.ts';

const ana: Agent = { userId: '005a', name: 'Ana Souza', extension: '1001', timeZone: 'America/Sao_Paulo' };

const setUp = () => {
    const searchContacts = jest.fn((_text: string) => Promise.resolve([candidate('found')]));
    const recentContacts = jest.fn((_agent: string, _since: string, _limit: number) =>
        Promise.resolve([candidate('recent')])
    );
    const now = () => new Date('2026-11-23T12:00:00.000Z');
    return { contacts: createContacts({ searchContacts, recentContacts, now }), searchContacts, recentContacts };
};

test('without a search they are whom the agent spoke with in the last 90 days, and Salesforce is not asked', async () => {
    const { contacts, searchContacts, recentContacts } = setUp();
    expect(await contacts(ana, '')).toEqual({ contacts: [candidate('recent')] });
    expect(recentContacts).toHaveBeenCalledWith('1001', '2026-08-25T12:00:00.000Z', 20);
    expect(searchContacts).not.toHaveBeenCalled();
});

test('with a search they are whom Salesforce finds', async () => {
    const { contacts, recentContacts } = setUp();
    expect(await contacts(ana, 'maria')).toEqual({ contacts: [candidate('found')] });
    expect(recentContacts).not.toHaveBeenCalled();
});
