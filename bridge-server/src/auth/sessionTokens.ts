import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { type Agent, agentSchema, type Session } from '../contract/agentApi.ts';
import { RequestRefused } from '../contract/requestRefused.ts';

const SESSION_MS = 60 * 60_000;
const ISSUER = 'softphone-bridge';
const AUDIENCE = 'agent';
const ALGORITHM = 'HS256';

const sessionSchema = z.object({ agent: agentSchema, exp: z.number() });

interface SessionTokenOptions {
    /** At least 32 characters, the same on all replicas. */
    readonly secret: string;
    readonly now: () => Date;
}

/** Signed tokens: the session of an agent at a softphone. */
export function createSessionTokens({ secret, now }: SessionTokenOptions) {
    const key = new TextEncoder().encode(secret);

    return {
        async issueSession(agent: Agent): Promise<Session> {
            const expiresAt = new Date(now().getTime() + SESSION_MS);
            return {
                token: await new SignJWT({ agent })
                    .setProtectedHeader({ alg: ALGORITHM })
                    .setIssuer(ISSUER)
                    .setAudience(AUDIENCE)
                    .setSubject(agent.userId)
                    .setExpirationTime(expiresAt)
                    .sign(key),
                expiresAt: expiresAt.toISOString(),
                agent
            };
        },

        /** Throws RequestRefused (401). */
        async readSession(token: string): Promise<{ agent: Agent; expiresAt: Date }> {
            try {
                const { payload } = await jwtVerify(token, key, {
                    issuer: ISSUER,
                    audience: AUDIENCE,
                    algorithms: [ALGORITHM],
                    currentDate: now()
                });
                const { agent, exp } = sessionSchema.parse(payload);
                return { agent, expiresAt: new Date(exp * 1000) };
            } catch (cause) {
                throw new RequestRefused(401, 'Sua sessão terminou. Entre novamente.', {
                    name: 'session-ended',
                    cause
                });
            }
        }
    };
}

export type SessionTokens = ReturnType<typeof createSessionTokens>;
