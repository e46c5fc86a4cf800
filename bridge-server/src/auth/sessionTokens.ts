import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { type Agent, agentSchema, type Session } from '../contract/agentApi.ts';
import { RequestRefused } from '../contract/requestRefused.ts';

const SESSION_MS = 60 * 60_000;
const TICKET_MS = 5 * 60_000;
const ISSUER = 'softphone-bridge';

const sessionSchema = z.object({ agent: agentSchema, exp: z.number() });

interface SessionTokenOptions {
    /** At least 32 characters, the same on all replicas. */
    readonly secret: string;
    readonly now: () => Date;
}

/** Signed tokens: a session of an agent, and tickets that play one recording for a few minutes. */
export function createSessionTokens({ secret, now }: SessionTokenOptions) {
    const key = new TextEncoder().encode(secret);

    const sign = (
        audience: string,
        subject: string,
        claims: Record<string, unknown>,
        expiresAt: Date
    ): Promise<string> =>
        new SignJWT(claims)
            .setProtectedHeader({ alg: 'HS256' })
            .setIssuer(ISSUER)
            .setAudience(audience)
            .setSubject(subject)
            .setExpirationTime(expiresAt)
            .sign(key);

    const verify = async (audience: string, token: string) =>
        (await jwtVerify(token, key, { issuer: ISSUER, audience, algorithms: ['HS256'], currentDate: now() })).payload;

    return {
        async issueSession(agent: Agent): Promise<Session> {
            const expiresAt = new Date(now().getTime() + SESSION_MS);
            return {
                token: await sign('agent', agent.userId, { agent }, expiresAt),
                expiresAt: expiresAt.toISOString(),
                agent
            };
        },

        /** Throws RequestRefused (401). */
        async readSession(token: string): Promise<{ agent: Agent; expiresAt: Date }> {
            try {
                const { agent, exp } = sessionSchema.parse(await verify('agent', token));
                return { agent, expiresAt: new Date(exp * 1000) };
            } catch (cause) {
                throw new RequestRefused(401, 'Sua sessão terminou. Entre novamente.', {
                    name: 'session-ended',
                    cause
                });
            }
        },

        async issueTicket(protocol: string): Promise<{ ticket: string; expiresAt: string }> {
            const expiresAt = new Date(now().getTime() + TICKET_MS);
            return { ticket: await sign('recording', protocol, {}, expiresAt), expiresAt: expiresAt.toISOString() };
        },

        /** Whether the ticket was issued for this recording and still holds. */
        holdsFor: (ticket: string, protocol: string): Promise<boolean> =>
            verify('recording', ticket).then(
                ({ sub }) => sub === protocol,
                () => false
            )
    };
}

export type SessionTokens = ReturnType<typeof createSessionTokens>;
