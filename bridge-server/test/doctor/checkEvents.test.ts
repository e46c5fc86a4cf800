import { checkEvents } from '../../tools/doctor/checks/checkEvents.ts';
import { readSettings } from '../../tools/doctor/managerSettings.ts';
import { DENIED, insteadOf, recordedPbx, userEventOf, without } from './recordedPbx.ts';
import type { AmiMessage } from '../../src/telephony/asterisk/amiMessage.ts';
import type { Pbx } from '../../tools/doctor/pbxPort.ts';

const LIMIT_MS = 50;
const settings = (entries: Record<string, string>) => new Map(Object.entries(entries));
const good = {
    username: 'bridge',
    user: settings({ read: 'call,agent,user' }),
    general: settings({ timestampevents: 'yes' })
};
const levels = (findings: readonly { check: string; level: string }[]) =>
    findings.map(({ check, level }) => `${check} ${level}`);

/** Sends its events without the PBX's time, or not at all. */
const pbxThatSends = (event: (action: AmiMessage) => AmiMessage | null): Pbx => {
    let listen: (message: AmiMessage | null) => void = () => undefined;
    return {
        ...recordedPbx(),
        nextEvent: () => new Promise((resolve) => (listen = resolve)),
        ask(action) {
            listen(event(action as AmiMessage));
            return Promise.resolve({});
        }
    };
};

test('an event comes back with the time of the PBX', async () => {
    const findings = await checkEvents(recordedPbx(), good, LIMIT_MS);
    expect(levels(findings)).toEqual(['read ok', 'timestampevents ok']);
});

test('warns of events without their time', async () => {
    const pbx = pbxThatSends((action) => userEventOf(action, null));
    const [, stamps] = await checkEvents(pbx, good, LIMIT_MS);
    expect(stamps).toMatchObject({ level: 'warn', todo: expect.stringContaining('timestampevents = yes') });
});

test('fails when the event does not come back, whatever manager.conf says', async () => {
    const [read] = await checkEvents(
        pbxThatSends(() => null),
        good,
        LIMIT_MS
    );
    expect(read).toMatchObject({ level: 'fail', saw: expect.stringContaining('lacks user') });
});

test.each([
    ['call', 'lacks agent, user'],
    ['call, user', 'lacks agent'],
    ['', 'lacks call, agent, user']
])('with read = %s it %s', async (read, saw) => {
    const [finding] = await checkEvents(recordedPbx(), { ...good, user: settings({ read }) }, LIMIT_MS);
    expect(finding).toMatchObject({ level: 'fail', saw, todo: expect.stringContaining('read = call,agent,user') });
});

test('read = all is enough', async () => {
    const [finding] = await checkEvents(recordedPbx(), { ...good, user: settings({ read: 'all' }) }, LIMIT_MS);
    expect(finding).toMatchObject({ level: 'ok' });
});

test('says what cannot be seen', async () => {
    const blind = { username: 'bridge', user: null, general: null };
    const findings = await checkEvents(recordedPbx(without('UserEvent')), blind, LIMIT_MS);
    expect(levels(findings)).toEqual(['read warn', 'timestampevents warn']);
    expect(findings[1]?.saw).toBe('cannot be seen');
});

test('reads a section of manager.conf, and keeps no secret', async () => {
    const read = await readSettings(recordedPbx(), 'manager.conf', 'bridge');
    expect(read?.get('read')).toBe('call,agent,user');
    expect(read?.has('secret')).toBe(false);
    expect([...(read?.values() ?? [])].join()).not.toContain('a-long-random-secret');
});

test.each([
    ['that is not there', recordedPbx(), 'nobody'],
    ['that may not be seen', recordedPbx(insteadOf('GetConfig', DENIED)), 'bridge']
])('a section %s is null', async (_what, pbx, section) => {
    expect(await readSettings(pbx, 'manager.conf', section)).toBeNull();
});
