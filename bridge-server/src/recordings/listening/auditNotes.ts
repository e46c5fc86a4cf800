import { LRUCache } from 'lru-cache';
import type { Asker, AuditVia, Credential } from '../../calls/listening.ts';
import type { AddToAudit, NewAuditEntry } from '../../calls/recordingAudit.ts';
import { RequestRefused } from '../../contract/requestRefused.ts';
import { networkOf } from './networkOf.ts';

/** Who is known to ask. */
export interface KnownListener {
    readonly userId: string;
    readonly name: string;
    readonly via: AuditVia;
    /** Of the ticket or the session. */
    readonly credentialId: string;
}

interface Noted {
    /** Null: nobody knows what was asked for. */
    readonly protocol: string | null;
    readonly part: number | null;
    readonly asker: Asker;
}

/** What somebody asked for who may not be known. */
interface Asked extends Noted {
    readonly credential: Pick<Credential, 'kind'>;
}

/** The problems by which somebody is kept out; by the others nobody could hear anything. */
const KEPT_OUT = ['protocol-unknown', 'no-case', 'case-not-readable', 'ticket-refused', 'api-off', 'token-refused'];
const MAX_PROTOCOL_LENGTH = 64;

const MINUTE_MS = 60_000;
/** Who plays a recording anew after so long is noted anew. */
const HEARD_ONCE_MS = 10 * MINUTE_MS;
const MAX_REMEMBERED = 20_000;
const MAX_AGENT_LENGTH = 300;

/**
 * What is written down of listening. A player asks for one recording in many ranges, and somebody who is kept out may
 * ask a thousand times: of those the audit has one entry. What was noted, or is being noted, is remembered, so that the
 * database is not asked again.
 */
export function createAuditNotes({ addToAudit, now }: { addToAudit: AddToAudit; now: () => Date }) {
    const noted = new LRUCache<string, Promise<void>>({ max: MAX_REMEMBERED });

    function add(
        who: KnownListener | null,
        { protocol, part, asker }: Noted,
        entry: Pick<NewAuditEntry, 'action' | 'via' | 'reason' | 'once'>
    ): Promise<void> {
        const { once } = entry;
        const earlier = once === null ? undefined : noted.get(once);
        if (earlier) return earlier;
        const adding = addToAudit({
            ...entry,
            protocol,
            part,
            userId: who?.userId ?? null,
            who: who?.name ?? null,
            address: asker.address,
            userAgent: asker.userAgent?.slice(0, MAX_AGENT_LENGTH) ?? null
        });
        if (once === null) return adding;
        noted.set(once, adding);
        adding.catch(() => noted.delete(once));
        return adding;
    }

    const periodOf = (lengthMs: number): number => Math.floor(now().getTime() / lengthMs);

    /** Once a minute for each person and protocol, or for each network of somebody unknown. */
    function refused(who: KnownListener | null, reason: string, asked: Asked): Promise<void> {
        const protocol = asked.protocol && printable(asked.protocol);
        const whose = who ? `${who.userId} ${protocol}` : networkOf(asked.asker.address ?? '');
        return add(
            who,
            { ...asked, protocol },
            {
                action: 'refused',
                via: asked.credential.kind === 'ticket' ? 'console' : 'browser',
                reason,
                once: `refused ${whose} ${reason} ${periodOf(MINUTE_MS)}`
            }
        );
    }

    return {
        refused,

        opened: (who: KnownListener, what: Noted): Promise<void> =>
            add(who, what, { action: 'opened', via: who.via, reason: null, once: null }),

        /** Before the first byte. With a ticket once, in a session once in ten minutes. */
        heard(purpose: 'hear' | 'save', who: KnownListener, recordingId: string, what: Noted): Promise<void> {
            const action = purpose === 'hear' ? 'heard' : 'downloaded';
            const period = who.via === 'browser' ? ` ${periodOf(HEARD_ONCE_MS)}` : '';
            const once = `${action} ${who.credentialId} ${recordingId}${period}`;
            return add(who, what, { action, via: who.via, reason: null, once });
        },

        /** Does what may be refused, and notes that it was. Throws what it throws. */
        async refusals<Result>(who: KnownListener | null, asked: Asked, act: () => Promise<Result>): Promise<Result> {
            try {
                return await act();
            } catch (error) {
                const problem = problemOf(error);
                if (KEPT_OUT.includes(problem)) await refused(who, problem, asked);
                throw error;
            }
        }
    };
}

/** By the name that programs know it by. */
const problemOf = (error: unknown): string =>
    error instanceof RequestRefused ? error.type.slice(error.type.lastIndexOf(':') + 1) : '';

/** What a stranger put into the address: as much of it as a protocol has, and nothing that is no text. */
const printable = (protocol: string): string => protocol.replace(/[^\x20-\x7E]/g, '?').slice(0, MAX_PROTOCOL_LENGTH);

export type AuditNotes = ReturnType<typeof createAuditNotes>;
