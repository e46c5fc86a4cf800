import type { RecordingState } from 'c/recordingPlayer';
import { reasonOf } from 'c/softphoneChannel';
import { agentBridge } from 'console/agentBridge';
import { LightningElement, api } from 'lwc';

/** Plays a call's recording beside its Task. Every ticket comes from the bridge, which gives it to signed-in agents only. */
export default class RecordingPlayer extends LightningElement {
    @api protocol = '';

    recording: RecordingState = { status: 'closed' };

    async handleTicketWanted(): Promise<void> {
        this.recording = { status: 'opening' };
        try {
            this.recording = { status: 'open', ticket: await agentBridge.recordingTicket(this.protocol) };
        } catch (error) {
            this.recording = { status: 'failed', reason: reasonOf(error) };
        }
    }
}
