import { mobileOf } from '../local-org/phoneContacts.ts';
import { type QueueCall, readQueueCall, type TimedMessage } from './queueCall.ts';

export interface CallStream {
    readonly calls: readonly QueueCall[];
    /** In their order. */
    readonly messages: readonly TimedMessage[];
}

interface CallStreamOptions {
    readonly count: number;
    /** Between the beginnings of two calls. */
    readonly everyMs: number;
    /** Extensions; they take the calls in turns. */
    readonly agents: readonly string[];
}

/** So many queue calls that overlap, each with a customer of its own, as one stream of a PBX. */
export async function composeCallStream({ count, everyMs, agents }: CallStreamOptions): Promise<CallStream> {
    const play = await readQueueCall();
    const calls = Array.from({ length: count }, (_, index) => ({
        index,
        number: `55${mobileOf(index)}`,
        agent: agents[index % agents.length] ?? '',
        startsMs: index * everyMs
    }));
    const messages = calls.flatMap(play).toSorted((a, b) => a.atMs - b.atMs);
    return { calls, messages };
}

/** Each message again right after itself. */
export const eachTwice = (messages: readonly TimedMessage[]): TimedMessage[] =>
    messages.flatMap((message) => [message, message]);
