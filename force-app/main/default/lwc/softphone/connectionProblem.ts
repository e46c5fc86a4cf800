import { type BridgeError, HANDSHAKE_NOT_WRITTEN } from 'c/bridgeClient';
import { fillPlaceholders } from 'c/callFormat';
import type { SoftphoneState } from 'c/softphoneState';
import { originOf } from './blockedByCsp';
import { connectionProblemLabels as labels } from './connectionProblemLabels';
import { type Problem, problemName, technicalDetail } from './problem';

/** A problem that trying again may solve. */
export interface ConnectionProblem extends Problem {
    /** Empty when there is nothing to try. */
    readonly actionLabel: string;
    /** What the administrator needs; empty when there is nothing to copy. */
    readonly copyText: string;
}

type Text = Omit<Problem, 'detail'> & { readonly copyText?: string };

const NOT_AUTHORISED: Text = { heading: labels.notAuthorisedHeading, message: labels.notAuthorisedMessage };
const SIGN_IN_REFUSED: Text = { heading: labels.signInRefusedHeading, message: labels.signInRefusedMessage };
const HANDSHAKE_FAILED: Text = { heading: labels.handshakeFailedHeading, message: labels.handshakeFailedMessage };

/** Why the bridge lets an agent not in, by the name that it gives the problem. */
const REFUSED_AGENTS: Readonly<Record<string, Text>> = {
    'no-extension': { heading: labels.noExtensionHeading, message: labels.noExtensionMessage },
    'inactive-user': { heading: labels.inactiveUserHeading, message: labels.inactiveUserMessage }
};

/** What keeps the agent from working at all; null while the calls can be shown, be they a little old. */
export function describeConnection(
    { connection, lastError, agent }: SoftphoneState,
    bridgeUrl: string,
    isBlockedByCsp: boolean
): ConnectionProblem | null {
    if (!bridgeUrl)
        return {
            heading: labels.noUrlHeading,
            message: labels.noUrlMessage,
            detail: '',
            actionLabel: '',
            copyText: ''
        };
    const isShown = lastError && (connection.kind === 'failed' || !agent);
    if (!isShown) return null;
    const text = isBlockedByCsp ? blockedText(bridgeUrl) : textFor(lastError, bridgeUrl);
    return { copyText: '', ...text, detail: technicalDetail(lastError), actionLabel: labels.retry };
}

function blockedText(bridgeUrl: string): Text {
    const origin = originOf(bridgeUrl);
    return {
        heading: labels.cspBlockedHeading,
        message: fillPlaceholders(labels.cspBlockedMessage, origin),
        copyText: origin
    };
}

function textFor(error: BridgeError, bridgeUrl: string): Text {
    switch (error.kind) {
        case 'unreachable':
            return error.problem.type === HANDSHAKE_NOT_WRITTEN ? HANDSHAKE_FAILED : unreachableText(bridgeUrl);
        case 'forbidden':
            return REFUSED_AGENTS[problemName(error)] ?? NOT_AUTHORISED;
        case 'unauthorised':
            return SIGN_IN_REFUSED;
        case 'refused':
            return { heading: labels.refusedHeading, message: fillPlaceholders(labels.refusedMessage, bridgeUrl) };
    }
}

/** A browser does not tell a bridge that is away from one that refuses this page's origin (CORS). */
const unreachableText = (bridgeUrl: string): Text => ({
    heading: labels.unreachableHeading,
    message: fillPlaceholders(labels.unreachableMessage, bridgeUrl, window.location.origin)
});
