import type { Call } from '../calls/call.ts';
import { RequestRefused } from '../contract/requestRefused.ts';

export type CallById = (id: string) => Promise<Call | null>;

/** The call that an agent asks about. Throws RequestRefused (404) when there is none. */
export async function requireCall(callById: CallById, callId: string): Promise<Call> {
    const call = await callById(callId);
    if (!call) throw new RequestRefused(404, 'Esta ligação não existe; atualize a página.', { name: 'call-unknown' });
    return call;
}

export const callNotYours = (): RequestRefused =>
    new RequestRefused(403, 'Esta ligação é de outro agente.', { name: 'call-not-yours' });
