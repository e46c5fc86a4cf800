import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLogger } from '../../src/logger.ts';
import { createTestDatabase, toDatabaseUrl } from './testDatabase.ts';

/** The key pair with which a bridge under test signs in at a local org. */
export function createTestKeys(): { publicKeyPem: string; privateKeyFile: string } {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
        modulusLength: 2048,
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' }
    });
    const privateKeyFile = join(mkdtempSync(join(tmpdir(), 'bridge-keys-')), 'bridge.key');
    writeFileSync(privateKeyFile, privateKey);
    return { publicKeyPem: publicKey, privateKeyFile };
}

/** A whole bridge in this process, on a database of its own and a free port. */
export async function startTestBridge(environment: Readonly<Record<string, string>>, log?: Logger): Promise<App> {
    const config = readConfig({
        BRIDGE_PORT: '0',
        DATABASE_URL: toDatabaseUrl(await createTestDatabase()),
        SESSION_SECRET: 'a secret of at least thirty-two characters',
        SALESFORCE_LOGIN_URL: 'http://127.0.0.1:9',
        SALESFORCE_CLIENT_ID: 'softphone-bridge',
        SALESFORCE_USERNAME: 'bridge@local.org',
        SALESFORCE_PRIVATE_KEY_FILE: createTestKeys().privateKeyFile,
        RECORDING_STORE_DIR: mkdtempSync(join(tmpdir(), 'bridge-recordings-')),
        LOG_LEVEL: 'silent',
        ...environment
    });
    return startApp(config, log ?? createLogger(config.logLevel));
}
