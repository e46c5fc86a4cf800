import { readFile } from 'node:fs/promises';
import { type AmiMessage, fieldOf } from '../../src/telephony/asterisk/amiMessage.ts';
import { AmiParser } from '../../src/telephony/asterisk/amiParser.ts';
import { paceRawCapture } from './paceRawCapture.ts';

/** One event of a recorded stream, and how long after the one before it was sent. */
export interface CaptureMessage {
    readonly message: AmiMessage;
    readonly afterMs: number;
}

/**
 * Reads a recorded AMI stream. `.jsonl` has one `{"receivedAt", "event"}` a line; anything else is taken for the
 * bytes that the PBX sent, of which only the events are kept. A last line that was cut off is left out.
 * Throws when the file can't be read or holds no event.
 */
export async function readCapture(path: string): Promise<CaptureMessage[]> {
    const bytes = await readFile(path);
    const messages = path.endsWith('.jsonl') ? readLines(bytes.toString('utf8'), path) : readBytes(bytes);
    if (messages.length === 0) throw new Error(`${path} holds no AMI event`);
    return messages;
}

const readBytes = (bytes: Buffer): CaptureMessage[] =>
    paceRawCapture(new AmiParser().push(bytes).filter((message) => fieldOf(message, 'Event') !== ''));

function readLines(text: string, path: string): CaptureMessage[] {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const wholeLines = isWhole(lines.at(-1)) ? lines : lines.slice(0, -1);
    let before: number | null = null;
    return wholeLines.map((line, index) => {
        const { receivedAt, event } = parseLine(line, `${path}:${index + 1}`);
        const atMs = Date.parse(receivedAt);
        const afterMs = Math.max(0, atMs - (before ?? atMs));
        before = atMs;
        // a header without a name is an artefact of recording
        const { '': _nameless, ...message } = event;
        return { message, afterMs };
    });
}

const isWhole = (line: string | undefined): boolean => line === undefined || line.trimEnd().endsWith('}}');

function parseLine(line: string, place: string): { receivedAt: string; event: Record<string, string | string[]> } {
    try {
        const { receivedAt, event } = JSON.parse(line);
        if (Number.isNaN(Date.parse(receivedAt)) || typeof event?.Event !== 'string') throw new Error('no event');
        return { receivedAt, event };
    } catch (error) {
        throw new Error(`${place} is not a line {"receivedAt", "event"} of a capture`, { cause: error });
    }
}
