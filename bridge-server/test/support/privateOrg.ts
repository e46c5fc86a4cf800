import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deployFolder } from '../../../local-org/src/metadata/deploy/deployFolder.ts';
import { ADMINISTRATOR_ID } from '../../../local-org/src/seed/setupIds.ts';
import { type LocalOrg, startLocalOrg } from '../../../local-org/src/startLocalOrg.ts';
import { createTestKeys } from './startTestBridge.ts';

const API = '/services/data/v66.0';
export const PEOPLE_CLIENT_ID = 'softphone-people';

/** A local org in which people see their own Cases only, and sign in at the bridge with a browser. */
export interface PrivateOrg {
    readonly url: string;
    readonly privateKeyFile: string;
    readonly local: LocalOrg;
    /** Lets the app for people lead back to this bridge. */
    allowCallback(bridgeUrl: string): void;
    idOf(username: string): string;
    /** A Case of this user's. Resolves to its id. */
    createCase(ownerName: string): Promise<string>;
    /** A person with a browser, who is no agent: with the permission set for recordings, or without any. */
    createPerson(username: string, permissionSet?: string): Promise<string>;
    update(object: string, id: string, fields: Record<string, unknown>): Promise<void>;
    fail(fault: Record<string, unknown>): Promise<void>;
    /** Requests that the org has answered, by path. */
    requests(pathPart: string): Promise<number>;
    close(): Promise<void>;
}

export async function startPrivateOrg(): Promise<PrivateOrg> {
    const { publicKeyPem, privateKeyFile } = createTestKeys();
    const callbackUrls = ['http://127.0.0.1:9/auth/callback'];
    const local = await startLocalOrg({
        port: 0,
        publicKeyPem,
        clientId: 'softphone-bridge',
        people: { clientId: PEOPLE_CLIENT_ID, callbackUrls }
    });
    await makeCasesPrivate(local);
    const { accessToken } = await post<{ accessToken: string }>(`${local.url}/_org/login`, {
        username: 'admin@local.org'
    });
    const create = async (object: string, fields: Record<string, unknown>) =>
        (await post<{ id: string }>(`${local.url}${API}/sobjects/${object}`, fields, accessToken)).id;
    const find = (object: string, field: string, value: string) => {
        const found = [...local.org.records.all(object)].find((record) => record[field] === value);
        if (!found) throw new Error(`The org has no ${object} whose ${field} is ${value}`);
        return found.Id;
    };
    return {
        url: local.url,
        privateKeyFile,
        local,
        allowCallback: (bridgeUrl) => void callbackUrls.push(`${bridgeUrl}/auth/callback`),
        idOf: (username) => find('User', 'Username', username),
        createCase: (ownerName) => create('Case', { Subject: 'Pedido', OwnerId: find('User', 'Username', ownerName) }),
        async createPerson(username, permissionSet) {
            const userId = await create('User', {
                Username: username,
                LastName: username.split('@')[0],
                Alias: username.slice(0, 8),
                IsActive: true,
                Email: username,
                ProfileId: find('Profile', 'Name', 'Standard User'),
                TimeZoneSidKey: 'America/Sao_Paulo',
                LocaleSidKey: 'pt_BR',
                LanguageLocaleKey: 'pt_BR',
                EmailEncodingKey: 'UTF-8'
            });
            if (permissionSet !== undefined)
                await create('PermissionSetAssignment', {
                    AssigneeId: userId,
                    PermissionSetId: find('PermissionSet', 'Name', permissionSet)
                });
            return userId;
        },
        async update(object, id, fields) {
            const headers = { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` };
            const init = { method: 'PATCH', headers, body: JSON.stringify(fields) };
            const response = await fetch(`${local.url}${API}/sobjects/${object}/${id}`, init);
            if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
        },
        async fail(fault) {
            const init = {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify(fault)
            };
            const response = await fetch(`${local.url}/_org/faults`, init);
            if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
        },
        async requests(pathPart) {
            const { counts } = (await (await fetch(`${local.url}/_org/calls`)).json()) as {
                counts: Record<string, number>;
            };
            return Object.entries(counts).reduce((sum, [key, count]) => sum + (key.includes(pathPart) ? count : 0), 0);
        },
        close: () => local.close()
    };
}

/** As an administrator would under Sharing Settings. */
async function makeCasesPrivate({ org }: LocalOrg): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'private-cases-'));
    mkdirSync(join(folder, 'objects/Case'), { recursive: true });
    writeFileSync(
        join(folder, 'objects/Case/Case.object-meta.xml'),
        `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><sharingModel>Private</sharingModel></CustomObject>
`
    );
    await deployFolder(org, folder, ADMINISTRATOR_ID);
    rmSync(folder, { recursive: true });
}

async function post<T>(url: string, body: unknown, token?: string): Promise<T> {
    const headers = {
        'content-type': 'application/json',
        // otherwise the org gives the Case to somebody else
        'sforce-auto-assign': 'FALSE',
        ...(token && { authorization: `Bearer ${token}` })
    };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
}
