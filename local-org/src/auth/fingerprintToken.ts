import { createHash } from 'node:crypto';

/**
 * What the org keeps of a token: a stolen journal then opens no session. The tokens are long and random, so that a
 * plain SHA-256 cannot be turned back by guessing.
 */
export function fingerprintToken(token: string): string {
    return createHash('sha256').update(token).digest('hex');
}
