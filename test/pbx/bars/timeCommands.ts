import type { AgentAction, CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { type AmiMessage, fieldOf } from '../../../bridge-server/src/telephony/asterisk/amiMessage.ts';
import type { Softphone } from '../stack/softphone.ts';
import type { PbxClock } from './watchPbx.ts';

interface Measured {
    readonly action: AgentAction;
    /** The event by which the PBX shows that it did it. */
    readonly shown: { readonly event: string; readonly when: (message: AmiMessage, call: CallView) => boolean };
    /** As the agent sees the call afterwards, so that the next command finds it so. */
    readonly until: (call: CallView) => boolean;
}

const channelOf = ({ legId }: CallView): string => legId.replace(/^asterisk:/, '');
const isOfLeg = (message: AmiMessage, call: CallView) => fieldOf(message, 'Uniqueid') === channelOf(call);
const announced = (type: string) => ({
    event: 'UserEvent',
    when: (message: AmiMessage, call: CallView) =>
        fieldOf(message, 'Type') === type && fieldOf(message, 'Leg') === channelOf(call)
});

/** What an agent does in one call, from the answer to the end. */
export const ONE_CALL: readonly Measured[] = [
    {
        action: 'answer',
        shown: {
            event: 'AgentConnect',
            when: (message, call) => fieldOf(message, 'DestUniqueid') === channelOf(call)
        },
        until: ({ state }) => state === 'talking'
    },
    { action: 'mute', shown: announced('legMuted'), until: ({ muted }) => muted },
    { action: 'unmute', shown: announced('legUnmuted'), until: ({ muted }) => !muted },
    // the music of the snooping channel is what the customer hears
    {
        action: 'hold',
        shown: { event: 'MusicOnHoldStart', when: (message) => fieldOf(message, 'Channel').startsWith('Snoop/') },
        until: ({ state }) => state === 'held'
    },
    {
        action: 'resume',
        shown: { event: 'Hangup', when: (message) => fieldOf(message, 'Channel').startsWith('Snoop/') },
        until: ({ state }) => state === 'talking'
    },
    { action: 'hangup', shown: { event: 'Hangup', when: isOfLeg }, until: ({ state }) => state === 'ended' }
];

/** From the softphone's request to the PBX's own time of what it did, in milliseconds, by action. */
export async function timeCommands(
    clock: PbxClock,
    softphone: Softphone,
    call: CallView
): Promise<[AgentAction, number][]> {
    const timings: [AgentAction, number][] = [];
    for (const { action, shown, until } of ONE_CALL) {
        const done = clock.next(shown.event, (message) => shown.when(message, call));
        const askedAtMs = performance.timeOrigin + performance.now();
        const [doneAtMs] = await Promise.all([done, softphone.command(call, action)]);
        timings.push([action, doneAtMs - askedAtMs]);
        await softphone.sees((view) => view.legId === call.legId && until(view));
    }
    return timings;
}
