import { readFileSync } from 'node:fs';
import type { LocalOrgOptions } from './startLocalOrg.ts';

const DEFAULT_PORT = 8611;
const DEFAULT_CLIENT_ID = 'softphone-bridge';
const LARGEST_PORT = 65_535;

/**
 * ORG_PORT, ORG_DATA_DIR, ORG_JWT_PUBLIC_KEY_FILE and ORG_JWT_CLIENT_ID as options.
 *
 * @throws Error with one line for each variable that will not do
 */
export function readEnvironment(environment: NodeJS.ProcessEnv): LocalOrgOptions {
    const problems: string[] = [];
    const port = Number(environment.ORG_PORT ?? DEFAULT_PORT);
    if (!Number.isInteger(port) || port < 0 || port > LARGEST_PORT) {
        problems.push(`ORG_PORT is "${environment.ORG_PORT}"; give a port from 0 to ${LARGEST_PORT}, such as 8611.`);
    }
    const publicKeyPem = readKey(environment.ORG_JWT_PUBLIC_KEY_FILE, problems);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return {
        port,
        publicKeyPem,
        clientId: environment.ORG_JWT_CLIENT_ID || DEFAULT_CLIENT_ID,
        ...(environment.ORG_DATA_DIR ? { dataDir: environment.ORG_DATA_DIR } : {})
    };
}

function readKey(file: string | undefined, problems: string[]): string {
    if (!file) {
        problems.push(
            "ORG_JWT_PUBLIC_KEY_FILE is not set; give the path of a PEM with the connected app's public key."
        );
        return '';
    }
    try {
        return readFileSync(file, 'utf8');
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        problems.push(`ORG_JWT_PUBLIC_KEY_FILE is "${file}", which cannot be read: ${reason}`);
        return '';
    }
}
