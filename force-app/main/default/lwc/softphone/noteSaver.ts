import type { CallView, Note } from 'bridge/contract';
import type { BridgeError } from 'c/bridgeClient';
import type { SoftphoneEvent } from 'c/softphoneState';

/** Stores what the agent writes down: of each call one request at a time, and the last text wins. */
export interface NoteSaver {
    readonly write: (call: OwnPart, note: Note) => void;
    /** Does not wait for the next attempt. */
    readonly retryNow: () => void;
}

type OwnPart = Pick<CallView, 'callId' | 'legId'>;

interface Job {
    readonly call: OwnPart;
    /** Null once it is sent and nothing newer was written. */
    note: Note | null;
    sending: boolean;
}

const RETRY_AFTER_MS = 5_000;

/** @param save rejects with a BridgeError */
export function createNoteSaver(
    save: (call: OwnPart, note: Note) => Promise<void>,
    apply: (event: SoftphoneEvent) => void
): NoteSaver {
    /** By leg id. */
    const jobs = new Map<string, Job>();
    let retry: ReturnType<typeof setTimeout> | undefined;

    function sendAll(): void {
        clearTimeout(retry);
        retry = undefined;
        for (const legId of jobs.keys()) void send(legId);
    }

    async function send(legId: string): Promise<void> {
        const job = jobs.get(legId);
        if (!job || job.sending) return;
        job.sending = true;
        while (job.note) {
            const { note } = job;
            job.note = null;
            try {
                await save(job.call, note);
                apply({ type: 'noteSaved', legId, note });
            } catch (cause) {
                const error = cause as BridgeError;
                if (error.kind === 'unreachable') {
                    job.note ??= note;
                    retry ??= setTimeout(sendAll, RETRY_AFTER_MS);
                    break;
                }
                apply({ type: 'noteRefused', legId, note, error });
            }
        }
        job.sending = false;
        if (!job.note) jobs.delete(legId);
    }

    return {
        write({ callId, legId }, note) {
            const job = jobs.get(legId) ?? { call: { callId, legId }, note, sending: false };
            job.note = note;
            jobs.set(legId, job);
            apply({ type: 'noteWritten', legId, note });
            void send(legId);
        },
        retryNow: sendAll
    };
}
