import { checkClock } from '../../tools/doctor/checks/checkClock.ts';
import { checkLogins } from '../../tools/doctor/checks/checkLogins.ts';
import { checkVersion } from '../../tools/doctor/checks/checkVersion.ts';
import { AmiRefused } from '../../src/telephony/asterisk/amiError.ts';
import { insteadOf, recordedPbx, without } from './recordedPbx.ts';

const NOW = Date.UTC(2026, 10, 23, 12);

test.each([
    [0, 'ok', '0 ms ahead of'],
    [-900, 'ok', '900 ms behind'],
    [1_500, 'warn', '1.5 s ahead of'],
    [-29_000, 'warn', '29.0 s behind'],
    [31_000, 'fail', '31.0 s ahead of'],
    [-3_600_000, 'fail', '3600.0 s behind']
])('a clock that is %d ms off: %s', async (skewMs, level, words) => {
    const [finding] = await checkClock(
        recordedPbx(undefined, () => NOW + skewMs),
        () => NOW
    );
    expect(finding).toMatchObject({ check: 'clock', level, saw: expect.stringContaining(words) });
});

test('a slow answer is not taken for a wrong clock', async () => {
    let now = NOW;
    const answeredAfterMs = [4_000, 20, 4_000];
    const pbx = recordedPbx(undefined, () => (now += answeredAfterMs.shift() ?? 0));
    expect(await checkClock(pbx, () => now)).toEqual([expect.objectContaining({ level: 'ok' })]);
});

test('a PBX that does not tell its time', async () => {
    const pbx = recordedPbx(insteadOf('Ping', { Response: 'Success', Ping: 'Pong' }));
    expect(await checkClock(pbx, () => NOW)).toEqual([expect.objectContaining({ level: 'warn' })]);
});

test('two logins at once', async () => {
    const refuse = () => Promise.reject(new AmiRefused('Login Already In Use'));
    const isOff = new Map([['allowmultiplelogin', 'no']]);
    const accept = () => Promise.resolve();
    expect(await checkLogins(accept, new Map())).toEqual([expect.objectContaining({ level: 'ok' })]);
    expect(await checkLogins(accept, null)).toEqual([expect.objectContaining({ level: 'ok' })]);
    expect(await checkLogins(accept, isOff)).toEqual([expect.objectContaining({ level: 'warn' })]);
    expect(await checkLogins(refuse, isOff)).toEqual([
        expect.objectContaining({ level: 'fail', todo: expect.stringContaining('allowmultiplelogin = yes') })
    ]);
});

test.each([
    ['22.10.1', undefined, 'ok'],
    ['18.9.0', insteadOf('CoreSettings', { Response: 'Success', AsteriskVersion: '18.9.0' }), 'warn'],
    ['cannot be seen', without('CoreSettings'), 'warn']
])('the version: %s', async (words, instead, level) => {
    const [finding] = await checkVersion(recordedPbx(instead));
    expect(finding).toMatchObject({ level, saw: expect.stringContaining(words) });
});
