import { join } from 'node:path';
import { type AmiMessage, fieldOf } from '../../bridge-server/src/telephony/asterisk/amiMessage.ts';
import { readCapture } from '../../bridge-server/tools/replay/readCapture.ts';

/** One message of a stream, and when it is sent, in ms from the beginning of the stream. */
export interface TimedMessage {
    readonly atMs: number;
    readonly message: AmiMessage;
}

/** What distinguishes one call of a stream from the others. */
export interface QueueCall {
    readonly index: number;
    /** Digits with country code, such as `5511987654321`. */
    readonly number: string;
    /** The agent's extension. */
    readonly agent: string;
    readonly startsMs: number;
}

const CAPTURE = join(import.meta.dirname, '../../bridge-server/test/captures/ami-queue-answered.jsonl');
/** What the capture has of its own. */
const RECORDED = {
    uniqueid: /pbx1-1795402035\.(\d)/g,
    channel: /(PJSIP\/(?:carrier|1001))-0000000(\d)/g,
    bridge: /edff1ee4/g,
    caller: /5511987654321/g,
    agent: /\b1001\b/g
};
const FIRST_EPOCH = 1_795_500_000;
/** Longer than this nobody waits but a person: for the ringing, for the conversation. */
const PERSON_MS = 500;
/** The people of the capture are in a hurry; a conversation must be longer than a bridge takes to start again. */
const PATIENCE = 3;

/** A captured call of a queue, answered and ended by the customer: what to play for another call of its kind. */
export async function readQueueCall(): Promise<(call: QueueCall) => TimedMessage[]> {
    const recorded = ofTheCall(await readCapture(CAPTURE));
    return (call) =>
        recorded.map(({ atMs, message }) => ({ atMs: call.startsMs + atMs, message: asCall(message, call) }));
}

/** The messages of the call itself, from its first on, at the pace of patient people. */
function ofTheCall(capture: Awaited<ReturnType<typeof readCapture>>): TimedMessage[] {
    const first = capture.findIndex(({ message }) => fieldOf(message, 'Event') === 'Newchannel');
    let atMs = 0;
    return capture.slice(first).flatMap(({ message, afterMs }, position) => {
        if (position > 0) atMs += afterMs > PERSON_MS ? afterMs * PATIENCE : afterMs;
        return fieldOf(message, 'Linkedid') || fieldOf(message, 'BridgeUniqueid') ? [{ atMs, message }] : [];
    });
}

const asCall = (message: AmiMessage, call: QueueCall): AmiMessage =>
    Object.fromEntries(
        Object.entries(message).map(([name, value]) => [
            name,
            typeof value === 'string' ? renamed(value, call) : value.map((each) => renamed(each, call))
        ])
    );

const renamed = (value: string, { index, number, agent }: QueueCall): string =>
    value
        .replace(RECORDED.uniqueid, (_, channel: string) => `pbx1-${FIRST_EPOCH + index}.${channel}`)
        .replace(RECORDED.channel, (_, name: string, channel: string) => {
            const serial = hexadecimal(index * 2 + Number(channel));
            return `${name}-${serial}`;
        })
        .replace(RECORDED.bridge, hexadecimal(index))
        .replace(RECORDED.caller, number)
        .replace(RECORDED.agent, agent);

const hexadecimal = (value: number): string => value.toString(16).padStart(8, '0');
