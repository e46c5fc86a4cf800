import { createHash } from 'node:crypto';
import { constants, mkdir, open, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerUser } from './serverUser.ts';

const { O_RDONLY, O_DIRECTORY, O_NOFOLLOW } = constants;
const OWNER_ONLY = 0o700;

/** Short and of its own, because the path of a Unix socket has 107 bytes at most. */
export const socketFolderOf = (folder: string): string =>
    join(tmpdir(), `softphone-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);

/**
 * Makes the folder of PostgreSQL's socket, closed to other users: who reaches the socket is superuser. Its name can be
 * foretold, so it is refused when somebody else made it. Everything is done to the folder that was opened, so that
 * nothing else can be put in its place meanwhile.
 */
export async function makeSocketFolder(folder: string, user: ServerUser): Promise<void> {
    await mkdir(folder, { mode: OWNER_ONLY }).catch(ignoreExisting);
    const handle = await open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW).catch((cause: unknown) =>
        refuse(folder, 'is not a folder of its own', cause)
    );
    try {
        const { uid: owner } = await handle.stat();
        if (owner !== process.getuid?.() && owner !== user?.uid) refuse(folder, `belongs to another user (${owner})`);
        await handle.chmod(OWNER_ONLY);
        if (user) await handle.chown(user.uid, user.gid);
    } finally {
        await handle.close();
    }
}

/** Removes the folder, unless there is a socket in it: then another bridge has just started a server. */
export const removeSocketFolder = (folder: string): Promise<void> => rmdir(folder).catch(() => undefined);

function ignoreExisting(error: NodeJS.ErrnoException): void {
    if (error.code !== 'EEXIST') throw error;
}

function refuse(folder: string, reason: string, cause?: unknown): never {
    throw new Error(
        `PostgreSQL's socket cannot lie in ${folder}, because ${folder} ${reason}. ` +
            "Remove it, or set TMPDIR to a folder that belongs to the bridge's user.",
        { cause }
    );
}
