import { createBridgeClient } from 'c/bridgeClient';
import { createRecord } from 'console/recordApi';

/**
 * The page's own way to the bridge, signed in by the same handshake as the softphone's.
 * It listens to no calls.
 */
export const agentBridge = createBridgeClient({
    url: window.consoleSession.bridgeUrl,
    writeHandshake: async (nonce) => {
        const handshake = await createRecord({ apiName: 'SoftphoneHandshake__c', fields: { Nonce__c: nonce } });
        return handshake.id;
    }
});
