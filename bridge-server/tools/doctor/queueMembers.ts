import { createAgentOf, DEFAULT_AGENT_CHANNEL } from '../../src/telephony/asterisk/agentPhone.ts';
import { fieldOf } from '../../src/telephony/asterisk/amiMessage.ts';
import type { Pbx } from './pbxPort.ts';

export interface QueueMember {
    readonly queue: string;
    /** Null: the interface gives none. */
    readonly extension: string | null;
    /** The PBX knows no telephone of the member that could ring now. */
    readonly isAway: boolean;
}

export interface PbxQueues {
    readonly names: readonly string[];
    readonly members: readonly QueueMember[];
}

export const agentOf = createAgentOf(DEFAULT_AGENT_CHANNEL);

/** Asterisk's device states `invalid` and `unavailable`. */
const AWAY = new Set(['4', '5']);

/** Throws AmiRefused or AmiUnreachable. */
export async function readQueues(pbx: Pbx): Promise<PbxQueues> {
    const answer = await pbx.list({ Action: 'QueueStatus' });
    const having = (event: string) => answer.filter((message) => fieldOf(message, 'Event') === event);
    return {
        names: having('QueueParams').map((message) => fieldOf(message, 'Queue')),
        members: having('QueueMember').map((message) => ({
            queue: fieldOf(message, 'Queue'),
            extension: agentOf(fieldOf(message, 'Location')),
            isAway: AWAY.has(fieldOf(message, 'Status'))
        }))
    };
}

/** The extensions of all members, each once. */
export const extensionsOf = (members: readonly QueueMember[]): ReadonlySet<string> =>
    new Set(members.flatMap(({ extension }) => extension ?? []));
