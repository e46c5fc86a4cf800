import { callerNumber, fillPlaceholders } from 'c/callFormat';
import type RecordingPlayer from 'c/recordingPlayer';
import type { Listening } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/**
 * Which call the agent hears again, and its recording.
 * @fires ticketwanted as the recording's player does
 * @fires close also by the Escape key
 */
export default class HistoryPlayer extends LightningElement {
    @api listening!: Listening;

    labels = labels;

    @api
    focus(): void {
        (this.refs?.player as (HTMLElement & RecordingPlayer) | undefined)?.focus();
    }

    get heading(): string {
        const { call } = this.listening;
        const number = callerNumber(call) ?? labels.unknownNumber;
        return fillPlaceholders(labels.listeningTo, `${number} · ${call.protocol}`);
    }

    handleTicketWanted(): void {
        this.dispatchEvent(new CustomEvent('ticketwanted'));
    }

    handleClose(): void {
        this.close();
    }

    handleKeyDown(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.close();
    }

    private close(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
