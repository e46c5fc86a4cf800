import { createAgentOf, DEFAULT_AGENT_CHANNEL } from '../../../src/telephony/asterisk/agentPhone.ts';
import { TrackedCalls } from '../../../src/telephony/asterisk/trackedCalls.ts';
import type { Translation } from '../../../src/telephony/asterisk/translateEvent.ts';

/** A translation that has seen nothing yet, and the names of what it ignored. */
export function newTranslation(): Translation & { readonly ignored: string[] } {
    const ignored: string[] = [];
    return {
        calls: new TrackedCalls(),
        agentOf: createAgentOf(DEFAULT_AGENT_CHANNEL),
        countIgnored: (name) => ignored.push(name),
        ignored
    };
}
