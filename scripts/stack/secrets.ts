import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface StackSecrets {
    readonly privateKeyFile: string;
    readonly publicKeyFile: string;
    readonly sessionSecret: string;
    /** What `npm run calls` needs. */
    readonly adminToken: string;
}

const RSA_BITS = 2048;
const SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;

/** The keys of a local installation, made once: the bridge signs in at the org with them, signs its sessions, and lets in who runs it. */
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
        writeFileSync(sessionFile, newSecret(), { mode: OWNER_ONLY });
    }
    const adminFile = join(folder, 'admin.token');
    if (!existsSync(adminFile)) writeFileSync(adminFile, newSecret(), { mode: OWNER_ONLY });
    return {
        privateKeyFile,
        publicKeyFile,
        sessionSecret: readFileSync(sessionFile, 'utf8'),
        adminToken: readFileSync(adminFile, 'utf8')
    };
}

const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64');
