import type { CallView } from '../../bridge-server/src/contract/agentApi.ts';
import { signIn } from '../../bridge-server/test/support/testAgent.ts';
import type { Administrator } from '../local-org/administrator.ts';
import { followCalls } from './followCalls.ts';

export interface BenchAgent {
    readonly userId: string;
    readonly username: string;
    readonly extension: string;
}

const FIRST_EXTENSION = 2001;

interface Queried {
    readonly records: readonly { Id: string; ProfileId: string }[];
}

/** Agents of a contact centre: users with an extension and the permission set of the softphone. */
export async function createAgents(administrator: Administrator, count: number): Promise<BenchAgent[]> {
    const select = async (soql: string) => {
        const { records } = (await administrator.get(`/query?q=${encodeURIComponent(soql)}`)) as Queried;
        if (!records[0]) throw new Error(`The org has nothing for ${soql}`);
        return records[0];
    };
    const { ProfileId } = await select("SELECT Id, ProfileId FROM User WHERE Username = 'ana@local.org'");
    const permissionSet = await select("SELECT Id FROM PermissionSet WHERE Name = 'SoftphoneAgent'");
    const agents: BenchAgent[] = [];
    for (let index = 0; index < count; index++) {
        const extension = String(FIRST_EXTENSION + index);
        const username = `agent${extension}@bench.example`;
        const { id } = (await administrator.post('/sobjects/User', userFields(username, extension, ProfileId))) as {
            id: string;
        };
        await administrator.post('/sobjects/PermissionSetAssignment', {
            PermissionSetId: permissionSet.Id,
            AssigneeId: id
        });
        agents.push({ userId: id, username, extension });
    }
    return agents;
}

const userFields = (username: string, extension: string, profileId: string) => ({
    Username: username,
    FirstName: 'Agente',
    LastName: extension,
    Alias: `a${extension}`,
    CommunityNickname: `a${extension}`,
    Email: username,
    Extension: extension,
    IsActive: true,
    ProfileId: profileId,
    TimeZoneSidKey: 'America/Sao_Paulo',
    LocaleSidKey: 'pt_BR',
    LanguageLocaleKey: 'pt_BR',
    EmailEncodingKey: 'UTF-8'
});

/** Signs the agents in as softphones do, and listens to their streams, also after the bridge was away. */
export async function joinAgents(
    bridgeUrl: string,
    orgUrl: string,
    agents: readonly BenchAgent[],
    onCall: (call: CallView) => void
): Promise<{ leave(): void }> {
    const leaving = new AbortController();
    for (const { username } of agents) {
        const { token } = await signIn(bridgeUrl, orgUrl, username);
        await followCalls(`${bridgeUrl}/agent/events`, { authorization: `Bearer ${token}` }, leaving.signal, onCall);
    }
    return { leave: () => leaving.abort() };
}
