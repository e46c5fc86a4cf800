import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

const ALGORITHM = 'RS256';
const KEY_ID = 'local-org';
const LIFE_SECONDS = 120;

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** Signs id tokens with a key of this run: they live for two minutes, so that none outlives it by much. */
export class IdTokenSigner {
    #keys: Promise<KeyPair> | undefined;

    async sign(claims: JWTPayload, now: Date): Promise<string> {
        const issuedAt = Math.floor(now.getTime() / 1000);
        const privateKey: CryptoKey = (await this.#keyPair()).privateKey;
        return new SignJWT(claims)
            .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ: 'JWT' })
            .setIssuedAt(issuedAt)
            .setExpirationTime(issuedAt + LIFE_SECONDS)
            .sign(privateKey);
    }

    /** The JSON Web Key Set that verifies them. */
    async publicKeys() {
        const key = await exportJWK((await this.#keyPair()).publicKey);
        return { keys: [{ ...key, kid: KEY_ID, alg: ALGORITHM, use: 'sig' }] };
    }

    /** Made when first needed: most runs sign none. */
    #keyPair(): Promise<KeyPair> {
        return (this.#keys ??= generateKeyPair(ALGORITHM));
    }
}
