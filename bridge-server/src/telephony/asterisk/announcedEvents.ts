import { transferTargetSchema } from '../../contract/callActions.ts';
import type { CallEvent } from '../../contract/callEvent.ts';
import type { Instant } from '../../contract/instant.ts';
import { type AmiMessage, fieldOf } from './amiMessage.ts';
import { cleanNumber, identifierOf } from './cleanText.ts';
import { originateResponse } from './hangupEvents.ts';
import { createLeg, type LegOfCall } from './trackedCalls.ts';
import { type EventMeaning, ofLeg, type TranslationContext } from './translation.ts';

/** The name of the UserEvent by which a bridge tells what the PBX tells nobody. */
export const ANNOUNCEMENT = 'Softphone';

/** What one of the bridges at this PBX did: see `commands/announce.ts`. */
export const announced: EventMeaning = (message, at, context) => {
    const key = identifierOf(message, 'Key');
    const type = fieldOf(message, 'Type');
    if (key === null) return [];
    if (type === 'callDialled') return dialled(message, at, context);
    if (type === 'dialRefused')
        return originateResponse({ Uniqueid: fieldOf(message, 'Leg'), Response: 'Failure' }, at, context);
    const call = context.calls.find(fieldOf(message, 'Call'));
    const leg = call?.legs.get(fieldOf(message, 'Leg'));
    return call && leg
        ? happened(type, { call, leg }, message, at).map((event) => ({ ...event, key: `${event.key}|${key}` }))
        : [];
};

function happened(type: string, found: LegOfCall, message: AmiMessage, at: Instant): CallEvent[] {
    switch (type) {
        case 'legHeld':
        case 'legResumed':
            found.leg.held = found.leg.heldByClick = type === 'legHeld';
            return [ofLeg(type, found, at)];
        case 'legMuted':
        case 'legUnmuted':
            return [ofLeg(type, found, at)];
        case 'targetNamed': {
            const to = transferTargetSchema.safeParse(readJson(fieldOf(message, 'To')));
            if (to.success) found.leg.named = { to: to.data, dialled: fieldOf(message, 'Dialled') };
            return [];
        }
        default:
            return [];
    }
}

/** The agent's telephone is called first, so the call is there before its number is dialled. */
function dialled(message: AmiMessage, at: Instant, { calls }: TranslationContext): CallEvent[] {
    const uniqueid = identifierOf(message, 'Leg');
    const agent = fieldOf(message, 'Agent');
    const number = cleanNumber(fieldOf(message, 'Number'));
    if (!uniqueid || !agent || calls.findAlsoOver(uniqueid)) return [];
    const direction = fieldOf(message, 'Direction') === 'internal' ? 'internal' : 'outbound';
    const call = calls.open(uniqueid, at, { direction, number });
    // the PBX takes the Uniqueid for a name until it tells the name
    const leg = createLeg({ uniqueid, name: uniqueid }, { agent, kind: 'outbound', offeredBy: 'dial', since: at });
    call.legs.set(uniqueid, leg);
    return [ofLeg('callDialled', { call, leg }, at)];
}

function readJson(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return null;
    }
}
