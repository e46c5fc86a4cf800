import { z } from 'zod';
import { ariBase, askAri } from '../askAri.ts';
import type { AriLogin } from '../doctorInput.ts';
import { type Finding, findingsOf } from '../finding.ts';

const { ok, warn, fail } = findingsOf('ARI');

const DEADLINE_MS = 5_000;
const infoSchema = z.object({ system: z.object({ version: z.string() }) });

/** Whether the PBX's REST interface lets the bridge in. */
export async function checkAri(ari: AriLogin | null, deadlineMs = DEADLINE_MS): Promise<Finding[]> {
    if (!ari)
        return [
            warn(
                'not configured: hold and resume are not offered, and recordings are not fetched from the PBX',
                'set ARI_URL and ARI_PASSWORD (docs/asterisk.md)'
            )
        ];
    const base = ariBase(ari);
    const info = await askAri(ari, '/asterisk/info', { deadlineMs });
    if (info.status !== 200) return [refusal(info.status, base, ari.username)];
    const { data, success } = infoSchema.safeParse(info.body);
    return [
        success
            ? ok(`Asterisk ${data.system.version} at ${base}`)
            : fail(`${base} is no Asterisk`, 'set ARI_URL to bindaddr and bindport of http.conf')
    ];
}

function refusal(status: number, base: string, username: string): Finding {
    switch (status) {
        case 0:
            return fail(
                `${base} does not answer`,
                'http.conf, [general]: enabled = yes, bindaddr and bindport as in ARI_URL; then restart Asterisk'
            );
        case 401:
        case 403:
            return fail(
                'the password is refused',
                `ari.conf, [${username}]: type = user, password = as in ARI_PASSWORD; then \`asterisk -rx "module reload res_ari.so"\``
            );
        case 404:
            return fail(
                `${base} has no ARI (404)`,
                'ari.conf, [general]: enabled = yes; load res_ari.so and res_ari_asterisk.so; no prefix in http.conf'
            );
        default:
            return fail(`${base} answers ${status}`, "look into the PBX's log");
    }
}
