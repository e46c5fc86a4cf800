import type { Leg, LegNote } from '../calls/call.ts';
import type { Agent, NoteRequest } from '../contract/agentApi.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import { type CallById, callNotYours, requireCall } from './requireCall.ts';

interface NotesOptions {
    readonly callById: CallById;
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
        const call = await requireCall(callById, callId);
        const leg = call.legs.find(({ id }) => id === legId);
        if (leg?.agent !== agent.extension) throw callNotYours();
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
