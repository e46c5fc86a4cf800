import type { Address } from './audio/rtpPacket.ts';
import { placeCall } from './placeCall.ts';
import type { SipCall } from './sipCall.ts';

export interface CallerOptions {
    readonly pbx: Address;
    /** The caller's number. */
    readonly from: string;
    readonly name?: string;
    readonly to: string;
    readonly toneHz?: number;
    /** By which the PBX knows the carrier. */
    readonly localAddress: string;
    readonly folder: string;
}

const CALLER_HZ = 440;

/** A customer's call as the carrier brings it. `hangUp` before the answer is what `abandon` says. */
export interface Caller extends SipCall {
    abandon(): Promise<void>;
}

export async function startCaller(options: CallerOptions): Promise<Caller> {
    const call = await placeCall({ toneHz: CALLER_HZ, ...options, name: options.name ?? '', who: 'caller' });
    return { ...call, abandon: call.hangUp };
}
