import { type Administrator, logInAdministrator } from '../../../bench/local-org/administrator.ts';
import { type OrgProcess, startOrgProcess } from '../../../bench/local-org/orgProcess.ts';

export interface OrgUnderTest extends OrgProcess {
    query<Row>(soql: string): Promise<Row[]>;
    /** The username of the user with that extension. */
    usernameOf(extension: string): string;
    /** The id of the user with that extension. */
    userIdOf(extension: string): string;
}

interface UserRow {
    readonly Id: string;
    readonly Username: string;
    readonly Extension: string;
}

/** What a new user takes over from one of the seed. */
const COPIED = ['ProfileId', 'TimeZoneSidKey', 'LocaleSidKey', 'EmailEncodingKey', 'LanguageLocaleKey'];
const AGENTS = 'SELECT Id, Username, Extension FROM User WHERE Extension != null AND IsActive = true';

/** A local org that has a user for each of the extensions: its seed's own and as many more as it takes. */
export async function startOrgUnderTest(extensions: readonly string[]): Promise<OrgUnderTest> {
    const org = await startOrgProcess();
    try {
        const administrator = await logInAdministrator(org.url);
        const query = async <Row>(soql: string): Promise<Row[]> =>
            ((await administrator.get(`/query?q=${encodeURIComponent(soql)}`)) as { records: Row[] }).records;
        const seed = await query<UserRow>(AGENTS);
        const missing = extensions.filter((extension) => !seed.some(({ Extension }) => Extension === extension));
        await createAgents(administrator, query, missing);
        const users = new Map((await query<UserRow>(AGENTS)).map((user) => [user.Extension, user]));
        const userOf = (extension: string): UserRow => {
            const user = users.get(extension);
            if (!user) throw new Error(`The org has no user with the extension ${extension}.`);
            return user;
        };
        return {
            ...org,
            query,
            usernameOf: (extension) => userOf(extension).Username,
            userIdOf: (extension) => userOf(extension).Id
        };
    } catch (error) {
        await org.stop();
        throw error;
    }
}

async function createAgents(
    administrator: Administrator,
    query: <Row>(soql: string) => Promise<Row[]>,
    extensions: readonly string[]
): Promise<void> {
    const [model] = await query<Record<string, string>>(
        `SELECT ${COPIED.join(', ')} FROM User WHERE Username = 'ana@local.org'`
    );
    const [permissionSet] = await query<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'SoftphoneAgent'");
    if (!model || !permissionSet) throw new Error('The org has no agent to take as a model.');
    for (const extension of extensions) {
        const username = `agent${extension}@local.org`;
        const { id } = (await administrator.post('/sobjects/User', {
            ...Object.fromEntries(COPIED.map((field) => [field, model[field]])),
            Username: username,
            Email: username,
            FirstName: 'Agente',
            LastName: extension,
            Alias: `a${extension}`,
            Extension: extension,
            IsActive: true
        })) as { id: string };
        await administrator.post('/sobjects/PermissionSetAssignment', {
            PermissionSetId: permissionSet.Id,
            AssigneeId: id
        });
    }
}
