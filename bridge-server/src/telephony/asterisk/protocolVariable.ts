import type { CallEvent } from '../../contract/callEvent.ts';
import type { SnapshotCall } from '../../calls/reconcileSnapshot.ts';
import { type AmiMessage, fieldOf } from './amiMessage.ts';
import { idOf, linkedidOf } from './trackedCalls.ts';

/** As the contract takes it. */
const PROTOCOL = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * The protocol that the dial plan gives a call, in a channel variable. The PBX tells it with every event of the channel
 * (manager.conf: `channelvars`), so it is there with the first one, when the call's protocol is settled.
 *
 * @param variable null: the bridge issues every protocol
 */
export function createProtocolVariable(variable: string | null) {
    function protocolIn(message: AmiMessage): string | null {
        if (variable === null) return null;
        const values = [message['ChanVariable'] ?? []].flat();
        const value = values.find((each) => each.startsWith(`${variable}=`))?.slice(variable.length + 1) ?? '';
        return PROTOCOL.test(value) ? value : null;
    }

    return {
        /** The events with the protocol that their message tells. */
        addTo(events: readonly CallEvent[], message: AmiMessage): CallEvent[] {
            const protocol = events.length > 0 ? protocolIn(message) : null;
            return events.map((event) =>
                protocol === null ? event : { ...event, facts: { protocol, ...event.facts } }
            );
        },

        /** The living calls, or what the log tells of them, with the protocols of the channels that began them. */
        addToLiving<Told extends Pick<SnapshotCall, 'callId' | 'facts'>>(
            told: readonly Told[],
            channels: readonly AmiMessage[]
        ): Told[] {
            if (variable === null) return [...told];
            const protocols = new Map(
                channels.map((channel) => [idOf(fieldOf(channel, 'Uniqueid')), protocolIn(channel)])
            );
            return told.map((each) => {
                const protocol = protocols.get(each.callId) ?? null;
                return protocol === null ? each : { ...each, facts: { protocol, ...each.facts } };
            });
        },

        /**
         * What sets the protocol that the bridge issued on the channel that began the call, which has its Linkedid for
         * Uniqueid; null where none is set.
         */
        setting: (callId: string, protocol: string) =>
            variable === null
                ? null
                : { Action: 'Setvar', Channel: linkedidOf(callId), Variable: variable, Value: protocol }
    };
}

export type ProtocolVariable = ReturnType<typeof createProtocolVariable>;
