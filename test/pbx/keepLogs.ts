import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const ARTIFACTS = join(import.meta.dirname, '../../artifacts/pbx');
const KEPT = {
    asterisk: 'pbx/log',
    sip: 'sip',
    'bridge.log': 'bridge.log',
    'contract/asterisk': 'contract/pbx/log',
    'contract/sip': 'contract/sip'
};

/** Keeps what the PBX, the bridge and the phones wrote. Resolves to where: `asterisk/full` is Asterisk's own log. */
export async function keepLogs(folder: string): Promise<string> {
    await rm(ARTIFACTS, { recursive: true, force: true });
    await mkdir(ARTIFACTS, { recursive: true });
    for (const [name, source] of Object.entries(KEPT)) {
        await cp(join(folder, source), join(ARTIFACTS, name), { recursive: true, force: true }).catch(() => undefined);
    }
    return ARTIFACTS;
}
