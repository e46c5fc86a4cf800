import { z } from 'zod';
import { askAri } from '../../askAri.ts';
import type { AriLogin } from '../../doctorInput.ts';
import { type Finding, findingsOf } from '../../finding.ts';

const { ok, warn, fail } = findingsOf('PBX recordings');

const DEADLINE_MS = 5_000;
const NOBODYS = 'softphone-doctor-none';
const listSchema = z.array(z.object({ name: z.string() }));

/** Whether the PBX gives the bridge, by its REST interface, what it recorded; and lets it delete that, when it shall. */
export async function checkStoredRecordings(
    ari: AriLogin,
    { deletes, deadlineMs = DEADLINE_MS }: { readonly deletes: boolean; readonly deadlineMs?: number }
): Promise<Finding[]> {
    const ask = (path: string, method?: string) => askAri(ari, path, { deadlineMs, method });
    const listed = await ask('/recordings/stored');
    // checkAri says what there is to say
    if (listed.status === 0) return [];
    if (listed.status !== 200) return [unlisted(listed.status, ari.username)];
    const recordings = listSchema.safeParse(listed.body).data ?? [];
    const last = recordings.at(-1);
    const read = last ? await ask(`/recordings/stored/${encodeURIComponent(last.name)}/file`) : null;
    if (read && read.status !== 200 && read.status !== 404)
        return [fail(`a recording is listed and not given (${read.status})`, "look into the PBX's log")];
    const removed = deletes ? await ask(`/recordings/stored/${NOBODYS}`, 'DELETE') : null;
    if (removed && removed.status !== 404)
        return [
            fail(
                `recordings may not be deleted (${removed.status})`,
                `ari.conf, [${ari.username}]: read_only = no; or RECORDING_DELETE_AT_SOURCE=off`
            )
        ];
    return [ok(`${recordings.length} are listed${read?.status === 200 ? ', and given' : ''}`)];
}

function unlisted(status: number, username: string): Finding {
    if (status === 401 || status === 403)
        return fail(
            `the PBX does not let ${username} list its recordings (${status})`,
            `ari.conf, [${username}]: password as in ARI_PASSWORD; then \`asterisk -rx "module reload res_ari.so"\``
        );
    return warn(
        `recordings are not listed (${status})`,
        status === 404
            ? '`asterisk -rx "module load res_ari_recordings.so"`'
            : 'the folder <astspooldir>/recording may be missing; it comes with the first recording'
    );
}
