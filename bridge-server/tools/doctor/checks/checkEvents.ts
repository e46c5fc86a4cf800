import { randomUUID } from 'node:crypto';
import { fieldOf } from '../../../src/telephony/asterisk/amiMessage.ts';
import { type Finding, findingsOf } from '../finding.ts';
import { isYes, type Settings } from '../managerSettings.ts';
import { type Pbx, unlessRefused } from '../pbxPort.ts';

const read = findingsOf('read');
const stamps = findingsOf('timestampevents');

/** The classes of events from which the bridge makes calls. */
const READ_CLASSES = ['call', 'agent', 'user'];
const EVENT_LIMIT_MS = 2_000;
const RELOAD = 'then `asterisk -rx "manager reload"`';

interface EventSettings {
    /** The section of manager.conf. */
    readonly username: string;
    /** Null where it cannot be seen, as `general`. */
    readonly user: Settings | null;
    readonly general: Settings | null;
}

/** Sends an event of its own and looks whether, and how, it comes back; the rest is read from manager.conf. */
export async function checkEvents(pbx: Pbx, settings: EventSettings, limitMs = EVENT_LIMIT_MS): Promise<Finding[]> {
    const mark = randomUUID();
    const coming = pbx.nextEvent((message) => fieldOf(message, 'Check') === mark, limitMs);
    const sent = await unlessRefused(pbx.ask({ Action: 'UserEvent', UserEvent: 'SoftphoneDoctor', Check: mark }));
    const event = sent && (await coming);
    const isStamped = event ? fieldOf(event, 'Timestamp') !== '' : null;
    return [
        checkRead(settings, event !== null, sent !== null),
        checkStamps(isStamped ?? (settings.general && isYes(settings.general.get('timestampevents'))))
    ];
}

function checkRead({ username, user }: EventSettings, cameBack: boolean, wasSent: boolean): Finding {
    const line = `manager.conf, [${username}]: read = ${READ_CLASSES.join(',')}; ${RELOAD}`;
    const classes = user && (user.get('read') ?? '').split(/[\s,]+/);
    const missing = classes?.includes('all') ? [] : READ_CLASSES.filter((each) => !classes?.includes(each));
    if (classes && missing.length > 0) return read.fail(`lacks ${missing.join(', ')}`, line);
    if (wasSent && !cameBack) return read.fail('an event of the class user does not come back: lacks user', line);
    if (!classes) return read.warn('cannot be seen whole (that takes system in write)', `look for ${line}`);
    return cameBack
        ? read.ok(`${READ_CLASSES.join(', ')}; an event came back`)
        : read.warn(`${READ_CLASSES.join(', ')} by manager.conf, and none could be tried`, 'give write = …,user');
}

function checkStamps(isOn: boolean | null): Finding {
    if (isOn) return stamps.ok('events carry the time of the PBX');
    const line = `manager.conf, [general]: timestampevents = yes; ${RELOAD}`;
    return stamps.warn(isOn === null ? 'cannot be seen' : 'off: the time of arrival counts', line);
}
