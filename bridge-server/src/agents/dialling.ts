import type { Caller } from '../calls/call.ts';
import { readPhoneNumber } from '../calls/phoneNumber.ts';
import type { Agent, Candidate, Dialled } from '../contract/agentApi.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import type { CallById } from './requireCall.ts';

interface DiallingOptions {
    /** Throws RequestRefused. */
    readonly dial: (agent: string, number: string) => Promise<string>;
    readonly callById: CallById;
    /** Somebody on record; null for a record that is no person's, or that the bridge may not read. */
    readonly candidateById: (recordId: string) => Promise<Candidate | null>;
    /** Resolves to false when the caller is no longer `from`. */
    readonly chooseCaller: (callId: string, from: Caller | null, chosen: Caller) => Promise<boolean>;
    /** Told why it is not noted whom an agent called. */
    readonly onError: (error: unknown) => void;
}

/** Extensions, and services of three digits such as 190. */
const SHORT_NUMBER = /^[*#]?\d{2,6}$/;
const WITHOUT_AREA = /^[2-9]\d{7,8}$/;
const PUNCTUATION = /[\s().-]/g;
/** The lookup may tell of the caller in the same moment. */
const MAX_RACES = 3;

/**
 * Calls a number for an agent. Who was called from a record's page is the caller, whoever else has the number; the
 * telephone does not wait until Salesforce has said who that is.
 * Throws RequestRefused: 400 no number that can be dialled, 409 the telephony side refused.
 */
export function createDialling({ dial, callById, candidateById, chooseCaller, onError }: DiallingOptions) {
    async function noteWhom(callId: string, who: Candidate | null): Promise<void> {
        for (let race = 0; who && race < MAX_RACES; race++) {
            const from = (await callById(callId))?.caller ?? null;
            if (from?.reason === 'chosenByAgent') return;
            const others = [from?.who ?? [], from?.others ?? []].flat().filter(({ id }) => id !== who.id);
            if (await chooseCaller(callId, from, { who, reason: 'chosenByAgent', others })) return;
        }
    }

    return async (agent: Agent, typed: string, recordId: string | null): Promise<Dialled> => {
        const number = readDialled(typed);
        const callId = await dial(agent.extension, number);
        if (recordId !== null)
            void candidateById(recordId)
                .then((who) => noteWhom(callId, who))
                .catch(onError);
        return { callId };
    };
}

/** E.164, or an extension or a service as typed. Throws RequestRefused (400). */
function readDialled(typed: string): string {
    const read = readPhoneNumber(typed);
    if (read) return read.e164;
    const digits = typed.replace(PUNCTUATION, '');
    if (SHORT_NUMBER.test(digits)) return digits;
    if (WITHOUT_AREA.test(digits))
        throw new RequestRefused(400, `Falta o DDD em ${typed}: disque, por exemplo, (11) ${typed}.`, {
            name: 'number-without-area'
        });
    throw new RequestRefused(400, `${typed} não é um número que se possa discar.`, { name: 'number-unreadable' });
}
