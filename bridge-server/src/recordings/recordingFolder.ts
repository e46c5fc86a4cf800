import { copyFile, mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export interface RecordingFile {
    /** Absolute. */
    readonly path: string;
    readonly contentType: string;
    readonly format: string;
}

const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
    ['wav', 'audio/wav'],
    ['mp3', 'audio/mpeg'],
    ['ogg', 'audio/ogg'],
    ['gsm', 'audio/gsm']
]);

/** A plain file name: no folders, nothing hidden. */
const SAFE_NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,200}$/;

/** Recordings in a folder, such as the PBX's spool: `name.format`. */
export function createRecordingFolder(folder: string) {
    const root = resolve(folder);

    const pathOf = (name: string, format: string): string | null =>
        SAFE_NAME.test(name) && CONTENT_TYPES.has(format) ? join(root, `${name}.${format}`) : null;

    return {
        /** Null when there is no such recording (yet). */
        async find(name: string, format: string): Promise<RecordingFile | null> {
            const path = pathOf(name, format);
            const contentType = CONTENT_TYPES.get(format);
            if (!path || !contentType) return null;
            const isFile = await stat(path).then(
                (found) => found.isFile(),
                () => false
            );
            return isFile ? { path, contentType, format } : null;
        },

        /** Puts a copy of an audio file under a recording's name. */
        async add(name: string, format: string, audioFile: string): Promise<void> {
            const path = pathOf(name, format);
            if (!path) throw new Error(`${name}.${format} is no name for a recording`);
            await mkdir(root, { recursive: true });
            await copyFile(audioFile, path);
        }
    };
}

export type RecordingFolder = ReturnType<typeof createRecordingFolder>;
