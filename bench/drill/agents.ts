import type { OrgAdministrator } from './stack/orgAdministrator.ts';

/** Extension and Salesforce user of each agent. */
export type Agents = ReadonlyMap<string, string>;

interface UserRow {
    Id: string;
    Extension: string;
}

/** What a new user takes over from another one. */
const COPIED = 'ProfileId, TimeZoneSidKey, LocaleSidKey, EmailEncodingKey, LanguageLocaleKey';
const ALREADY_THERE = ['1001', '1002'];
const MORE = ['1003', '1004', '1005', '1006', '1007', '1008'];

/** The agents of the org's seed and some more. */
export async function gatherAgents(org: OrgAdministrator): Promise<Agents> {
    const [model] = await org.query<Record<string, string>>(
        `SELECT ${COPIED} FROM User WHERE Extension = '${ALREADY_THERE[0]}'`
    );
    if (!model) throw new Error('The org has no agents to take as a model.');
    const copied = Object.fromEntries(COPIED.split(', ').map((field) => [field, model[field] ?? '']));
    for (const extension of MORE) {
        const username = `agent${extension}@local.org`;
        await org.create('User', {
            ...copied,
            Username: username,
            Email: username,
            LastName: `Agente ${extension}`,
            Alias: `a${extension}`,
            Extension: extension,
            IsActive: true
        });
    }
    const extensions = [...ALREADY_THERE, ...MORE].map((extension) => `'${extension}'`).join(', ');
    const users = await org.query<UserRow>(`SELECT Id, Extension FROM User WHERE Extension IN (${extensions})`);
    return new Map(users.map(({ Id, Extension }) => [Extension, Id]));
}
