import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { userInfo } from 'node:os';
import { createRecordingFolder } from '../../../src/recordings/recordingFolder.ts';
import { errorCodeOf } from '../errorCode.ts';
import { type Finding, findingsOf } from '../finding.ts';
import { formatAge } from '../formatAge.ts';

const { ok, warn, fail } = findingsOf('recordings');

/** A recording's name begins or ends with the time, so that the newest are among the last by name. */
const MAX_LOOKED_AT = 2_000;
const OLD_MS = 7 * 24 * 60 * 60_000;

interface File {
    readonly path: string;
    readonly name: string;
    readonly format: string;
    readonly changedAtMs: number;
}

/** Whether the bridge can serve what the PBX records; as the user who runs this, who should be the bridge's. */
export async function checkRecordings(folder: string, nowMs: number): Promise<Finding[]> {
    const user = userInfo().username;
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => errorCodeOf(error));
    if (typeof entries === 'string') return [unreadable(folder, entries, user)];
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    const files = await Promise.all(
        names
            .toSorted()
            .slice(-MAX_LOOKED_AT)
            .map((name) => look(folder, name))
    );
    const newest = files.filter((file) => file !== null).toSorted((a, b) => b.changedAtMs - a.changedAtMs)[0];
    if (!newest)
        return [
            entries.some((entry) => entry.isDirectory())
                ? warn(
                      `${folder} holds folders and no file; the bridge serves files right in it`,
                      "let MixMonitor write into one folder (docs/asterisk.md), or set RECORDINGS_DIR to today's"
                  )
                : warn(`${folder} is empty`, 'call once, and look whether MixMonitor writes here (docs/asterisk.md)')
        ];
    if (!(await canRead(newest.path)))
        return [
            fail(
                `the newest file in ${folder} may not be read by ${user}`,
                `put ${user} into the group of the PBX (\`usermod -aG asterisk ${user}\`), and let Asterisk write with umask 027`
            )
        ];
    const age = `the newest file in ${folder} is ${formatAge(nowMs - newest.changedAtMs)} old`;
    if (!(await createRecordingFolder(folder).find(newest.name, newest.format)))
        return [
            fail(
                `${age} and is not served: ${newest.format || 'no format'}`,
                'MixMonitor files end in .wav, .mp3, .ogg or .gsm, and their names in letters, digits, ., _ and -'
            )
        ];
    return [
        nowMs - newest.changedAtMs > OLD_MS ? warn(age, 'is this the folder of this PBX?') : ok(`${age}, readable`)
    ];
}

function unreadable(folder: string, code: string, user: string): Finding {
    return code === 'ENOENT'
        ? fail(
              `${folder} does not exist`,
              "RECORDINGS_DIR must be the PBX's folder, mounted where the PBX is elsewhere; some come with the first recording"
          )
        : fail(
              `${folder} cannot be read by ${user} (${code})`,
              `put ${user} into the group of the PBX (\`usermod -aG asterisk ${user}\`) and let the group read and enter the folder (\`chmod 750\`)`
          );
}

async function look(folder: string, fileName: string): Promise<File | null> {
    const path = join(folder, fileName);
    const { name, ext } = parse(fileName);
    const found = await stat(path).catch(() => null);
    return found && { path, name, format: ext.slice(1), changedAtMs: found.mtimeMs };
}

const canRead = (path: string): Promise<boolean> =>
    access(path, constants.R_OK).then(
        () => true,
        () => false
    );
