import type { BridgeStatus } from 'c/bridgeClient';
import { fillPlaceholders } from 'c/callFormat';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** Says in words and colour whether the softphone hears the bridge. */
export default class ConnectionLight extends LightningElement {
    @api status: BridgeStatus = { kind: 'connecting' };
    /** By this machine's clock, as `status.retryAtMs` is. */
    @api nowMs = 0;

    get lightClass(): string {
        return `light light_${this.status.kind}`;
    }

    get text(): string {
        switch (this.status.kind) {
            case 'connecting':
                return labels.lightConnecting;
            case 'connected':
                return labels.lightConnected;
            case 'lost': {
                const secondsLeft = Math.max(0, Math.ceil((this.status.retryAtMs - this.nowMs) / 1000));
                return fillPlaceholders(labels.lightLost, String(secondsLeft));
            }
            case 'failed':
                return labels.lightFailed;
        }
    }
}
