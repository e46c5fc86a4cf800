import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import type { z } from 'zod';

const ISSUER = 'softphone-bridge';
const KEY_BYTES = 32;

interface SealedOptions<Schema extends z.ZodObject> {
    /** At least 32 characters, the same on all replicas. */
    readonly secret: string;
    /** What it is for: what was sealed for one purpose opens for no other. */
    readonly purpose: string;
    readonly content: Schema;
    readonly lifeMs: number;
    readonly now: () => Date;
}

/**
 * Text that only the bridges of one secret can read or make: encrypted (JWE, A256GCM), with an end. For what stands in
 * cookies and addresses, where browsers, proxies and their logs keep it.
 */
export function createSealed<Schema extends z.ZodObject>({
    secret,
    purpose,
    content,
    lifeMs,
    now
}: SealedOptions<Schema>) {
    const key = new Uint8Array(hkdfSync('sha256', secret, '', `${ISSUER} ${purpose}`, KEY_BYTES));

    return {
        async seal(value: z.output<Schema>): Promise<{ text: string; expiresAt: Date }> {
            const expiresAt = new Date(now().getTime() + lifeMs);
            const text = await new EncryptJWT(value)
                .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
                .setIssuer(ISSUER)
                .setAudience(purpose)
                .setExpirationTime(expiresAt)
                .encrypt(key);
            return { text, expiresAt };
        },

        /** Null for what is forged, for another purpose, or over. */
        async open(text: string): Promise<{ value: z.output<Schema>; expiresAt: Date } | null> {
            try {
                const { payload } = await jwtDecrypt(text, key, {
                    issuer: ISSUER,
                    audience: purpose,
                    currentDate: now(),
                    keyManagementAlgorithms: ['dir'],
                    contentEncryptionAlgorithms: ['A256GCM'],
                    requiredClaims: ['exp']
                });
                return { value: content.parse(payload), expiresAt: new Date((payload.exp ?? 0) * 1000) };
            } catch {
                return null;
            }
        }
    };
}
