import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPrivileges } from '../../tools/doctor/checks/checkPrivileges.ts';
import { PBX_ACTIONS, writeClassesFor } from '../../tools/doctor/pbxActions.ts';
import { DENIED, insteadOf, recordedPbx, unknownAction, without } from './recordedPbx.ts';
import { fieldOf } from '../../src/telephony/asterisk/amiMessage.ts';

test('a user with all privileges may do all, although nothing is there to act upon', async () => {
    expect(await checkPrivileges(recordedPbx(), 'bridge')).toEqual([
        { check: 'write', level: 'ok', saw: `all ${PBX_ACTIONS.length} actions of the bridge are allowed` }
    ]);
});

test.each(['system', 'call', 'agent', 'originate', 'user'])(
    'names %s as lacking, what is lost by it, and the line to write',
    async (missing) => {
        const lost = PBX_ACTIONS.filter(({ classes }) => classes[0] === missing && classes.length === 1);
        const findings = await checkPrivileges(recordedPbx(without(...lost.map(({ action }) => action))), 'bridge');
        expect(findings).toEqual([
            {
                check: 'write',
                level: 'fail',
                saw: expect.stringMatching(new RegExp(`^lacks ${missing}, so no ${lost[0]?.action} `)),
                todo: expect.stringContaining('manager.conf, [bridge]: write = system,agent,call,originate,user;')
            }
        ]);
        for (const { action } of lost) expect(findings[0]?.saw).toContain(`${action} (`);
    }
);

test('names all classes of a user without any', async () => {
    const [finding] = await checkPrivileges(
        recordedPbx((action) =>
            PBX_ACTIONS.some((each) => each.action === fieldOf(action, 'Action') && each.classes.length > 0)
                ? [DENIED]
                : undefined
        ),
        'bridge'
    );
    expect(finding?.saw).toMatch(/^lacks system, agent, call, originate, user, so no CoreShowChannels/);
});

test('names the module whose action the PBX does not know', async () => {
    const findings = await checkPrivileges(
        recordedPbx(insteadOf('PJSIPNotify', unknownAction('PJSIPNotify'))),
        'bridge'
    );
    expect(findings).toEqual([
        expect.objectContaining({
            level: 'fail',
            saw: 'res_pjsip_notify is not there: PJSIPNotify (answering)',
            todo: expect.stringContaining('module load res_pjsip_notify.so')
        })
    ]);
});

test('names what an older Asterisk does not know', async () => {
    const pbx = recordedPbx(insteadOf('PlayDTMF', unknownAction('PlayDTMF')));
    expect(await checkPrivileges(pbx, 'bridge')).toEqual([
        expect.objectContaining({ level: 'fail', saw: expect.stringContaining('does not know PlayDTMF (') })
    ]);
});

test('no probe could act upon anything', () => {
    const places = ['Channel', 'Interface', 'Queue', 'Context'];
    for (const { action, probe } of PBX_ACTIONS) {
        for (const place of places) expect(probe[place] ?? 'none').toMatch(/none/);
        const isHarmless = ['Ping', 'CoreShowChannels', 'UserEvent'].includes(action);
        expect(isHarmless || places.some((place) => place in probe)).toBe(true);
    }
    // what would make a call of it
    expect(PBX_ACTIONS.find(({ action }) => action === 'Originate')?.probe).not.toHaveProperty('Application');
});

test('the line of manager.conf is the smallest that allows all', () => {
    expect(writeClassesFor(PBX_ACTIONS)).toEqual(['system', 'agent', 'call', 'originate', 'user']);
});

test('every action that the bridge sends is tried', () => {
    const folder = join(import.meta.dirname, '../../src/telephony/asterisk');
    const sent = globSync('**/*.ts', { cwd: folder }).flatMap((file) =>
        [...readFileSync(join(folder, file), 'utf8').matchAll(/Action: '(\w+)'/g)].map(([, name]) => name)
    );
    expect(sent).toContain('PJSIPNotify');
    const known = new Set(['Login', ...PBX_ACTIONS.map(({ action }) => action)]);
    expect(sent.filter((name) => !known.has(name ?? ''))).toEqual([]);
});
