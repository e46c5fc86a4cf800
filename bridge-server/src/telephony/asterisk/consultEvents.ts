import { eventKeys } from '../../calls/eventKeys.ts';
import { transferTargetSchema } from '../../contract/callActions.ts';
import type { CallEvent } from '../../contract/callEvent.ts';
import type { Instant } from '../../contract/instant.ts';
import { localPairOf } from './agentPhone.ts';
import { fieldOf } from './amiMessage.ts';
import { identifierOf } from './cleanText.ts';
import type { AskingLeg, TrackedCall, TrackedConsult, TrackedLeg } from './trackedCalls.ts';
import { type EventMeaning, ofLeg } from './translation.ts';

/** Whom an agent asks is called over a Local channel. By the bridge's command or the phone's own keys, it is the same. */
export const localBridge: EventMeaning = (message, at, { calls }) => {
    const id = identifierOf(message, 'LocalOneUniqueid');
    const pair = localPairOf(fieldOf(message, 'LocalOneChannel'));
    const call = calls.find(fieldOf(message, 'LocalOneLinkedid'));
    // a queue's member may be called over a Local channel, too
    if (!id || !pair || !call || calls.legOf(id)) return [];
    const dialled = fieldOf(message, 'Exten');
    const leg = whoAsks(call, dialled);
    const named = leg?.named?.dialled === dialled ? leg.named.to : { kind: 'number', number: dialled };
    const to = transferTargetSchema.safeParse(named);
    if (!leg || !to.success) return [];
    const consult: TrackedConsult = { id, to: to.data, pair, nearEnd: id, answered: false, joined: false };
    leg.consult = consult;
    // the bridge ended its hold before, and from now on the PBX tells who waits
    leg.heldByClick = false;
    return [{ ...ofConsult('consultStarted', { call, leg, consult }, at), to: to.data }];
};

/** The Local channel steps aside: whoever is behind it takes its place. */
export const localOptimizationBegin: EventMeaning = (message, _at, { calls }) => {
    const uniqueid = fieldOf(message, 'LocalOneUniqueid');
    const source = identifierOf(message, 'SourceUniqueid');
    const asking = calls.askerOf(({ nearEnd }) => nearEnd === uniqueid);
    if (asking && source && !asking.leg.channels.has(source)) asking.consult.nearEnd = source;
    return [];
};

/** A queue that is asked answers at once with its music; only a member of it is an answer. */
export function answerConsult(asking: AskingLeg | undefined, at: Instant): CallEvent[] {
    if (!asking || asking.consult.answered) return [];
    asking.consult.answered = true;
    return [ofConsult('consultAnswered', asking, at)];
}

/** Whom the agent asked is gone. An agent who handed the customer over asks nobody any more. */
export function endConsult(asking: AskingLeg | undefined, at: Instant): CallEvent[] {
    if (!asking || asking.leg.transferred) return [];
    asking.leg.consult = null;
    return [ofConsult('consultEnded', asking, at)];
}

const ofConsult = <Type extends 'consultStarted' | 'consultAnswered' | 'consultEnded'>(
    type: Type,
    { call, leg, consult }: AskingLeg,
    at: Instant
) => ({ ...ofLeg(type, { call, leg }, at), key: `${eventKeys.leg(leg.legId, type)}|${consult.id}` });

/** Who said that they would dial this; else whoever keeps the customer waiting. */
function whoAsks({ legs }: TrackedCall, dialled: string): TrackedLeg | undefined {
    const free = [...legs.values()].filter((leg) => leg.answered && !leg.transferred && !leg.consult);
    return free.find(({ named }) => named?.dialled === dialled) ?? free.find(({ held }) => held === true);
}
