import type { Call, Leg, LegNote } from '../calls/call.ts';
import type { Agent, NoteRequest } from '../contract/agentApi.ts';
import { RequestRefused } from '../contract/requestRefused.ts';

interface NotesOptions {
    readonly callById: (id: string) => Promise<Call | null>;
    readonly store: (callId: string, legId: string, note: LegNote | null) => Promise<void>;
    readonly contactReasons: readonly string[];
    readonly now: () => Date;
}

/**
 * What an agent writes down about their part of a call, during it or after. Throws RequestRefused: 404 no such call,
 * 403 the agent did not serve it, 400 a reason that the contact centre does not know.
 */
export function createNotes({ callById, store, contactReasons, now }: NotesOptions) {
    return async (agent: Agent, callId: string, { legId, ...note }: NoteRequest): Promise<void> => {
        const call = await callById(callId);
        if (!call)
            throw new RequestRefused(404, 'Esta ligação não existe; atualize a página.', { name: 'call-unknown' });
        const leg = call.legs.find(({ id }) => id === legId);
        if (leg?.agent !== agent.extension)
            throw new RequestRefused(403, 'Esta ligação é de outro agente.', { name: 'call-not-yours' });
        if (!isServed(leg))
            throw new RequestRefused(409, 'Esta ligação não foi atendida por você.', { name: 'call-not-answered' });
        // a reason that was chosen before the list changed may stay
        if (note.reason !== null && note.reason !== leg.note?.reason && !contactReasons.includes(note.reason))
            throw new RequestRefused(400, `O motivo do contato deve ser um destes: ${contactReasons.join(', ')}.`, {
                name: 'reason-unknown'
            });
        const isEmpty = note.reason === null && note.text.trim() === '';
        await store(call.id, leg.id, isEmpty ? null : { ...note, at: now().toISOString() });
    };
}

/** What merely rang is nothing to write about. */
const isServed = ({ answeredAt, kind }: Leg): boolean => answeredAt !== null || kind !== 'offer';
