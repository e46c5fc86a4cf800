import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { userInfo } from 'node:os';
import { errorCodeOf } from '../../errorCode.ts';
import { type Finding, findingsOf } from '../../finding.ts';

const { ok, warn, fail } = findingsOf('store');

const BYTES_PER_GIGABYTE = 1e9;
/** Below this a busy day fills it. */
const LITTLE_GIGABYTES = 10;
/** What MixMonitor writes into a wav: 8,000 samples of two bytes a second. */
const BYTES_PER_HOUR = 16_000 * 3_600;

/**
 * Whether the bridge's own store can be written, and for how much there is room. Nothing is written.
 *
 * @param maxBytes of the largest recording that the bridge takes
 */
export async function checkStore(folder: string, maxBytes: number): Promise<Finding[]> {
    const path = await nearestThatIsThere(resolve(folder));
    try {
        if (!(await stat(path)).isDirectory())
            return [fail(`${path} is no folder`, 'let RECORDING_STORE_DIR name a folder, or one that can be made')];
        await access(path, constants.W_OK | constants.X_OK);
        const { bavail, bsize } = await statfs(path);
        return [room(folder, bavail * bsize, maxBytes)];
    } catch (error) {
        const user = userInfo().username;
        return [
            fail(
                `${path} cannot be written by ${user} (${errorCodeOf(error)})`,
                `let ${user} own it (\`chown ${user} ${path}\`), or set RECORDING_STORE_DIR to a folder that is theirs`
            )
        ];
    }
}

function room(folder: string, free: number, maxBytes: number): Finding {
    const saw = `${folder} has ${(free / BYTES_PER_GIGABYTE).toFixed(1)} GB free: some ${Math.floor(free / BYTES_PER_HOUR)} h of wav`;
    const todo = 'make room, or set RECORDING_STORE_DIR to a larger disk; what does not fit waits at its source';
    if (free < maxBytes) return fail(`${saw}, and one recording may have ${megabytes(maxBytes)} MB`, todo);
    return free < LITTLE_GIGABYTES * BYTES_PER_GIGABYTE ? warn(saw, todo) : ok(saw);
}

const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024));

/** The folder itself, or the one in which the bridge would begin to make it. */
async function nearestThatIsThere(path: string): Promise<string> {
    const isThere = await stat(path).then(
        () => true,
        (error: unknown) => errorCodeOf(error) !== 'ENOENT'
    );
    return isThere || dirname(path) === path ? path : nearestThatIsThere(dirname(path));
}
