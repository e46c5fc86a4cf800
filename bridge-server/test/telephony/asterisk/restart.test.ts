import { applyEvent } from '../../../src/calls/applyEvent.ts';
import type { Call } from '../../../src/calls/call.ts';
import { reconcileSnapshot } from '../../../src/calls/reconcileSnapshot.ts';
import type { CallEvent } from '../../../src/contract/callEvent.ts';
import { readSnapshot, toSnapshotCalls } from '../../../src/telephony/asterisk/asteriskSnapshot.ts';
import { translateEvent } from '../../../src/telephony/asterisk/translateEvent.ts';
import { LiveChannels } from '../../../tools/replay/liveChannels.ts';
import { type CaptureMessage, readCapture } from '../../../tools/replay/readCapture.ts';
import { captureFile } from './captureFile.ts';
import { newTranslation } from './newTranslation.ts';

const AT = '2026-11-23T12:00:00.000Z';

/** Every call of the events, moved as the store moves it: each key once. */
class CallBook {
    readonly calls = new Map<string, Call>();
    readonly #keys = new Set<string>();

    store(events: readonly CallEvent[]): void {
        for (const event of events) {
            if (this.#keys.has(event.key)) continue;
            this.#keys.add(event.key);
            this.calls.set(event.callId, applyEvent(this.calls.get(event.callId) ?? null, event));
        }
    }

    get open(): Call[] {
        return [...this.calls.values()].filter(({ endedAt }) => endedAt === null);
    }
}

/** Plays a capture to a bridge that is killed before one of its messages and comes back at once. */
function playWithRestart(capture: readonly CaptureMessage[], restartBefore: number) {
    const live = new LiveChannels();
    const book = new CallBook();
    let translation = newTranslation();
    let wasShown = true;
    capture.forEach(({ message }, index) => {
        if (index === restartBefore) {
            translation = newTranslation();
            const snapshot = { channels: live.channels(0), queueEntries: live.queueEntries(), takenAt: AT };
            translation.calls.replaceAll(readSnapshot(snapshot, translation.agentOf, () => false));
            const shown = toSnapshotCalls([...translation.calls.all()]);
            wasShown = book.open.every(({ id }) => shown.some(({ callId }) => callId === id));
            book.store(reconcileSnapshot(book.open, shown, AT));
        }
        live.apply(message, 0);
        book.store(translateEvent(message, AT, translation));
    });
    return { calls: [...book.calls.values()].map(summarize), wasShown };
}

const summarize = ({ id, direction, number, callerName, queue, endedAt, recording, legs }: Call) => ({
    ...{ id, direction, number, callerName, queue, recording },
    isOver: endedAt !== null,
    legs: legs.map((leg) => ({
        ...{ id: leg.id, agent: leg.agent, kind: leg.kind, state: leg.state, transfer: leg.transfer?.mode },
        wasAnswered: leg.answeredAt !== null
    }))
});

test.each([
    'ami-queue-answered.jsonl',
    'ami-queue-abandoned.jsonl',
    'ami-queue-attended-transfer.jsonl',
    'ami-queue-blind-transfer.jsonl',
    'ami-queue-hold-unhold.jsonl',
    'ami-queue-outbound.jsonl',
    'ami-queue-rejected-by-softphone.jsonl',
    'ami-queue-snoop-hold.jsonl'
])('a bridge that is killed and comes back at any moment of %s stores the same call', async (name) => {
    const capture = await readCapture(captureFile(name));
    const undisturbed = playWithRestart(capture, -1).calls;
    for (const [index, { message }] of capture.entries()) {
        const { calls, wasShown } = playWithRestart(capture, index);
        const differences = {
            before: `${index} ${message['Event']}`,
            calls: wasShown ? calls : calls.map(withoutRecording)
        };
        // in the last milliseconds the caller's channel is past the queue: the call is taken for ended
        expect(differences).toEqual({
            ...differences,
            calls: wasShown ? undisturbed : undisturbed.map(withoutRecording)
        });
    }
});

const withoutRecording = <T extends { recording: unknown }>(call: T) => ({ ...call, recording: undefined });
