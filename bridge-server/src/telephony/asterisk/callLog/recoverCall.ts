import type { CallEvent } from '../../../contract/callEvent.ts';
import type { AgentOf } from '../agentPhone.ts';
import { TrackedCalls } from '../trackedCalls.ts';
import { translateEvent } from '../translateEvent.ts';
import type { CelRecord } from './celRecord.ts';
import { toAmiMessages } from './toAmiMessages.ts';

/**
 * The events that a bridge that was there would have stored, with their keys, ids and times; nothing of what concerns
 * no agent. Holds are not in the log. Of a call that still lives, what happened so far.
 *
 * @param records of one call, with all its channels; without those of its beginning, only what can be told without
 */
export function recoverCall(records: readonly CelRecord[], agentOf: AgentOf): CallEvent[] {
    const translation = { calls: new TrackedCalls(), agentOf, countIgnored: () => undefined };
    return toAmiMessages(records).flatMap((message) => translateEvent(message, NEVER, translation));
}

/** Every message has a time of its own. */
const NEVER = new Date(0).toISOString();
