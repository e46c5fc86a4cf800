import { createBridgeClient } from 'c/bridgeClient';
import { insertRecord } from 'console/orgApi';

/**
 * The page's own way to the bridge, signed in by the same handshake as the softphone's.
 * It listens to no calls.
 */
export const agentBridge = createBridgeClient({
    url: window.consoleSession.bridgeUrl,
    writeHandshake: (nonce) => insertRecord('SoftphoneHandshake__c', { Nonce__c: nonce })
});
