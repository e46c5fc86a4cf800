import { checkFeatures } from '../../tools/doctor/checks/checkFeatures.ts';
import type { Settings } from '../../tools/doctor/managerSettings.ts';

const settings = (values: Record<string, string>): Settings => new Map(Object.entries(values));
const good = {
    map: settings({ atxfer: '*2', blindxfer: '#1' }),
    general: settings({ atxferthreeway: '*3' }),
    conferenceKeys: '*3',
    protocolVariable: null,
    manager: settings({ enabled: 'yes' })
};

test('everything is there', () => {
    expect(checkFeatures(good)).toMatchObject([{ level: 'ok' }]);
    expect(checkFeatures({ ...good, general: null })).toMatchObject([{ level: 'ok' }]);
    const told = { protocolVariable: 'PROTOCOLO', manager: settings({ channelvars: 'OUTRA, PROTOCOLO' }) };
    expect(checkFeatures({ ...good, ...told })).toMatchObject([{ level: 'ok' }]);
});

test.each([
    ['no featuremap', { map: null }, 'atxfer = *2'],
    ['no atxfer', { map: settings({ blindxfer: '#1' }) }, 'atxfer = *2'],
    ['blindxfer as it is by default', { map: settings({ atxfer: '*2' }) }, 'blindxfer = #1'],
    ['blindxfer as it was', { map: settings({ atxfer: '*2', blindxfer: '#' }) }, 'blindxfer = #1'],
    ['other keys for the conference', { general: settings({ atxferthreeway: '*7' }) }, 'CONFERENCE_KEYS=*7'],
    ['other keys in the bridge', { general: null, conferenceKeys: '*8' }, 'atxferthreeway = *8'],
    ['a protocol that is not told', { protocolVariable: 'PROTOCOLO' }, 'channelvars = PROTOCOLO']
])('%s fails, and what to do is said', (_what, changed, advice) => {
    expect(checkFeatures({ ...good, ...changed })).toMatchObject([
        { level: 'fail', todo: expect.stringContaining(advice) }
    ]);
});

test('what cannot be seen is said', () => {
    expect(checkFeatures({ ...good, manager: null })).toMatchObject([{ level: 'warn' }]);
});
