import { LightningElement, api } from 'lwc';
import { agentBridge } from 'console/agentBridge';

/** Plays a call's recording. Every listening asks the bridge for a new ticket, which only a signed-in agent gets. */
export default class RecordingPlayer extends LightningElement {
    @api protocol = '';

    audioUrl = '';
    isLoading = false;
    errorMessage = '';

    async handleListen(): Promise<void> {
        this.isLoading = true;
        this.errorMessage = '';
        try {
            this.audioUrl = (await agentBridge.recordingTicket(this.protocol)).url;
        } catch (error) {
            this.errorMessage = `Não foi possível abrir a gravação: ${(error as Error).message}`;
        } finally {
            this.isLoading = false;
        }
    }

    /** The ticket ran out or the audio is not there: back to the button. */
    handleAudioError(): void {
        this.audioUrl = '';
        this.errorMessage = 'A gravação não pôde ser tocada. Tente de novo em instantes.';
    }
}
