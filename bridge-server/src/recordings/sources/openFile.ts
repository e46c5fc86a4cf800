import type { BigIntStats } from 'node:fs';
import { constants, type FileHandle, open } from 'node:fs/promises';
import { type OpenedRecording, type OpenRequest, SourceError, type SourceErrorCode } from '../recordingSource.ts';
import { guardStream, stopped } from './guardStream.ts';

const CODES: ReadonlyMap<string, SourceErrorCode> = new Map([
    ['ENOENT', 'absent'],
    ['ENOTDIR', 'absent'],
    ['ENAMETOOLONG', 'absent'],
    ['EACCES', 'refused'],
    ['EPERM', 'refused'],
    ['ELOOP', 'forbidden']
]);

// a pipe would keep whoever opens it waiting for a writer
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Opens a file as a recording. Its version is made of size, time and inode; a file that is written to while it is read
 * fails with `changed`.
 *
 * Throws SourceError.
 *
 * @param path absolute, and of no symbolic link
 */
export async function openFile(path: string, { from, version, signal }: OpenRequest): Promise<OpenedRecording> {
    if (signal.aborted) throw stopped(signal);
    const file = await open(path, FLAGS).catch(failOfFile);
    try {
        const stats = await file.stat({ bigint: true });
        if (!stats.isFile()) throw new SourceError('absent', 'What is there is no file');
        const ownVersion = versionOf(stats);
        const start = version === ownVersion ? from : 0;
        return {
            stream: readFrom(file, start, ownVersion, signal),
            from: start,
            bytes: Number(stats.size),
            version: ownVersion
        };
    } catch (error) {
        await file.close();
        return failOfFile(error);
    }
}

function readFrom(file: FileHandle, start: number, version: string, signal: AbortSignal) {
    // closed by itself it could not be looked at once more
    const source = file.createReadStream({ start, autoClose: false });
    source.once('close', () => void file.close().catch(() => undefined));
    return guardStream(source, {
        signal,
        async atEnd() {
            if (versionOf(await file.stat({ bigint: true })) === version) return;
            throw new SourceError('changed', 'The file was written to while it was read');
        }
    });
}

const versionOf = ({ size, mtimeNs, ino }: BigIntStats): string => `${size}-${mtimeNs}-${ino}`;

/** Throws the SourceError for what the file system said. */
export function failOfFile(error: unknown): never {
    if (error instanceof SourceError) throw error;
    const said = typeof error === 'object' && error && 'code' in error ? String(error.code) : 'no code';
    throw new SourceError(CODES.get(said) ?? 'unavailable', `The file cannot be used (${said})`, { cause: error });
}
