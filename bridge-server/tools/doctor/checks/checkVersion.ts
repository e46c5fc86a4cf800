import { fieldOf } from '../../../src/telephony/asterisk/amiMessage.ts';
import { type Finding, findingsOf } from '../finding.ts';
import { type Pbx, unlessRefused } from '../pbxPort.ts';

const { ok, warn } = findingsOf('version');

/** The one against which the bridge was tried. */
const VERIFIED = 22;

export async function checkVersion(pbx: Pbx): Promise<Finding[]> {
    const settings = await unlessRefused(pbx.ask({ Action: 'CoreSettings' }));
    const version = settings && fieldOf(settings, 'AsteriskVersion');
    if (!version) return [warn('cannot be seen', 'manager.conf: write needs system')];
    const major = Number.parseInt(version, 10);
    return [
        major === VERIFIED
            ? ok(`Asterisk ${version}`)
            : warn(`Asterisk ${version}`, `the bridge was verified on Asterisk ${VERIFIED}: try each command once`)
    ];
}
