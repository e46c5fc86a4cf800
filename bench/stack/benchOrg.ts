import { type Administrator, logInAdministrator } from '../local-org/administrator.ts';
import { type OrgProcess, startOrgProcess } from '../local-org/orgProcess.ts';

/** A fault of the local org's control route; see local-org/README.md. */
export type OrgFault = Readonly<Record<string, unknown>> & { readonly kind: string };

/** A local org as a process of its own, and a hand on what Salesforce does not have. */
export interface BenchOrg extends OrgProcess {
    readonly administrator: Administrator;
    /** Faults strike calls of the REST API only: signing in always works. */
    schedule(...faults: readonly OrgFault[]): Promise<void>;
    clearFaults(): Promise<void>;
    clearCalls(): Promise<void>;
    /** Calls of the REST API since `clearCalls`, as Salesforce counts them. */
    countCalls(): Promise<number>;
}

const REST_API = '/services/data';

export async function startBenchOrg(): Promise<BenchOrg> {
    const org = await startOrgProcess();
    const control = (method: string, path: string, body?: unknown) =>
        fetch(`${org.url}/_org/${path}`, {
            method,
            headers: { 'content-type': 'application/json' },
            ...(body !== undefined && { body: JSON.stringify(body) })
        });
    return {
        ...org,
        administrator: await logInAdministrator(org.url),
        async schedule(...faults) {
            for (const fault of faults) {
                const match = { pathIncludes: REST_API, ...(fault['match'] as object) };
                const response = await control('POST', 'faults', { ...fault, match });
                if (!response.ok) throw new Error(`The org takes no such fault: ${await response.text()}`);
            }
        },
        clearFaults: async () => void (await control('DELETE', 'faults')),
        clearCalls: async () => void (await control('DELETE', 'calls')),
        async countCalls() {
            const { counts } = (await (await control('GET', 'calls')).json()) as { counts: Record<string, number> };
            const ofRestApi = Object.entries(counts).filter(([kind]) => kind.includes(REST_API));
            return ofRestApi.reduce((sum, [, count]) => sum + count, 0);
        }
    };
}

/** A session of the integration user, for whoever cannot sign in as the bridge does. */
export async function tokenOfBridgeUser(orgUrl: string): Promise<string> {
    const login = await fetch(`${orgUrl}/_org/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'bridge@local.org' })
    });
    return ((await login.json()) as { accessToken: string }).accessToken;
}
