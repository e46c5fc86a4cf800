import { readFileSync } from 'node:fs';
import { Connection } from 'jsforce/lib/connection.js';
import { DEFAULT_MAPPING, type Mapping } from '../../../src/mapping/mapping.ts';
import { createCallerLookup, type CallerLookupOptions } from '../../../src/salesforce/caller/callerLookup.ts';
import { API_VERSION, SalesforceConnection } from '../../../src/salesforce/salesforceConnection.ts';
import type { TestOrg } from '../../support/testOrg.ts';

/** A lookup as the bridge has it, in this org; it sends what was asked for in one turn of the event loop together. */
export function lookupIn(
    org: TestOrg,
    options: Partial<Omit<CallerLookupOptions, 'mapping'>> & { mapping?: Partial<Mapping['caller']> } = {}
) {
    const { SALESFORCE_LOGIN_URL = '', SALESFORCE_PRIVATE_KEY_FILE = '' } = org.bridgeEnvironment;
    const connection = new SalesforceConnection({
        loginUrl: SALESFORCE_LOGIN_URL,
        clientId: 'softphone-bridge',
        username: 'bridge@local.org',
        privateKeyPem: readFileSync(SALESFORCE_PRIVATE_KEY_FILE, 'utf8')
    });
    return createCallerLookup({
        connection,
        origin: 'Phone',
        hasPersonAccounts: async () =>
            (await connection.sobject('Account').describe()).fields.some(({ name }) => name === 'IsPersonAccount'),
        lastServed: async () => new Map(),
        now: Date.now,
        window: (send) => void setImmediate(send),
        ...options,
        mapping: { ...DEFAULT_MAPPING.caller, ...options.mapping }
    });
}

/** How often the org was asked and answered, by the last part of the address: `search`, `query`, `describe`. */
export async function requestsTo(org: TestOrg): Promise<Record<string, number>> {
    const response = await fetch(`${org.url}/_org/calls`);
    const { calls } = (await response.json()) as { calls: { path: string; outcome: number | string }[] };
    const counts: Record<string, number> = {};
    for (const { path, outcome } of calls) {
        const name = path.slice(path.lastIndexOf('/') + 1);
        if (outcome === 200 && path.startsWith('/services/data/')) counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
}

export async function forgetRequests(org: TestOrg): Promise<void> {
    await fetch(`${org.url}/_org/calls`, { method: 'DELETE' });
}

/** An administrator's: for what the bridge's own permission set does not grant. */
export async function connectAsAdmin({ url }: TestOrg): Promise<Connection> {
    const response = await fetch(`${url}/_org/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'admin@local.org' })
    });
    const { accessToken } = (await response.json()) as { accessToken: string };
    return new Connection({ instanceUrl: url, accessToken, version: API_VERSION });
}
