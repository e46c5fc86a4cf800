import type { FileHandle } from 'node:fs/promises';
import { readCelLine } from './celLine.ts';

const BLOCK_BYTES = 64 * 1024;
/** Closer than this it is quicker to read than to look. */
const NEAR_BYTES = 4 * BLOCK_BYTES;

/**
 * Where in a file, whose lines are in the order of time, to begin reading so that nothing of this time or later is
 * missed: the first byte of a line. Halves what is left again and again, so a file of gigabytes costs some blocks.
 *
 * @param time seconds since 1970
 */
export async function seekTime(file: FileHandle, time: number): Promise<number> {
    let [from, to] = [0, (await file.stat()).size];
    while (to - from > NEAR_BYTES) {
        const middle = Math.floor((from + to) / 2);
        const line = await firstRecordAfter(file, middle);
        if (line && line.time < time && line.offset < to) from = line.offset;
        else to = middle;
    }
    return from;
}

async function firstRecordAfter(file: FileHandle, position: number): Promise<{ offset: number; time: number } | null> {
    const block = Buffer.alloc(BLOCK_BYTES);
    const { bytesRead } = await file.read(block, 0, BLOCK_BYTES, position);
    const read = block.subarray(0, bytesRead);
    let start = read.indexOf('\n') + 1;
    for (let end = read.indexOf('\n', start); start > 0 && end >= 0; end = read.indexOf('\n', start)) {
        const record = readCelLine(read.toString('utf8', start, end).replace(/\r$/, ''));
        if (record) return { offset: position + start, time: record.time };
        start = end + 1;
    }
    return null;
}
