import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { createSealed } from './sealed.ts';

const TICKET_MS = 15 * 60_000;

const ticketSchema = z.object({
    /** Tells one ticket from another. */
    id: z.string(),
    protocol: z.string(),
    userId: z.string(),
    /** The user's name. */
    name: z.string()
});

interface RecordingTicketsOptions {
    /** At least 32 characters, the same on all replicas. */
    readonly secret: string;
    readonly now: () => Date;
}

/** Tickets stand in the addresses that a softphone's player asks: one call's recordings, for a quarter of an hour. */
export function createRecordingTickets({ secret, now }: RecordingTicketsOptions) {
    const tickets = createSealed({ secret, purpose: 'recording', content: ticketSchema, lifeMs: TICKET_MS, now });
    return {
        async issue(of: {
            protocol: string;
            userId: string;
            name: string;
        }): Promise<{ ticket: string; expiresAt: string }> {
            const { text, expiresAt } = await tickets.seal({ id: randomUUID(), ...of });
            return { ticket: text, expiresAt: expiresAt.toISOString() };
        },

        /** Null for one that is forged or over. */
        async read(ticket: string) {
            const opened = await tickets.open(ticket);
            return opened && { ...opened.value, expiresAt: opened.expiresAt };
        }
    };
}

export type RecordingTickets = ReturnType<typeof createRecordingTickets>;
