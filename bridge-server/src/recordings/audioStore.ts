import { randomBytes } from 'node:crypto';
import { mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { codeOf, inStore, OutsideStoreError, PartTakenError } from './audioStoreError.ts';
import { type AudioPart, createAudioPart } from './audioStorePart.ts';

/** What a finished recording's file is named after. */
export interface FileOf {
    /** yyyy-mm-dd */
    readonly day: string;
    readonly part: number;
    /** Without the dot. */
    readonly extension: string;
}

/** Recordings are personal data: nobody but the bridge's own user reads them. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
const PART_LIVES_MS = 7 * 24 * 60 * 60_000;
/** So many are looked at in one clean-up; the rest waits for the next. */
const MOST_LEFTOVERS = 10_000;
const INCOMING = 'incoming';

/**
 * The bridge's own copies of recordings, as files in one folder that all replicas share: `yyyy/mm/dd/…` whole ones, and
 * `incoming/` those on their way. Every method throws AudioStoreError.
 *
 * @param folder made when it is missing
 */
export function createAudioStore({ folder }: { readonly folder: string }) {
    const root = resolve(folder);
    const incoming = join(root, INCOMING);
    const partPath = (id: string): string => pathOf(`${INCOMING}/${id}.part`);

    /** Absolute. Throws OutsideStoreError for a name that leaves the folder. */
    function pathOf(file: string): string {
        const path = resolve(root, file);
        const leaves = isAbsolute(file) || file.includes('\0') || file.includes('\\') || !path.startsWith(root + sep);
        if (leaves) throw new OutsideStoreError('A name of a recording leads out of the store');
        return path;
    }

    return {
        pathOf,

        /** How much of a recording an earlier try left. */
        partBytes: (id: string): Promise<number> =>
            inStore(async () => {
                try {
                    return (await stat(partPath(id))).size;
                } catch (error) {
                    if (codeOf(error) === 'ENOENT') return 0;
                    throw error;
                }
            }),

        /**
         * Whoever opened it closes it.
         *
         * @param from how many bytes of an earlier try to keep. With 0 it is another file: a replica that still writes
         * to the earlier one, without knowing that it lost the recording, does this one no harm
         */
        openPart: (id: string, from: number): Promise<AudioPart> =>
            inStore(async () => {
                const path = partPath(id);
                await mkdir(incoming, { recursive: true, mode: FOLDER_MODE });
                if (from === 0) await rm(path, { force: true });
                const file = await open(path, from === 0 ? 'wx+' : 'r+', FILE_MODE);
                return createAudioPart(id, file, from);
            }),

        /**
         * Makes a recording of a part, which is closed: a power loss leaves either nothing or the whole. Resolves to
         * its name, relative to the folder. The name is given once, so that whoever removes it removes no other copy.
         * Throws PartTakenError.
         */
        finish: (part: AudioPart, { day, part: number, extension }: FileOf): Promise<string> =>
            inStore(async () => {
                try {
                    const name = `${part.id}-${number}-${randomBytes(4).toString('hex')}.${extension}`;
                    const file = `${dayFolder(day)}/${name}`;
                    const path = pathOf(file);
                    const mine = await part.file.stat();
                    const there = await stat(partPath(part.id)).catch(() => null);
                    if (mine.ino !== there?.ino) throw new PartTakenError('Another replica copies the same recording');
                    await part.file.truncate(part.bytes());
                    await part.file.sync();
                    await part.close();
                    const made = await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
                    await rename(partPath(part.id), path);
                    await syncFolders(dirname(path), made === undefined ? dirname(path) : root);
                    return file;
                } finally {
                    await part.close();
                }
            }),

        /** Removes what a try left; none is no error. */
        discard: (id: string): Promise<void> => inStore(() => rm(partPath(id), { force: true })),

        /**
         * Removes other copies of the same recording, which no replica lived to note.
         *
         * @param file the one that is noted by now
         */
        removeOthers: (id: string, file: string): Promise<void> =>
            inStore(() => removeCopies(id, dirname(pathOf(file)), basename(file))),

        /**
         * Removes all that tries to copy a recording left: a part, and copies which no replica lived to note.
         *
         * @param day of the call, yyyy-mm-dd
         */
        removeLeft: ({ id, day }: { readonly id: string; readonly day: string }): Promise<void> =>
            inStore(async () => {
                await rm(partPath(id), { force: true });
                await removeCopies(id, pathOf(dayFolder(day)), null);
            }),

        /**
         * A file that is gone is no error. Where its folder is gone, too, this is not the store it was copied into, such
         * as while a disk is not mounted: then it may still be there.
         */
        remove: (file: string): Promise<void> =>
            inStore(async () => {
                await stat(dirname(pathOf(file)));
                await rm(pathOf(file), { force: true });
            }),

        /** Removes parts to which nobody has added for a week. Resolves to their number. */
        removeLeftovers: (now: number = Date.now()): Promise<number> =>
            inStore(async () => {
                await mkdir(incoming, { recursive: true, mode: FOLDER_MODE });
                let [seen, removed] = [0, 0];
                for await (const { name } of await opendir(incoming)) {
                    if (++seen > MOST_LEFTOVERS) break;
                    const path = join(incoming, name);
                    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
                    if (now - mtimeMs < PART_LIVES_MS) continue;
                    await rm(path, { force: true });
                    removed++;
                }
                return removed;
            })
    };
}

export type AudioStore = ReturnType<typeof createAudioStore>;

const dayFolder = (day: string): string => day.replaceAll('-', '/');

/** @param kept the name of the one that stays; null: none does */
async function removeCopies(id: string, folder: string, kept: string | null): Promise<void> {
    const names = await readdir(folder).catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return [];
        throw error;
    });
    for (const name of names)
        if (name.startsWith(`${id}-`) && name !== kept) await rm(join(folder, name), { force: true });
}

/** Makes the names in a folder last, and in those above it up to the last one. */
async function syncFolders(folder: string, last: string): Promise<void> {
    // Windows has no way to do it
    if (process.platform === 'win32') return;
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
    if (folder !== last && folder !== dirname(folder)) await syncFolders(dirname(folder), last);
}
