import type { Call } from '../calls/call.ts';
import type { Agent, RecordingTicket } from '../contract/agentApi.ts';
import { RequestRefused } from '../contract/requestRefused.ts';
import type { RecordingFile } from './recordingFolder.ts';

interface RecordingAccessOptions {
    readonly callByProtocol: (protocol: string) => Promise<Call | null>;
    readonly findFile: (name: string, format: string) => Promise<RecordingFile | null>;
    readonly issueTicket: (protocol: string) => Promise<{ ticket: string; expiresAt: string }>;
    /** Where browsers reach the bridge. */
    readonly publicUrl: () => string;
}

/** From a protocol to the audio of its call. */
export function createRecordingAccess({ callByProtocol, findFile, issueTicket, publicUrl }: RecordingAccessOptions) {
    /** Throws RequestRefused (404) that says which of the two is lacking. */
    async function find(protocol: string): Promise<RecordingFile> {
        const call = await callByProtocol(protocol);
        if (!call) throw new RequestRefused(404, 'Não existe atendimento com este protocolo.');
        const { name, format } = call.recording ?? {};
        const file = name && format ? await findFile(name, format) : null;
        if (!file) throw new RequestRefused(404, 'A gravação deste atendimento não está disponível.');
        return file;
    }

    return {
        find,
        /** An address that plays the recording for a few minutes, for who is signed in. */
        async issueTicket(_agent: Agent, protocol: string): Promise<RecordingTicket> {
            await find(protocol);
            const { ticket, expiresAt } = await issueTicket(protocol);
            return { url: `${publicUrl()}/recordings/${encodeURIComponent(protocol)}?ticket=${ticket}`, expiresAt };
        }
    };
}
