import type { AgentAction } from 'bridge/contract';
import { type BridgeError, HANDSHAKE_NOT_WRITTEN } from 'c/bridgeClient';
import { fillPlaceholders } from 'c/callFormat';
import type { CommandFailure, SoftphoneState } from 'c/softphoneState';
import { problemLabels as labels } from './problemLabels';

/** An error as the agent reads it. */
export interface Problem {
    readonly heading: string;
    readonly message: string;
    /** For whoever is asked for help; may be empty. */
    readonly detail: string;
}

/** A problem that trying again may solve. */
export interface ConnectionProblem extends Problem {
    /** Empty when there is nothing to try. */
    readonly actionLabel: string;
}

/** The bridge's problem type for a user whose `User.Extension` is empty ends in this word. */
const NO_EXTENSION = /\bno-extension$/;

/** What keeps the agent from working at all; null while the calls can be shown, be they a little old. */
export function describeConnection(
    { connection, lastError, agent }: SoftphoneState,
    bridgeUrl: string
): ConnectionProblem | null {
    if (!bridgeUrl) return { heading: labels.noUrlHeading, message: labels.noUrlMessage, detail: '', actionLabel: '' };
    const isShown = lastError && (connection.kind === 'failed' || !agent);
    return isShown ? { ...describeConnectionError(lastError, bridgeUrl), actionLabel: labels.retry } : null;
}

function describeConnectionError(error: BridgeError, bridgeUrl: string): Problem {
    const detail = detailOf(error);
    switch (error.kind) {
        case 'unreachable':
            return {
                heading: labels.unreachableHeading,
                message: fillPlaceholders(labels.unreachableMessage, bridgeUrl),
                detail
            };
        case 'forbidden':
        case 'unauthorised':
            return describeRefusedAgent(error, detail);
        case 'refused':
            return {
                heading: labels.refusedHeading,
                message: fillPlaceholders(labels.refusedMessage, bridgeUrl),
                detail
            };
    }
}

/** The bridge itself says best why it refuses an agent; what can be told apart is told in the agent's language. */
function describeRefusedAgent({ problem }: BridgeError, detail: string): Problem {
    if (NO_EXTENSION.test(problem.type))
        return { heading: labels.noExtensionHeading, message: labels.noExtensionMessage, detail };
    const isBridgesReason = problem.type !== HANDSHAKE_NOT_WRITTEN && problem.detail !== '';
    return {
        heading: labels.notAuthorisedHeading,
        message: isBridgesReason ? problem.detail : labels.notAuthorisedMessage,
        detail: isBridgesReason ? '' : detail
    };
}

const COMMAND_HEADINGS: Readonly<Record<AgentAction, string>> = {
    answer: labels.answerFailedHeading,
    hangup: labels.hangUpFailedHeading
};

/** Why a command was not carried out. */
export function describeCommandFailure({ action, error }: CommandFailure): Problem {
    return { heading: COMMAND_HEADINGS[action], message: commandMessage(error), detail: detailOf(error) };
}

function commandMessage({ kind }: BridgeError): string {
    switch (kind) {
        case 'unreachable':
            return labels.commandUnreachable;
        case 'forbidden':
        case 'unauthorised':
            return labels.commandForbidden;
        case 'refused':
            return labels.commandRefused;
    }
}

const detailOf = ({ problem }: BridgeError): string =>
    [problem.status || '', problem.title, problem.detail].filter(Boolean).join(' · ');
