import { type LocalOrgOptions, startLocalOrg } from '../../../local-org/src/startLocalOrg.ts';
import { createTestKeys } from './startTestBridge.ts';

const API = '/services/data/v66.0';

export interface TestOrg {
    readonly url: string;
    /** What a bridge needs to sign in here. */
    readonly bridgeEnvironment: Readonly<Record<string, string>>;
    query<Row>(soql: string): Promise<Row[]>;
    /** Resolves to the new record's id. */
    create(object: string, fields: Record<string, unknown>): Promise<string>;
    update(object: string, id: string, fields: Record<string, unknown>): Promise<void>;
    remove(object: string, id: string): Promise<void>;
    /** Schedules a fault of the emulated API. */
    fail(fault: Record<string, unknown>): Promise<void>;
    close(): Promise<void>;
}

/** A fresh local org with its seed, seen through an administrator's eyes. */
export async function startTestOrg(options: Pick<LocalOrgOptions, 'features'> = {}): Promise<TestOrg> {
    const { publicKeyPem, privateKeyFile } = createTestKeys();
    const org = await startLocalOrg({ port: 0, publicKeyPem, clientId: 'softphone-bridge', ...options });
    const login = await send(`${org.url}/_org/login`, 'POST', { username: 'admin@local.org' });
    const { accessToken } = (await login.json()) as { accessToken: string };
    return {
        url: org.url,
        bridgeEnvironment: { SALESFORCE_LOGIN_URL: org.url, SALESFORCE_PRIVATE_KEY_FILE: privateKeyFile },
        async query<Row>(soql: string) {
            const response = await send(
                `${org.url}${API}/query?q=${encodeURIComponent(soql)}`,
                'GET',
                undefined,
                accessToken
            );
            return ((await response.json()) as { records: Row[] }).records;
        },
        async create(object, fields) {
            const response = await send(`${org.url}${API}/sobjects/${object}`, 'POST', fields, accessToken);
            return ((await response.json()) as { id: string }).id;
        },
        update: async (object, id, fields) =>
            void (await send(`${org.url}${API}/sobjects/${object}/${id}`, 'PATCH', fields, accessToken)),
        remove: async (object, id) =>
            void (await send(`${org.url}${API}/sobjects/${object}/${id}`, 'DELETE', undefined, accessToken)),
        fail: async (fault) => void (await send(`${org.url}/_org/faults`, 'POST', fault)),
        close: () => org.close()
    };
}

async function send(url: string, method: string, body?: unknown, token?: string): Promise<Response> {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const response = await fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    return response;
}
