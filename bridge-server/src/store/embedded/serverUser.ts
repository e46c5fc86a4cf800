import { chown, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** As whom PostgreSQL runs; null: as the bridge itself. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null;

const NOBODY = { uid: 65534, gid: 65534 };

/** PostgreSQL refuses to run as root: then it runs as nobody. */
export const findServerUser = (): ServerUser => (process.getuid?.() === 0 ? NOBODY : null);

/** Makes a folder that PostgreSQL may write to. */
export async function makeServerFolder(folder: string, user: ServerUser): Promise<void> {
    // the folders above it stay as others may enter them: the mode would be theirs, too
    await mkdir(dirname(folder), { recursive: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (user) await chown(folder, user.uid, user.gid);
}
