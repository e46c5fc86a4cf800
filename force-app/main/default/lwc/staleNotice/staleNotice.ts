import type { BridgeStatus } from 'c/bridgeClient';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/**
 * Stands above calls of which nothing has been heard since the bridge was lost.
 * @fires reconnect when the agent wants no further waiting
 */
export default class StaleNotice extends LightningElement {
    @api status: BridgeStatus = { kind: 'connecting' };

    labels = labels;

    /** What failed for good is explained elsewhere, with what can be done about it. */
    get canReconnect(): boolean {
        return this.status.kind !== 'failed';
    }

    get isReconnecting(): boolean {
        return this.status.kind === 'connecting';
    }

    handleReconnect(): void {
        this.dispatchEvent(new CustomEvent('reconnect'));
    }
}
