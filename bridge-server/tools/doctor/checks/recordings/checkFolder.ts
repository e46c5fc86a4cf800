import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { audioFormatOf } from '../../../../src/recordings/formats.ts';
import { recordingPath } from '../../../../src/recordings/sources/recordingPath.ts';
import { errorCodeOf } from '../../errorCode.ts';
import { type Finding, findingsOf } from '../../finding.ts';
import { formatAge } from '../../formatAge.ts';
import { findNewestFile } from './findNewestFile.ts';

const { ok, warn, fail } = findingsOf('folder');

const OLD_MS = 7 * 24 * 60 * 60_000;

/** Whether the bridge can copy what the PBX leaves in a folder; as the user who runs this, who should be the bridge's. */
export async function checkFolder(folder: string, nowMs: number): Promise<Finding[]> {
    const user = userInfo().username;
    const newest = await findNewestFile(folder).catch((error: unknown) => errorCodeOf(error));
    if (typeof newest === 'string') return [unreadable(folder, newest, user)];
    if (!newest)
        return [
            warn(`${folder} holds no file`, 'call once, and look whether MixMonitor writes here (docs/asterisk.md)')
        ];
    if (!(await canRead(newest.path)))
        return [
            fail(
                `the newest file in ${folder} may not be read by ${user}`,
                `put ${user} into the group of the PBX (\`usermod -aG asterisk ${user}\`), and let Asterisk write with umask 027`
            )
        ];
    const { name, format } = newest;
    const age = `the newest file in ${folder} is ${formatAge(nowMs - newest.changedAtMs)} old`;
    if (recordingPath(newest) === null)
        return [
            fail(
                `${age} and is not copied: ${format === '' ? 'its name has no format' : `its name is not plain (.${format})`}`,
                'let the dial plan name recordings in letters, digits and `_+=@(),~:.-`, with the format after the last dot'
            )
        ];
    if (!audioFormatOf(format).playable)
        return [
            warn(`${age}; browsers do not play .${format}`, 'people can save it; let MixMonitor write wav to be heard')
        ];
    return [
        nowMs - newest.changedAtMs > OLD_MS
            ? warn(age, 'is this the folder of this PBX?')
            : ok(`${age}${name.includes('/') ? ', in a folder within' : ''}, readable`)
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

const canRead = (path: string): Promise<boolean> =>
    access(path, constants.R_OK).then(
        () => true,
        () => false
    );
