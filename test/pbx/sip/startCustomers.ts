import type { Address } from './audio/rtpPacket.ts';
import { answerLater, receiveCalls, type ReceivedCall } from './receiveCalls.ts';
import type { SipCall } from './sipCall.ts';
import { createStates } from './sipp/states.ts';

export interface CustomersOptions {
    readonly pbx: Address;
    /** Where the PBX sends outside calls: the carrier's address. */
    readonly address: string;
    readonly port: number;
    readonly folder: string;
    readonly toneHz?: number;
    /** How long it rings before they take the call. */
    readonly answerAfterMs?: number;
}

/** People outside, whom the PBX reaches through the carrier. */
export interface Customers {
    /** The newest call to the number, each call once; waits until there is one. `limitMs` is 15 s if not given. */
    called(number: string, limitMs?: number): Promise<SipCall>;
    stop(): Promise<void>;
}

const CUSTOMER_HZ = 620;
const ANSWER_AFTER_MS = 300;

/**
 * Numbers decide what happens: those ending in 0000 are busy, in 8888 unknown, in 7777 out of order, those in 9999 ring
 * for ever; everybody else takes the call.
 */
function meet(call: ReceivedCall, answerAfterMs: number): void {
    if (call.to.endsWith('0000')) return call.refuse(486);
    if (call.to.endsWith('8888')) return call.refuse(404);
    if (call.to.endsWith('7777')) return call.refuse(503);
    call.ring();
    if (!call.to.endsWith('9999')) answerLater(call, answerAfterMs);
}

export async function startCustomers(options: CustomersOptions): Promise<Customers> {
    const { pbx, address, port, folder, toneHz = CUSTOMER_HZ, answerAfterMs = ANSWER_AFTER_MS } = options;
    const newest = createStates<string>('Who is called outside', 'nobody');
    const calls = new Map<string, SipCall>();
    const sipp = await receiveCalls({
        name: 'customers',
        folder,
        pbx,
        localAddress: address,
        localPort: port,
        toneHz: () => toneHz,
        offered(call) {
            calls.set(call.to, call);
            newest.move('nobody');
            newest.move(call.to);
            meet(call, answerAfterMs);
        }
    });
    return {
        async called(number, limitMs) {
            const known = calls.get(number);
            if (!known) await newest.until(number, limitMs);
            const call = known ?? calls.get(number);
            if (!call) throw new Error('The PBX called a number and nobody knows it.');
            calls.delete(number);
            return call;
        },
        stop: sipp.stop
    };
}
