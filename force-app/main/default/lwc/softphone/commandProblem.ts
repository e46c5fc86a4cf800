import type { AgentAction } from 'bridge/contract';
import type { BridgeError } from 'c/bridgeClient';
import { callerNumber, fillPlaceholders } from 'c/callFormat';
import type { CommandFailure } from 'c/softphoneState';
import { commandProblemLabels as labels } from './commandProblemLabels';
import { type Problem, problemName, technicalDetail } from './problem';

const HEADINGS: Readonly<Record<AgentAction, string>> = {
    answer: labels.answerFailedHeading,
    hangup: labels.hangUpFailedHeading
};

/** Why the bridge did not carry out a command, by the name that it gives the problem. */
const REFUSED_COMMANDS: Readonly<Record<string, string>> = {
    'call-unknown': labels.callUnknown,
    'call-not-yours': labels.callNotYours,
    'not-ringing': labels.notRinging,
    'call-over': labels.callOver,
    'telephony-refused': labels.telephonyRefused,
    'telephony-away': labels.telephonyAway
};

/** Which command for which call failed, and why. */
export function describeCommandFailure({ call, action, error }: CommandFailure): Problem {
    return {
        heading: fillPlaceholders(HEADINGS[action], callerNumber(call) ?? labels.unknownNumber),
        message: REFUSED_COMMANDS[problemName(error)] ?? messageFor(error),
        detail: technicalDetail(error)
    };
}

function messageFor({ kind }: BridgeError): string {
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
