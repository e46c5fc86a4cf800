import type { AgentAction, CallView } from 'bridge/contract';
import { type BridgeClient, type BridgeError, createBridgeClient } from 'c/bridgeClient';
import type { SoftphoneEvent } from 'c/softphoneState';
import { createRecord } from 'lightning/uiRecordApi';

/** Turns what the bridge tells into events of the softphone, and what the agent wants into requests. */
export interface BridgeLink {
    /** Begins anew with the bridge at this address. */
    connect(url: string): void;
    disconnect(): void;
    /** Does not wait for the next attempt to connect. */
    retryNow(): void;
    command(call: CallView, action: AgentAction): Promise<void>;
    /** @param candidateId one of the call's candidates; null: none of them */
    chooseCaller(call: CallView, candidateId: string | null): Promise<void>;
    loadHistory(): Promise<void>;
}

export function createBridgeLink(apply: (event: SoftphoneEvent) => void): BridgeLink {
    let client: BridgeClient | null = null;

    async function loadHistory(): Promise<void> {
        if (!client) return;
        apply({ type: 'historyRequested' });
        try {
            apply({ type: 'historyLoaded', history: await client.history() });
        } catch {
            apply({ type: 'historyFailed' });
        }
    }

    return {
        connect(url) {
            client?.stop();
            client = createBridgeClient({
                url,
                writeHandshake,
                onStatus: (status) => apply({ type: 'bridgeStatusChanged', status }),
                onSnapshot: (snapshot) => {
                    apply({ type: 'snapshotReceived', snapshot, receivedAtMs: Date.now() });
                    void loadHistory();
                },
                onCall: (call) => apply({ type: 'callChanged', call })
            });
            void client.start();
        },
        disconnect() {
            client?.stop();
            client = null;
        },
        retryNow: () => client?.retryNow(),
        async command({ callId, legId }, action) {
            if (!client) return;
            apply({ type: 'commandSent', legId, action, sentAtMs: Date.now() });
            try {
                await client.command(callId, action);
            } catch (error) {
                apply({ type: 'commandFailed', legId, action, error: error as BridgeError });
            }
        },
        async chooseCaller({ callId, legId }, candidateId) {
            if (!client) return;
            apply({ type: 'callerChosen', legId, candidateId, sentAtMs: Date.now() });
            try {
                await client.chooseCaller(callId, candidateId);
            } catch (error) {
                apply({ type: 'callerChoiceFailed', legId, candidateId, error: error as BridgeError });
            }
        },
        loadHistory
    };
}

/** Salesforce stamps the record with the user who creates it: that is the agent's proof of who they are. */
async function writeHandshake(nonce: string): Promise<string> {
    const { id } = await createRecord({ apiName: 'SoftphoneHandshake__c', fields: { Nonce__c: nonce } });
    return id;
}
