import { generateKeyPairSync } from 'node:crypto';
import jsforce, { type Connection } from 'jsforce';
import { importPKCS8, SignJWT, type JWTPayload } from 'jose';
import { startLocalOrg, type LocalOrg, type LocalOrgOptions } from '../src/startLocalOrg.ts';

export const CLIENT_ID = 'test-bridge';
export const API_VERSION = '66.0';

export const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
});

export interface Login {
    accessToken: string;
    instanceUrl: string;
    userId: string;
    name: string;
}

export interface TestOrg extends LocalOrg {
    logIn(username: string): Promise<Login>;
    /** A jsforce connection with the user's session. */
    connect(username: string): Promise<Connection>;
    postControl(path: string, body: unknown): Promise<Response>;
}

export async function startTestOrg(options: Partial<LocalOrgOptions> = {}): Promise<TestOrg> {
    const localOrg = await startLocalOrg({ port: 0, publicKeyPem: publicKey, clientId: CLIENT_ID, ...options });
    const postControl = (path: string, body: unknown) =>
        fetch(`${localOrg.url}/_org/${path}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(body)
        });
    const logIn = async (username: string) => (await (await postControl('login', { username })).json()) as Login;
    return {
        ...localOrg,
        postControl,
        logIn,
        async connect(username) {
            const { instanceUrl, accessToken } = await logIn(username);
            return new jsforce.Connection({ instanceUrl, accessToken, version: API_VERSION });
        }
    };
}

/** An assertion of the test's connected app, signed with `keyPem` when another key is wanted. */
export async function signAssertion(claims: JWTPayload, keyPem = privateKey): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(await importPKCS8(keyPem, 'RS256'));
}

/** What a refused jsforce call throws: Salesforce's error code, message and fields. */
export async function refusalOf(call: PromiseLike<unknown>): Promise<{ errorCode: string; message: string }> {
    try {
        await call;
    } catch (error) {
        const { errorCode, message } = error as { errorCode: string; message: string };
        return { errorCode, message };
    }
    throw new Error('The call was expected to be refused.');
}
