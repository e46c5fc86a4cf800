import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { Logger } from 'pino';
import type { CallLog } from './callLog.ts';
import { readCelLine } from './celLine.ts';
import type { CelRecord } from './celRecord.ts';
import { completeLines } from './completeLines.ts';
import { seekTime } from './seekTime.ts';

/** There is no file of the call log where it should be. */
export class CallLogMissing extends Error {
    override readonly name = 'CallLogMissing';
}

/** A file of the call log was put out of the way just when it was to be read: read all of it again. */
class CallLogRotated extends Error {
    override readonly name = 'CallLogRotated';
}

interface LogFile {
    readonly path: string;
    /** Which file it is, whatever it is called later. */
    readonly inode: number;
}

/**
 * A call log that Asterisk's `cel_custom` writes, together with what was rotated out of it: beside `softphone.csv`
 * also `softphone.csv.1`, `softphone.csv-20261123`, each also with `.gz`.
 *
 * @param path of the file
 */
export function createCelFile({ path, log }: { readonly path: string; readonly log: Logger }): CallLog {
    return {
        async *since(instant) {
            const time = Date.parse(instant) / 1000;
            let unreadable = 0;
            for (const file of await filesSince(path, time * 1000)) {
                for await (const line of linesSince(file, time)) {
                    const record: CelRecord | null = readCelLine(line);
                    if (!record) unreadable += 1;
                    else if (record.time >= time) yield record;
                }
            }
            if (unreadable > 0) log.warn({ unreadable }, 'lines of the call log are none that cel_custom should write');
        }
    };
}

/** The files that were written to since then, the oldest first. Throws CallLogMissing when there is none at all. */
async function filesSince(path: string, sinceMs: number): Promise<LogFile[]> {
    const folder = dirname(path);
    const own = basename(path);
    const names = (await readdir(folder)).filter(
        (name) => name === own || name.startsWith(`${own}.`) || name.startsWith(`${own}-`)
    );
    if (names.length === 0) throw new CallLogMissing(`there is no call log at ${path}`);
    const files = await Promise.all(
        names.map(async (name) => {
            const { ino, mtimeMs } = await stat(join(folder, name));
            return { path: join(folder, name), inode: ino, writtenMs: mtimeMs };
        })
    );
    return files.filter(({ writtenMs }) => writtenMs >= sinceMs).toSorted((a, b) => a.writtenMs - b.writtenMs);
}

async function* linesSince({ path, inode }: LogFile, time: number): AsyncGenerator<string> {
    const file = await open(path);
    try {
        if ((await file.stat()).ino !== inode) throw new CallLogRotated('the call log was rotated while it was read');
        yield* completeLines(path.endsWith('.gz') ? unpacked(file) : plain(file, await seekTime(file, time)));
    } finally {
        await file.close();
    }
}

const plain = (file: FileHandle, start: number): AsyncIterable<string> =>
    file.createReadStream({ start, encoding: 'utf8', autoClose: false });

function unpacked(file: FileHandle): AsyncIterable<string> {
    const packed = file.createReadStream({ autoClose: false });
    const text = packed.pipe(createGunzip()).setEncoding('utf8');
    packed.on('error', (error) => text.destroy(error));
    return text as AsyncIterable<string>;
}
