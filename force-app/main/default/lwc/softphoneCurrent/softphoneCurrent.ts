import type { CallView } from 'bridge/contract';
import type { PendingChoice, PendingCommand } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';

interface Card {
    readonly call: CallView;
    readonly pendingCommand: PendingCommand | undefined;
    readonly pendingChoice: PendingChoice | undefined;
}

/**
 * Atendimento: the calls that the agent is on.
 * @fires callhangup with `{ legId }`
 * @fires callerchoose with `{ legId, candidateId }`
 * @fires caseopen with `{ recordId }`
 */
export default class SoftphoneCurrent extends LightningElement {
    @api calls: readonly CallView[] = [];
    /** By leg id. */
    @api pending: Readonly<Record<string, PendingCommand>> = {};
    /** By leg id. */
    @api choices: Readonly<Record<string, PendingChoice>> = {};
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;
    /** By the bridge's clock. */
    @api nowMs = 0;

    labels = labels;

    get cards(): Card[] {
        return this.calls.map((call) => ({
            call,
            pendingCommand: this.pending[call.legId],
            pendingChoice: this.choices[call.legId]
        }));
    }

    get isEmpty(): boolean {
        return this.calls.length === 0;
    }

    passOn(event: CustomEvent<object>): void {
        this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
    }
}
