import { openAudioPort } from './audio/audioPort.ts';
import type { Address } from './audio/rtpPacket.ts';
import { placedCall } from './scenarios/placedCall.ts';
import { createSipCall, type SipCall } from './sipCall.ts';
import type { ControlMessage } from './sipp/controlMessage.ts';
import { createMailbox } from './sipp/mailbox.ts';
import { startSipp } from './sipp/startSipp.ts';

export interface PlaceCallOptions {
    readonly pbx: Address;
    /** For the names of files and for messages. */
    readonly who: string;
    readonly from: string;
    readonly name: string;
    readonly password?: string;
    readonly to: string;
    readonly toneHz: number;
    readonly localAddress: string;
    readonly folder: string;
}

let placed = 0;

/** Calls `to`; resolves when the INVITE is under way. The sipp process lasts as long as the call. */
export async function placeCall(options: PlaceCallOptions): Promise<SipCall> {
    const { pbx, who, from, name, password, to, toneHz, localAddress, folder } = options;
    const audio = await openAudioPort(localAddress, toneHz);
    const told = createMailbox<ControlMessage>();
    const first = Promise.withResolvers<ControlMessage>();
    placed += 1;
    const sipp = await startSipp(
        {
            name: `${who}-${placed}`,
            folder,
            scenario: placedCall,
            pbx,
            localAddress,
            to,
            calls: 1,
            keys: {
                caller_name: name,
                caller_number: from,
                ear_port: String(audio.port)
            },
            more: password ? ['-au', from, '-ap', password] : []
        },
        (message) => {
            first.resolve(message);
            told.put(message);
        }
    );
    const { callId } = await Promise.race([
        first.promise,
        sipp.gone.then(() => Promise.reject(new Error(`${who} could not call ${to}; see ${folder}.`)))
    ]);
    const call = createSipCall({
        who,
        id: callId,
        number: to,
        audio,
        pbx,
        send: (command, fields) => sipp.command(callId, command, fields),
        ended: () => undefined
    });
    told.openTo(call.receive);
    void sipp.gone.then(() => told.put({ callId, event: 'aborted', fields: {} }));
    return call;
}
