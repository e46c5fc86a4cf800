import { createAgentOf, DEFAULT_AGENT_CHANNEL } from '../../src/telephony/asterisk/agentPhone.ts';
import { type AmiMessage, fieldOf } from '../../src/telephony/asterisk/amiMessage.ts';

/** A place in a recorded call where the agent did something that a softphone may now do in their stead. */
export interface AgentGate {
    /** The position of the first message that must wait. */
    readonly before: number;
    readonly channel: string;
    readonly agent: string;
    readonly command: 'PJSIPNotify' | 'Hangup';
}

const agentOf = createAgentOf(DEFAULT_AGENT_CHANNEL);
const ENDINGS = new Set(['HangupRequest', 'SoftHangupRequest', 'BridgeLeave', 'AgentComplete', 'UserEvent', 'Hangup']);

/** Where agents answered and where they hung up. One who handed the call over did not hang up. */
export function findAgentGates(messages: readonly AmiMessage[]): AgentGate[] {
    const offered = new Set<string>();
    const own = new Set<string>();
    const gates: AgentGate[] = [];
    messages.forEach((message, index) => {
        const uniqueid = fieldOf(message, 'Uniqueid');
        switch (fieldOf(message, 'Event')) {
            case 'AgentCalled':
            case 'DialBegin':
                if (!uniqueid) return;
                if (agentOf(fieldOf(message, 'DestChannel'))) offered.add(fieldOf(message, 'DestUniqueid'));
                else if (uniqueid === fieldOf(message, 'Linkedid')) own.add(uniqueid);
                return;
            case 'Newstate':
                if (fieldOf(message, 'ChannelStateDesc') !== 'Up' || !offered.delete(uniqueid)) return;
                own.add(uniqueid);
                gates.push(gateAt(index, message, 'PJSIPNotify'));
                return;
            case 'Hangup':
                if (!own.has(uniqueid) || !agentOf(fieldOf(message, 'Channel')) || handedOver(messages, uniqueid))
                    return;
                gates.push(gateAt(beginningOfEnd(messages, index), message, 'Hangup'));
        }
    });
    return gates;
}

const gateAt = (before: number, message: AmiMessage, command: AgentGate['command']): AgentGate => {
    const channel = fieldOf(message, 'Channel');
    return { before, channel, agent: agentOf(channel) ?? '', command };
};

const handedOver = (messages: readonly AmiMessage[], uniqueid: string): boolean =>
    messages.some(
        (message) =>
            fieldOf(message, 'Result') === 'Success' &&
            [fieldOf(message, 'TransfererUniqueid'), fieldOf(message, 'OrigTransfererUniqueid')].includes(uniqueid)
    );

/** The first sign that a conversation ends comes some messages before its channels hang up. */
function beginningOfEnd(messages: readonly AmiMessage[], hangup: number): number {
    const last = messages[hangup] ?? {};
    const ofSameCall = (message: AmiMessage) =>
        fieldOf(message, 'Linkedid') === fieldOf(last, 'Linkedid') && !fieldOf(message, 'Channel').startsWith('Local/');
    const joined = messages.findLastIndex(
        (message, index) =>
            index < hangup &&
            ['BridgeEnter', 'Newstate'].includes(fieldOf(message, 'Event')) &&
            fieldOf(message, 'Uniqueid') === fieldOf(last, 'Uniqueid')
    );
    return messages.findIndex(
        (message, index) => index > joined && ENDINGS.has(fieldOf(message, 'Event')) && ofSameCall(message)
    );
}
