import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import { fieldOf } from '../../../bridge-server/src/telephony/asterisk/amiMessage.ts';
import type { Softphone } from '../stack/softphone.ts';
import type { PbxClock } from './watchPbx.ts';

/** Which event of the PBX makes a leg be so, and where it names the agent's channel. */
const MAKES: Readonly<Record<string, { readonly state: CallView['state']; readonly channel: string }>> = {
    AgentCalled: { state: 'ringing', channel: 'DestUniqueid' },
    AgentConnect: { state: 'talking', channel: 'DestUniqueid' },
    Hangup: { state: 'ended', channel: 'Uniqueid' }
};

/**
 * Takes, from now on, how long it is from an event of the PBX (its own time) to the agent's softphone (time of arrival):
 * ringing, answered, over. Both on one machine, so by one clock.
 */
export function timeToStream(clock: PbxClock, softphones: readonly Softphone[]): { timings(): number[] } {
    const told = new Map<string, number>();
    const seen = new Map<string, number>();
    const remember = (moments: Map<string, number>, key: string, atMs: number) => {
        if (!moments.has(key)) moments.set(key, atMs);
    };
    clock.onEvent((message, atMs) => {
        const made = MAKES[fieldOf(message, 'Event')];
        if (made) remember(told, `asterisk:${fieldOf(message, made.channel)} ${made.state}`, atMs);
    });
    for (const softphone of softphones)
        softphone.watch(({ legId, state }) =>
            remember(seen, `${legId} ${state}`, performance.timeOrigin + performance.now())
        );
    return {
        timings: () =>
            [...told].flatMap(([key, toldAtMs]) => {
                const seenAtMs = seen.get(key);
                return seenAtMs === undefined ? [] : [seenAtMs - toldAtMs];
            })
    };
}
