import type { BridgeStatus } from 'c/bridgeClient';
import { fillPlaceholders, secondsLeft } from 'c/callFormat';
import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** Says in words and colour whether the softphone hears the bridge. */
export default class ConnectionLight extends LightningElement {
    @api status: BridgeStatus = { kind: 'connecting' };
    /** By this machine's clock, as `status.retryAtMs` is. */
    @api nowMs = 0;

    get isHeard(): boolean {
        return this.status.kind === 'connected';
    }

    get lightClass(): string {
        return `light light_${this.status.kind}`;
    }

    /** That all is well the colour says, to whom can see it. */
    get textClass(): string {
        return this.isHeard ? 'slds-assistive-text' : 'text';
    }

    get text(): string {
        switch (this.status.kind) {
            case 'connecting':
                return labels.lightConnecting;
            case 'connected':
                return labels.lightConnected;
            case 'lost':
                return fillPlaceholders(labels.lightLost, String(secondsLeft(this.status.retryAtMs, this.nowMs)));
            case 'failed':
                return labels.lightFailed;
        }
    }
}
