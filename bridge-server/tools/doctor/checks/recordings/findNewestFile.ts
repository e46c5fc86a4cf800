import { readdir, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';

/** A file as a recording is named: by its folders within, without and with its format. */
export interface NewestFile {
    readonly path: string;
    /** Such as `2026/11/23/call-7`. */
    readonly name: string;
    /** Empty where there is none. */
    readonly format: string;
    readonly changedAtMs: number;
}

/** Recordings and their folders are named after the time, so that the newest are among the last by name. */
const MAX_FILES = 2_000;
const MAX_FOLDERS = 3;
/** Year, month, day, queue. */
const MAX_DEPTH = 4;

/** Null when there is none. Throws what the file system throws. */
export async function findNewestFile(folder: string, within = '', depth = 0): Promise<NewestFile | null> {
    const entries = await readdir(join(folder, within), { withFileTypes: true });
    const lastOf = (names: readonly string[], count: number) => names.toSorted().slice(-count);
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    const folders = depth < MAX_DEPTH ? entries.filter((entry) => entry.isDirectory()).map(({ name }) => name) : [];
    const found = await Promise.all([
        ...lastOf(files, MAX_FILES).map((name) => look(folder, join(within, name))),
        ...lastOf(folders, MAX_FOLDERS).map((name) =>
            findNewestFile(folder, join(within, name), depth + 1).catch(() => null)
        )
    ]);
    return found.filter((file) => file !== null).toSorted((a, b) => b.changedAtMs - a.changedAtMs)[0] ?? null;
}

async function look(folder: string, file: string): Promise<NewestFile | null> {
    const path = join(folder, file);
    const { dir, name, ext } = parse(file);
    const found = await stat(path).catch(() => null);
    return found && { path, name: join(dir, name), format: ext.slice(1), changedAtMs: found.mtimeMs };
}
