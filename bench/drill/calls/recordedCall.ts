import { join } from 'node:path';
import { type AmiMessage, fieldOf } from '../../../bridge-server/src/telephony/asterisk/amiMessage.ts';
import { type CaptureMessage, readCapture } from '../../../bridge-server/tools/replay/readCapture.ts';
import type { LedgerCall, ServedLeg } from '../ledger.ts';

/** A call that an Asterisk tells of, event by event as one did, with people and identifiers of its own. */
export interface RecordedCall {
    readonly entry: LedgerCall;
    readonly messages: readonly CaptureMessage[];
    /**
     * The message that ends each leg that had the customer, or the whole call when there was none: it waits until a
     * bridge knows of what it ends.
     */
    readonly gates: ReadonlyMap<number, Known>;
}

/** What a bridge may have heard of: that a call began, or that a leg has the customer. */
export type Known = { readonly callBegan: string } | { readonly legServed: string };

/** What really happened, and who had the customer in it. */
const RECORDINGS = {
    'ami-queue-answered.jsonl': ['1001'],
    'ami-queue-recording.jsonl': ['1001'],
    'ami-queue-hold-unhold.jsonl': ['1001'],
    'ami-queue-rejected-by-softphone.jsonl': ['1002'],
    'ami-queue-blind-transfer.jsonl': ['1001', '1002'],
    'ami-queue-attended-transfer.jsonl': ['1001', '1002'],
    'ami-queue-outbound.jsonl': ['1001'],
    'ami-queue-abandoned.jsonl': []
} as const satisfies Record<string, readonly string[]>;

export type RecordingName = keyof typeof RECORDINGS;
export const RECORDING_NAMES = Object.keys(RECORDINGS) as RecordingName[];

const CAPTURES = join(import.meta.dirname, '../../../bridge-server/test/captures');

/** Each recording as it was made. */
export async function readRecordings(): Promise<ReadonlyMap<RecordingName, readonly CaptureMessage[]>> {
    const read = async (name: RecordingName) => [name, await readCapture(join(CAPTURES, name))] as const;
    return new Map(await Promise.all(RECORDING_NAMES.map(read)));
}

interface Cast {
    /** Unique among the calls of the drill. */
    readonly index: number;
    readonly number: string;
    /** Who plays the agents 1001 and 1002. */
    readonly agents: readonly [string, string];
}

/** The recording as another call: the same events with other identifiers, another customer and other agents. */
export function recast(name: RecordingName, recording: readonly CaptureMessage[], cast: Cast): RecordedCall {
    const rename = (text: string): string => renameIn(text, cast);
    const messages = recording.map(({ message, afterMs }) => ({
        message: Object.fromEntries(
            Object.entries(message).map(([key, value]) => [
                key,
                typeof value === 'string' ? rename(value) : value?.map(rename)
            ])
        ) as AmiMessage,
        afterMs
    }));
    const played = messages.map(({ message }) => message);
    const served = RECORDINGS[name].map((agent) => servedLeg(played, rename(agent)));
    const id = `asterisk:${fieldOf(played.find(isNewChannel) ?? {}, 'Linkedid')}`;
    const gates = served.map(({ legId }): [number, Known] => [endOf(played, legId), { legServed: legId }]);
    return {
        entry: {
            id,
            story: `recorded ${name.replace(/^ami-queue-|\.jsonl$/g, '')}`,
            protocol: null,
            number: cast.number,
            served
        },
        messages,
        gates: new Map(gates.length > 0 ? gates : [[played.findIndex(isAbandon), { callBegan: id }]])
    };
}

const CUSTOMERS = /5511987654321|5511912345678/g;
const AGENTS = /(?<![\d.-])100[12](?![\d.])/g;
const IDENTIFIERS = /\b(pbx1|out)-(?=\d{10})/g;
const CHANNEL_NUMBERS = /-([0-9a-f]{8})(?![0-9a-f-])/g;
const CHANNELS_PER_CALL = 256;

function renameIn(text: string, { index, number, agents }: Cast): string {
    const channelNumber = (digits: string) =>
        ((Number.parseInt(digits, 16) % CHANNELS_PER_CALL) + index * CHANNELS_PER_CALL).toString(16).padStart(8, '0');
    return text
        .replaceAll(IDENTIFIERS, (_, prefix: string) => `${prefix}c${index}-`)
        .replaceAll(CHANNEL_NUMBERS, (_, digits: string) => `-${channelNumber(digits)}`)
        .replaceAll(CUSTOMERS, number)
        .replaceAll(AGENTS, (agent) => (agent === '1001' ? agents[0] : agents[1]));
}

const isNewChannel = (message: AmiMessage): boolean => fieldOf(message, 'Event') === 'Newchannel';

const isAbandon = (message: AmiMessage): boolean => fieldOf(message, 'Event') === 'QueueCallerAbandon';

/** A leg is named by the channel of the agent's phone. */
function servedLeg(messages: readonly AmiMessage[], agent: string): ServedLeg {
    const phone = messages.find(
        (message) => isNewChannel(message) && fieldOf(message, 'Channel').startsWith(`PJSIP/${agent}-`)
    );
    if (!phone) throw new Error(`The recording has no phone of agent ${agent}`);
    return { legId: `asterisk:${fieldOf(phone, 'Uniqueid')}`, agent };
}

/** Where the leg's phone hangs up, or its agent hands the customer over. */
function endOf(messages: readonly AmiMessage[], legId: string): number {
    const uniqueid = legId.slice('asterisk:'.length);
    return messages.findIndex((message) => {
        switch (fieldOf(message, 'Event')) {
            case 'Hangup':
                return fieldOf(message, 'Uniqueid') === uniqueid;
            case 'BlindTransfer':
                return fieldOf(message, 'TransfererUniqueid') === uniqueid;
            case 'AttendedTransfer':
                return fieldOf(message, 'OrigTransfererUniqueid') === uniqueid;
            default:
                return false;
        }
    });
}
