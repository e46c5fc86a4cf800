import type { Instant } from '../contract/instant.ts';
import { type Database, query } from './database.ts';

export interface StoredHandshake {
    readonly id: string;
    readonly nonce: string;
    /** SHA-256 of the proof that only the asking browser holds, in hex. */
    readonly proofHash: string;
    readonly issuedAt: Instant;
    readonly expiresAt: Instant;
}

interface HandshakeRow {
    id: string;
    nonce: string;
    proof_hash: string;
    issued_at: string;
    expires_at: string;
}

/** Sign-ins under way, shared by the replicas. */
export function createHandshakes(database: Database) {
    return {
        /** Stores a handshake, and forgets those that ran out. */
        async save({ id, nonce, proofHash, issuedAt, expiresAt }: StoredHandshake): Promise<void> {
            const text = `WITH expired AS (DELETE FROM handshakes WHERE expires_at < $4)
                INSERT INTO handshakes (id, nonce, proof_hash, issued_at, expires_at) VALUES ($1, $2, $3, $4, $5)`;
            await query(database, {
                name: 'handshake-save',
                text,
                values: [id, nonce, proofHash, issuedAt, expiresAt]
            });
        },

        /** Takes a handshake out, so that nobody can use it again; null when it is unknown, used or has run out. */
        async take(id: string, now: Instant): Promise<StoredHandshake | null> {
            const text = 'DELETE FROM handshakes WHERE id = $1 RETURNING *';
            const [row] = await query<HandshakeRow>(database, { name: 'handshake-take', text, values: [id] });
            if (!row || row.expires_at < now) return null;
            return {
                id,
                nonce: row.nonce,
                proofHash: row.proof_hash,
                issuedAt: row.issued_at,
                expiresAt: row.expires_at
            };
        }
    };
}
