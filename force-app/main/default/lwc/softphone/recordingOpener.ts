import type { CallView, RecordingTicket } from 'bridge/contract';
import { failureOf } from 'c/softphoneChannel';
import type { SoftphoneEvent } from 'c/softphoneState';

/** Opens what the agent wants to hear in the softphone itself; what came of it becomes an event. */
export function createRecordingOpener(
    ticketOf: (protocol: string) => Promise<RecordingTicket>,
    apply: (event: SoftphoneEvent) => void
): (call: CallView) => Promise<void> {
    return async (call) => {
        const { legId, protocol } = call;
        apply({ type: 'recordingRequested', call });
        try {
            apply({ type: 'recordingOpened', legId, ticket: await ticketOf(protocol) });
        } catch (error) {
            apply({ type: 'recordingRefused', legId, failure: failureOf(error) });
        }
    };
}
