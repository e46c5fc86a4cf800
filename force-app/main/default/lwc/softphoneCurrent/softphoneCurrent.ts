import type { CallView } from 'bridge/contract';
import type { PendingCommand } from 'c/softphoneState';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';

interface Card {
    readonly call: CallView;
    readonly pendingCommand: PendingCommand | undefined;
}

/**
 * Atendimento: the calls that the agent is on.
 * @fires callhangup with `{ legId }`
 * @fires caseopen with `{ recordId }`
 */
export default class SoftphoneCurrent extends LightningElement {
    @api calls: readonly CallView[] = [];
    /** By leg id. */
    @api pending: Readonly<Record<string, PendingCommand>> = {};
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;
    /** By the bridge's clock. */
    @api nowMs = 0;

    labels = labels;

    get cards(): Card[] {
        return this.calls.map((call) => ({ call, pendingCommand: this.pending[call.legId] }));
    }

    get isEmpty(): boolean {
        return this.calls.length === 0;
    }

    passOn(event: CustomEvent<object>): void {
        this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
    }
}
