import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { applyEvent } from '../../../../src/calls/applyEvent.ts';
import type { Call } from '../../../../src/calls/call.ts';
import type { CallEvent } from '../../../../src/contract/callEvent.ts';
import type { CallLog } from '../../../../src/telephony/asterisk/callLog/callLog.ts';
import { readCelLine } from '../../../../src/telephony/asterisk/callLog/celLine.ts';
import type { CelRecord } from '../../../../src/telephony/asterisk/callLog/celRecord.ts';
import { translateEvent } from '../../../../src/telephony/asterisk/translateEvent.ts';
import type { AmiMessage } from '../../../../src/telephony/asterisk/amiMessage.ts';
import { captureFile } from '../captureFile.ts';
import { newTranslation } from '../newTranslation.ts';

/** Calls of which both was recorded: what the manager interface told, and what was logged. */
export const CAPTURED_CALLS = [
    'agent-to-agent',
    'attended-transfer',
    'blind-transfer',
    'blind-transfer-to-queue',
    'consult-cancelled',
    'direct-answered',
    'direct-busy',
    'ivr-only',
    'outbound-answered',
    'outbound-busy',
    'outbound-originated',
    'queue-abandoned',
    'queue-agent-hangs-up',
    'queue-answered',
    'queue-busy-member',
    'queue-local-member',
    'queue-no-answer',
    'queue-refused',
    'queue-ring-all',
    'queue-takes-nobody',
    'queue-times-out'
] as const;

export type CapturedCall = (typeof CAPTURED_CALLS)[number];

export const logOf = (name: CapturedCall): string => captureFile(`callLog/${name}.csv`);

/** What a bridge that was there stored. */
export function eventsSeen(name: CapturedCall): CallEvent[] {
    const translation = newTranslation();
    return linesOf(readFileSync(captureFile(`callLog/${name}.jsonl`), 'utf8')).flatMap((line) => {
        const { receivedAt, event } = JSON.parse(line) as { receivedAt: string; event: AmiMessage };
        return translateEvent(event, receivedAt, translation);
    });
}

export async function recordsOf(name: CapturedCall): Promise<CelRecord[]> {
    return linesOf(await readFile(logOf(name), 'utf8')).map((line) => {
        const record = readCelLine(line);
        if (!record) throw new Error(`${name} holds a line that is no record`);
        return record;
    });
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** A log that is held in memory. */
export const logFrom = (records: readonly CelRecord[]): CallLog => ({
    async *since(instant) {
        yield* records.filter(({ time }) => time * 1000 >= Date.parse(instant));
    }
});

/** Calls moved as the store moves them: each key once. */
export class CallBook {
    readonly calls = new Map<string, Call>();
    readonly #keys = new Set<string>();

    store(event: CallEvent): void {
        if (this.#keys.has(event.key)) return;
        this.#keys.add(event.key);
        this.calls.set(event.callId, applyEvent(this.calls.get(event.callId) ?? null, event));
    }

    get all(): Call[] {
        return [...this.calls.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    }
}
