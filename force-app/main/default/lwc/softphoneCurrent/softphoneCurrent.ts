import type { AgentAction, CallView } from 'bridge/contract';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';

interface Card {
    readonly call: CallView;
    readonly pendingAction: AgentAction | undefined;
}

/**
 * Atendimento: the calls that the agent is on.
 * @fires callhangup with `{ legId }`
 * @fires caseopen with `{ recordId }`
 */
export default class SoftphoneCurrent extends LightningElement {
    @api calls: readonly CallView[] = [];
    /** Commands on their way, by leg id. */
    @api pending: Readonly<Record<string, AgentAction>> = {};
    /** While the bridge is away nothing can be asked of it. */
    @api disabled = false;
    /** By the bridge's clock. */
    @api nowMs = 0;

    labels = labels;

    get cards(): Card[] {
        return this.calls.map((call) => ({ call, pendingAction: this.pending[call.legId] }));
    }

    get isEmpty(): boolean {
        return this.calls.length === 0;
    }

    passOn(event: CustomEvent<object>): void {
        this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
    }
}
