import { z } from 'zod';
import type { AriLogin } from '../doctorInput.ts';
import { type Finding, findingsOf } from '../finding.ts';

const { ok, warn, fail } = findingsOf('ARI');

const DEADLINE_MS = 5_000;
const MISSING_MODULE = 404;
const infoSchema = z.object({ system: z.object({ version: z.string() }) });

/** Whether the PBX's REST interface lets the bridge in, and lists recordings. */
export async function checkAri(ari: AriLogin | null, deadlineMs = DEADLINE_MS): Promise<Finding[]> {
    if (!ari)
        return [
            warn('not configured: hold and resume are not offered', 'set ARI_URL and ARI_PASSWORD (docs/asterisk.md)')
        ];
    const base = ari.url.replace(/\/+$/, '').replace(/\/ari$/, '');
    const get = (path: string) => request(`${base}/ari${path}`, ari, deadlineMs);
    const info = await get('/asterisk/info');
    if (info.status !== 200) return [refusal(info.status, base, ari.username)];
    const { data, success } = infoSchema.safeParse(info.body);
    if (!success) return [fail(`${base} is no Asterisk`, 'set ARI_URL to bindaddr and bindport of http.conf')];
    const recordings = await get('/recordings/stored');
    return [
        recordings.status === 200
            ? ok(`Asterisk ${data.system.version} at ${base}; recordings are listed`)
            : warn(
                  `recordings are not listed (${recordings.status})`,
                  recordings.status === MISSING_MODULE
                      ? '`asterisk -rx "module load res_ari_recordings.so"`'
                      : 'the folder <astspooldir>/recording may be missing; it comes with the first recording'
              )
    ];
}

interface Answer {
    /** 0: nobody answered. */
    readonly status: number;
    readonly body: unknown;
}

async function request(url: string, { username, password }: AriLogin, deadlineMs: number): Promise<Answer> {
    const credentials = Buffer.from(`${username}:${password}`).toString('base64');
    try {
        const response = await fetch(url, {
            headers: { authorization: `Basic ${credentials}` },
            signal: AbortSignal.timeout(deadlineMs)
        });
        const body: unknown = await response.json().catch(() => null);
        return { status: response.status, body };
    } catch {
        return { status: 0, body: null };
    }
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
