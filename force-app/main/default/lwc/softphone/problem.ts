import { type BridgeError, HANDSHAKE_NOT_WRITTEN } from 'c/bridgeClient';

/** An error as the agent reads it. */
export interface Problem {
    readonly heading: string;
    readonly message: string;
    /** For whoever is asked for help; may be empty. */
    readonly detail: string;
}

const BRIDGE_PROBLEM = 'urn:softphone-bridge:';
const UNTYPED = 'about:blank';

/** The bridge's name for what it refused, such as `no-extension`; empty when it gave none. */
export function problemName({ problem: { type } }: BridgeError): string {
    return type.startsWith(BRIDGE_PROBLEM) ? type.slice(BRIDGE_PROBLEM.length) : '';
}

/**
 * What an administrator can look up. The bridge's own words stay out, for they are in one language; Salesforce's are in
 * the reader's.
 */
export function technicalDetail({ problem: { status, type, detail } }: BridgeError): string {
    const facts = [status || '', type === UNTYPED ? '' : type, type === HANDSHAKE_NOT_WRITTEN ? detail : ''];
    return facts.filter(Boolean).join(' · ');
}
