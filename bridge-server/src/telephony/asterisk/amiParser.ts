import { StringDecoder } from 'node:string_decoder';
import type { AmiMessage } from './amiMessage.ts';
import { ChannelLines } from './channelLines.ts';

/** A block longer than this (in characters) is dropped: no event of a PBX comes near it. */
export const MAX_MESSAGE_LENGTH = 64 * 1024;

const BANNER = /^Asterisk Call Manager\//;
/** Stands for the part of a line that is not kept: the line must not look empty, for that would end the message. */
const CUT_OFF = '…';

type Fields = Record<string, string | string[]>;
const emptyFields = (): Fields => Object.create(null) as Fields;

/** Cuts a stream of bytes, however it was chunked, into AMI messages. Never throws. */
export class AmiParser {
    /** What the PBX said of itself at the start, such as `Asterisk Call Manager/11.0.0`. */
    banner: string | null = null;
    /** How many messages were too long and dropped. */
    dropped = 0;

    readonly #decoder = new StringDecoder('utf8');
    readonly #channelLines = new ChannelLines();
    #rest = '';
    #fields = emptyFields();
    #length = 0;

    /** The messages that this chunk completes. */
    push(chunk: Uint8Array): AmiMessage[] {
        const lines = (this.#rest + this.#decoder.write(chunk)).split('\n');
        this.#rest = lines.pop() ?? '';
        const messages = lines
            .flatMap((line) => this.#channelLines.take(line.endsWith('\r') ? line.slice(0, -1) : line))
            .flatMap((line) => this.#read(line));
        if (this.#length + this.#rest.length > MAX_MESSAGE_LENGTH) {
            this.#length = MAX_MESSAGE_LENGTH + 1;
            if (this.#rest.length > 1) this.#rest = CUT_OFF;
        }
        return messages;
    }

    #read(line: string): AmiMessage[] {
        if (line === '') return this.#finish();
        if (this.banner === null && BANNER.test(line)) {
            this.banner = line;
            return [];
        }
        this.#length += line.length;
        if (this.#length > MAX_MESSAGE_LENGTH) this.#fields = emptyFields();
        else this.#keep(line);
        return [];
    }

    /** Lines without a header name occur in real streams and mean nothing. */
    #keep(line: string): void {
        const colon = line.indexOf(':');
        const name = line.slice(0, Math.max(colon, 0)).trim();
        if (name === '') return;
        const value = line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1));
        const earlier = this.#fields[name];
        if (earlier === undefined) this.#fields[name] = value;
        else if (Array.isArray(earlier)) earlier.push(value);
        else this.#fields[name] = [earlier, value];
    }

    #finish(): AmiMessage[] {
        const message = this.#fields;
        const tooLong = this.#length > MAX_MESSAGE_LENGTH;
        this.#fields = emptyFields();
        this.#length = 0;
        if (tooLong) this.dropped += 1;
        return tooLong || Object.keys(message).length === 0 ? [] : [message];
    }
}
