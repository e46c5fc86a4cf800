import { readFileSync } from 'node:fs';
import { SalesforceConnection, type SalesforceConnectionOptions } from '../../src/salesforce/salesforceConnection.ts';
import type { TestOrg } from './testOrg.ts';

/** The integration user's connection to a local org. */
export const connectTo = (
    org: TestOrg,
    options: Partial<Pick<SalesforceConnectionOptions, 'requestTimeoutMs' | 'budget'>> = {}
): SalesforceConnection =>
    new SalesforceConnection({
        loginUrl: org.url,
        clientId: 'softphone-bridge',
        username: 'bridge@local.org',
        privateKeyPem: readFileSync(org.bridgeEnvironment['SALESFORCE_PRIVATE_KEY_FILE'] ?? '', 'utf8'),
        ...options
    });
