import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsforce, { type Connection } from 'jsforce';
import { startLocalOrg } from '../../src/startLocalOrg.ts';

/** An org without the product: what a customer's org is before the first deploy. */
export interface DeployTarget {
    readonly url: string;
    readonly accessToken: string;
    readonly administrator: Connection;
    /** What the org is configured with, as the Metadata API lists and gives it. */
    readConfiguration(): Promise<string>;
    close(): Promise<void>;
}

const API_VERSION = '66.0';
const WATCHED_TYPES = [
    'CustomObject',
    'CustomField',
    'CustomLabel',
    'PermissionSet',
    'LightningComponentBundle',
    'FlexiPage',
    'CustomApplication',
    'CspTrustedSite'
];

export async function startDeployTarget(): Promise<DeployTarget> {
    const noMetadata = await mkdtemp(join(tmpdir(), 'no-metadata-'));
    const { publicKey } = generateKeyPairSync('rsa', {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
    });
    const org = await startLocalOrg({
        port: 0,
        publicKeyPem: publicKey,
        clientId: 'softphone-bridge',
        metadataFolder: noMetadata
    });
    const login = await fetch(`${org.url}/_org/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'admin@local.org' })
    });
    const { accessToken } = (await login.json()) as { accessToken: string };
    const administrator = new jsforce.Connection({ instanceUrl: org.url, accessToken, version: API_VERSION });
    return {
        url: org.url,
        accessToken,
        administrator,
        async readConfiguration() {
            const lists = await Promise.all(
                WATCHED_TYPES.map((type) => administrator.metadata.list({ type }, API_VERSION))
            );
            const fields = (await administrator.describe('Case')).fields.map(({ name, type }) => `${name} ${type}`);
            return JSON.stringify({ components: lists.flat(), fields }, null, 1);
        },
        async close() {
            await org.close();
            await rm(noMetadata, { recursive: true, force: true });
        }
    };
}
