import { eventKeys } from '../../calls/eventKeys.ts';
import type { CallEvent } from '../../contract/callEvent.ts';
import type { Instant } from '../../contract/instant.ts';
import type { AgentOf } from './agentPhone.ts';
import { type AmiMessage, fieldOf } from './amiMessage.ts';
import { cleanNumber, numberOf } from './cleanText.ts';
import { nameOfTarget } from '../nameOfTarget.ts';
import type { LegOfCall } from './trackedCalls.ts';
import { type EventMeaning, ofLeg } from './translation.ts';

/** What an agent does with a call they have. Channels that are nobody's leg are of no concern. */

export const hold: EventMeaning = (message, at, { calls }) => {
    const found = calls.legOf(fieldOf(message, 'Uniqueid'));
    if (!found?.leg.answered || found.leg.held === true) return [];
    found.leg.held = true;
    return [{ ...ofLeg('legHeld', found, at), key: eventKeys.repeatable(found.leg.legId, 'legHeld', at) }];
};

/** Phones also say so when nothing was held, as at the beginning of a transfer. */
export const unhold: EventMeaning = (message, at, { calls }) => {
    const found = calls.legOf(fieldOf(message, 'Uniqueid'));
    if (!found?.leg.answered || found.leg.held === false || found.leg.heldByClick) return [];
    found.leg.held = false;
    return [{ ...ofLeg('legResumed', found, at), key: eventKeys.repeatable(found.leg.legId, 'legResumed', at) }];
};

export const blindTransfer: EventMeaning = (message, at, { calls }) => {
    const found = calls.legOf(fieldOf(message, 'TransfererUniqueid'));
    if (!found || fieldOf(message, 'Result') !== 'Success') return [];
    found.leg.transferred = true;
    const { named } = found.leg;
    const dialled = numberOf(message, 'Extension') ?? '';
    const to = named?.dialled === dialled ? nameOfTarget(named.to) : dialled;
    return [{ ...ofLeg('legTransferred', found, at), mode: 'blind', to }];
};

export const attendedTransfer: EventMeaning = (message, at, { calls, agentOf }) => {
    const found =
        calls.legOf(fieldOf(message, 'OrigTransfererUniqueid')) ??
        calls.legOf(fieldOf(message, 'SecondTransfererUniqueid'));
    if (!found || fieldOf(message, 'Result') !== 'Success') return [];
    if (fieldOf(message, 'DestType') === 'Threeway') return joinAll(message, found, at);
    const { leg } = found;
    leg.transferred = true;
    const to = leg.consult ? nameOfTarget(leg.consult.to) : targetOf(message, agentOf);
    return [{ ...ofLeg('legTransferred', found, at), mode: 'attended', to }];
};

/** A channel that takes another's place may bring another name. */
export const rename: EventMeaning = (message, _at, { calls }) => {
    const uniqueid = fieldOf(message, 'Uniqueid');
    const name = fieldOf(message, 'Newname');
    if (name) calls.legOf(uniqueid)?.leg.channels.set(uniqueid, name);
    return [];
};

/** Nobody is handed over: the customer is let in to whom the agent asked. */
function joinAll(message: AmiMessage, found: LegOfCall, at: Instant): CallEvent[] {
    const { leg } = found;
    leg.held = false;
    if (leg.consult) leg.consult.joined = true;
    const started = ofLeg('conferenceStarted', found, at);
    return [{ ...started, key: `${started.key}|${fieldOf(message, 'SecondBridgeUniqueid')}` }];
}

const targetOf = (message: AmiMessage, agentOf: AgentOf): string =>
    cleanNumber(agentOf(fieldOf(message, 'TransferTargetChannel')) ?? '') ??
    numberOf(message, 'TransferTargetCallerIDNum') ??
    numberOf(message, 'TransferTargetExten') ??
    '';
