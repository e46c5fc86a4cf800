import type { Handshake, Session, SessionRequest } from 'bridge/contract';
import { BridgeError, handshakeNotWritten } from './bridgeError';
import type { BridgeRequest, SendRequest } from './bridgeHttp';
import type { Schedule } from './schedule';

/** A session is renewed when this share of its life is over, so that no command has to wait for a handshake. */
const RENEWAL_POINT = 0.8;
const SHORTEST_RENEWAL_MS = 5_000;
/** What a timer can hold. */
const LONGEST_RENEWAL_MS = 2 ** 31 - 1;

type SendOptions = Pick<BridgeRequest, 'commandId' | 'timeoutMs' | 'signal'>;

export interface BridgeSession {
    /** The token of the running session; signs in when there is none. */
    readonly token: () => Promise<string>;
    /** A new handshake and session, whatever was there before. Calls that overlap share one. */
    readonly signIn: () => Promise<Session>;
    /** Sends with the session's token; a refused token is renewed once. */
    readonly send: <T>(method: string, path: string, body?: unknown, more?: SendOptions) => Promise<T>;
    /** Ends the silent renewal. */
    readonly close: () => void;
}

interface BridgeSessionOptions {
    readonly sendRequest: SendRequest;
    readonly writeHandshake: (nonce: string) => Promise<string>;
    readonly schedule: Schedule;
}

export function createBridgeSession({ sendRequest, writeHandshake, schedule }: BridgeSessionOptions): BridgeSession {
    let session: Session | null = null;
    let signingIn: Promise<Session> | null = null;
    let closed = false;
    let cancelRenewal = (): void => undefined;

    async function shakeHands(): Promise<Session> {
        const { handshakeId, nonce, proof } = await sendRequest<Handshake>({
            method: 'POST',
            path: '/agent/handshake'
        });
        const recordId = await writeHandshake(nonce).catch((cause: unknown) => {
            throw handshakeNotWritten(cause);
        });
        const body: SessionRequest = { handshakeId, proof, recordId };
        return sendRequest<Session>({ method: 'POST', path: '/agent/session', body });
    }

    function renewInTime({ expiresAt }: Session): void {
        cancelRenewal();
        const renewalMs = (Date.parse(expiresAt) - Date.now()) * RENEWAL_POINT;
        cancelRenewal = schedule(
            // a renewal that fails is made up for when the bridge refuses the old token
            () => {
                signIn().catch(() => undefined);
            },
            Math.min(Math.max(renewalMs, SHORTEST_RENEWAL_MS), LONGEST_RENEWAL_MS)
        );
    }

    async function signIn(): Promise<Session> {
        closed = false;
        signingIn ??= shakeHands().finally(() => {
            signingIn = null;
        });
        session = await signingIn;
        if (!closed) renewInTime(session);
        return session;
    }

    const token = async (): Promise<string> => (session ?? (await signIn())).token;

    return {
        token,
        signIn,
        close() {
            closed = true;
            cancelRenewal();
        },
        async send<T>(method: string, path: string, body?: unknown, more: SendOptions = {}): Promise<T> {
            const usedToken = await token();
            try {
                return await sendRequest<T>({ ...more, method, path, body, token: usedToken });
            } catch (error) {
                if (!(error instanceof BridgeError) || error.kind !== 'unauthorised') throw error;
                if (session?.token === usedToken) await signIn();
                return sendRequest<T>({ ...more, method, path, body, token: await token() });
            }
        }
    };
}
