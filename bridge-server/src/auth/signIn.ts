import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Agent, Handshake, SessionRequest } from '../contract/agentApi.ts';
import { RequestRefused } from '../contract/requestRefused.ts';

/** A user of the org, as the handshake needs to know them. */
export interface OrgUser {
    readonly id: string;
    readonly name: string;
    readonly extension: string | null;
    readonly timeZone: string;
    readonly active: boolean;
}

interface PendingHandshake {
    readonly id: string;
    readonly nonce: string;
    readonly proofHash: string;
    readonly issuedAt: string;
    readonly expiresAt: string;
}

interface SignInOptions {
    readonly save: (handshake: PendingHandshake) => Promise<void>;
    /** Takes the handshake out: it is used up whatever comes of it. */
    readonly take: (id: string, now: string) => Promise<PendingHandshake | null>;
    readonly readRecord: (
        recordId: string
    ) => Promise<{ createdById: string; createdDate: string; nonce: string } | null>;
    readonly removeRecord: (recordId: string) => Promise<void>;
    readonly userById: (userId: string) => Promise<OrgUser | null>;
    readonly now: () => Date;
}

const HANDSHAKE_MS = 60_000;
/** The org's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 60_000;
const NONCE_BYTES = 32;

/**
 * Who is the agent? The browser cannot prove it, but the platform can: the softphone writes our nonce into a record,
 * Salesforce stamps the record with the user who wrote it, and we read that record by its id. The proof never leaves
 * the browser that asked, so a record that somebody else could read is of no use to them.
 */
export function createSignIn({ save, take, readRecord, removeRecord, userById, now }: SignInOptions) {
    return {
        async begin(): Promise<Handshake> {
            const issuedAt = now();
            const expiresAt = new Date(issuedAt.getTime() + HANDSHAKE_MS).toISOString();
            const handshake = { handshakeId: randomUUID(), nonce: secretText(), proof: secretText(), expiresAt };
            const { handshakeId: id, nonce, proof } = handshake;
            await save({ id, nonce, proofHash: hash(proof), issuedAt: issuedAt.toISOString(), expiresAt });
            return handshake;
        },

        /** Throws RequestRefused: 401 when the handshake does not hold, 403 when the user is no agent. */
        async complete({ handshakeId, proof, recordId }: SessionRequest): Promise<Agent> {
            const pending = await take(handshakeId, now().toISOString());
            if (!pending || !isSame(hash(proof), pending.proofHash)) throw refused();
            const record = await readRecord(recordId);
            if (!record || !isSame(record.nonce, pending.nonce) || !isFresh(record.createdDate, pending))
                throw refused();
            void removeRecord(recordId).catch(() => undefined);
            return toAgent(await userById(record.createdById));
        }
    };
}

function toAgent(user: OrgUser | null): Agent {
    if (!user?.active)
        throw new RequestRefused(403, 'Seu usuário do Salesforce não está ativo nesta organização.', {
            name: 'inactive-user'
        });
    if (!user.extension) {
        throw new RequestRefused(
            403,
            'Seu usuário não tem ramal. Peça ao administrador que preencha o campo Ramal (Extension) do seu usuário.',
            { name: 'no-extension' }
        );
    }
    return { userId: user.id, name: user.name, extension: user.extension, timeZone: user.timeZone };
}

const refused = () =>
    new RequestRefused(401, 'A identificação não foi aceita ou demorou demais. Tente novamente.', {
        name: 'handshake-refused'
    });

function isFresh(createdDate: string, { issuedAt, expiresAt }: PendingHandshake): boolean {
    const created = Date.parse(createdDate);
    return created >= Date.parse(issuedAt) - CLOCK_SKEW_MS && created <= Date.parse(expiresAt) + CLOCK_SKEW_MS;
}

const secretText = (): string => randomBytes(NONCE_BYTES).toString('base64url');
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const isSame = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(hash(a)), Buffer.from(hash(b)));
