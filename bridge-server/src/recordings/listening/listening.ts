import type { Asker, HeardParts, HeardRecording, ListeningRequest } from '../../calls/listening.ts';
import type { AddToAudit } from '../../calls/recordingAudit.ts';
import type { Agent } from '../../contract/agentApi.ts';
import type { RecordingTicket } from '../../contract/recordings.ts';
import { toChoice, toHeardRecording, toRecordingPart } from './answers.ts';
import { createAuditNotes } from './auditNotes.ts';
import { createDecisions, type Decision } from './decisions.ts';
import { createListeners, type Listener, type ListenersOptions } from './listeners.ts';
import { type FoundRecordings, type ReadyPart, readyParts } from './readyParts.ts';
import { recordingRefused } from './refusals.ts';

export interface ListeningOptions extends ListenersOptions {
    /** In whatever case the protocol is written; null: no call has it. */
    readonly ofProtocol: (protocol: string) => Promise<FoundRecordings | null>;
    readonly addToAudit: AddToAudit;
    /** The absolute path of a file of the store. */
    readonly pathOf: (file: string) => string;
    readonly issueTicket: (of: {
        protocol: string;
        userId: string;
        name: string;
    }) => Promise<{ ticket: string; expiresAt: string }>;
    /** Where browsers reach the bridge. */
    readonly publicUrl: () => string;
}

/** As they are issued: what is not like this is no call's, and not looked for. */
const PROTOCOL = /^[A-Za-z0-9._-]{1,64}$/;

interface Found {
    /** As the call has it. */
    readonly protocol: string;
    readonly parts: readonly ReadyPart[];
    /** Whether the call has more than one recording, heard or not. */
    readonly isOneOfSeveral: boolean;
}

/** Who may hear what: from a protocol and what somebody shows to the audio, noted before the first byte. */
export function createListening(options: ListeningOptions) {
    const { ofProtocol, pathOf, issueTicket, publicUrl, now } = options;
    const notes = createAuditNotes(options);
    const decisions = createDecisions(now);
    const listeners = createListeners(options);

    /** Throws RecordingRefused, RequestRefused (401, 403, 503). */
    async function find(listener: Listener, protocol: string, part: number | null): Promise<Found> {
        const facts = { protocol, who: listener.name };
        const found = PROTOCOL.test(protocol) ? await ofProtocol(protocol) : null;
        if (!found) throw recordingRefused('protocol-unknown', facts);
        const { call, recordings } = found;
        if (call.case && !(await listener.mayRead(call.case.id))) throw recordingRefused('case-not-readable', facts);
        if (!call.case && recordings.length > 0) throw recordingRefused('no-case', facts);
        return {
            protocol: call.protocol ?? protocol,
            parts: readyParts(found, part, now(), facts),
            isOneOfSeveral: recordings.length > 1
        };
    }

    async function decide(request: ListeningRequest): Promise<Decision | HeardParts> {
        const { protocol, part, credential } = request;
        const listener = await notes.refusals(null, request, () => listeners.identify(credential, protocol));
        const found = await notes.refusals(listener, request, () => find(listener, protocol, part));
        const [first, ...others] = found.parts as [ReadyPart, ...ReadyPart[]];
        // a player cannot choose
        if (others.length > 0 && credential.kind === 'session') return toChoice(found, listener.name);
        const decision: Decision = {
            kind: 'audio',
            listener,
            recordingId: first.id,
            protocol: found.protocol,
            part: first.part,
            audio: toHeardRecording(found, first, pathOf)
        };
        decisions.remember(request, decision, listener.expiresAt);
        return decision;
    }

    return {
        /** Addresses that play a call's recordings for some minutes. Throws RecordingRefused, RequestRefused (503). */
        async openForSoftphone(agent: Agent, protocol: string, asker: Asker): Promise<RecordingTicket> {
            const listener = listeners.ofAgent(agent);
            const asked = { protocol, part: null, asker, credential: { kind: 'ticket' } } as const;
            const found = await notes.refusals(listener, asked, () => find(listener, protocol, null));
            const { userId, name } = agent;
            const { ticket, expiresAt } = await issueTicket({ protocol: found.protocol, userId, name });
            await notes.opened(listener, { protocol: found.protocol, part: null, asker });
            const address = `${publicUrl()}/recordings/${encodeURIComponent(found.protocol)}`;
            const urlOf = ({ part }: ReadyPart) => `${address}/${part}?ticket=${ticket}`;
            return { expiresAt, parts: found.parts.map((part) => toRecordingPart(part, urlOf(part))) };
        },

        /**
         * The audio, once it is noted who hears it; or, of several recordings to choose from, which there are.
         *
         * Throws RecordingRefused; RequestRefused: 401 `session-ended`, 403 `api-off` or `token-refused`, 503.
         */
        async listen(request: ListeningRequest): Promise<HeardRecording | HeardParts> {
            const decision = decisions.find(request) ?? (await decide(request));
            if (decision.kind === 'parts') return decision;
            const { listener, recordingId, protocol, part, audio } = decision;
            if (request.purpose !== 'look')
                await notes.heard(request.purpose, listener, recordingId, { protocol, part, asker: request.asker });
            return audio;
        },

        /** The file of an answer is gone: the next request is decided anew. */
        forget: (request: ListeningRequest): void => decisions.forget(request),

        /** Notes that somebody could not sign in, for what they came where that is known. */
        noteSignInRefused: (reason: string, protocol: string | null, asker: Asker): Promise<void> =>
            notes.refused(null, reason, { protocol, part: null, asker, credential: { kind: 'session' } }),

        /** Notes that somebody came with nothing to show. */
        noteStranger: (protocol: string, part: number | null, asker: Asker): Promise<void> =>
            notes.refused(null, 'ticket-refused', { protocol, part, asker, credential: { kind: 'session' } })
    };
}

export type Listening = ReturnType<typeof createListening>;
