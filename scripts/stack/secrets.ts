import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface StackSecrets {
    readonly privateKeyFile: string;
    readonly publicKeyFile: string;
    readonly sessionSecret: string;
}

const RSA_BITS = 2048;
const SESSION_SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;

/** The keys of a local installation, made once: the bridge signs in at the org with them, and signs its sessions. */
export function keepSecrets(dataDir: string): StackSecrets {
    const folder = join(dataDir, 'keys');
    const privateKeyFile = join(folder, 'bridge.key');
    const publicKeyFile = join(folder, 'bridge.pub');
    const sessionFile = join(folder, 'session.secret');
    if (!existsSync(sessionFile)) {
        mkdirSync(folder, { recursive: true });
        const { privateKey, publicKey } = generateKeyPairSync('rsa', {
            modulusLength: RSA_BITS,
            privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
            publicKeyEncoding: { type: 'spki', format: 'pem' }
        });
        writeFileSync(privateKeyFile, privateKey, { mode: OWNER_ONLY });
        writeFileSync(publicKeyFile, publicKey);
        writeFileSync(sessionFile, randomBytes(SESSION_SECRET_BYTES).toString('base64'), { mode: OWNER_ONLY });
    }
    return { privateKeyFile, publicKeyFile, sessionSecret: readFileSync(sessionFile, 'utf8') };
}
