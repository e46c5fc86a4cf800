import { AmiRefused } from '../../../../src/telephony/asterisk/amiError.ts';
import { AriRefused, AriUnreachable } from '../../../../src/telephony/asterisk/ari/ariError.ts';
import { hold, resume } from '../../../../src/telephony/asterisk/commands/hold.ts';
import { mute, unmute } from '../../../../src/telephony/asterisk/commands/mute.ts';
import { AGENT, conversingPbx, CUSTOMER } from './conversingPbx.ts';

let pbx: ReturnType<typeof conversingPbx>;
beforeEach(() => {
    pbx = conversingPbx();
});
const holdNow = () => hold(pbx.sceneOf({ action: 'hold' }));
const resumeNow = () => resume(pbx.sceneOf({ action: 'resume' }));
const muteNow = () => mute(pbx.sceneOf({ action: 'mute' }));
const unmuteNow = () => unmute(pbx.sceneOf({ action: 'unmute' }));
const BOTH_HEAR = [false, false];
const NEITHER_HEARS = [true, true];

test('hold: music for the customer, silence between the two, and every bridge is told', async () => {
    await holdNow();
    expect(pbx.music()).toEqual(['1.0']);
    expect(pbx.silent()).toEqual(NEITHER_HEARS);
    expect(pbx.announced()).toEqual(['legHeld 1.1']);
});

test('resume: as before, and every bridge is told', async () => {
    await holdNow();
    pbx.leg.held = true;
    await resumeNow();
    expect(pbx.music()).toEqual([]);
    expect(pbx.silent()).toEqual(BOTH_HEAR);
    expect(pbx.announced()).toEqual(['legHeld 1.1', 'legResumed 1.1']);
});

test('hold and resume for a second time change nothing and tell nobody', async () => {
    await holdNow();
    pbx.leg.held = true;
    await holdNow();
    expect(pbx.music()).toEqual(['1.0']);
    await resumeNow();
    pbx.leg.held = false;
    await resumeNow();
    expect(pbx.silent()).toEqual(BOTH_HEAR);
    expect(pbx.announced()).toEqual(['legHeld 1.1', 'legResumed 1.1']);
});

test('a bridge that has only just come resumes what another one held', async () => {
    await holdNow();
    pbx.leg.held = null;
    await resumeNow();
    expect(pbx.music()).toEqual([]);
    expect(pbx.announced()).toEqual(['legHeld 1.1', 'legResumed 1.1']);
});

test('music that plays to nobody of this conversation any more is begun anew', async () => {
    pbx.add('hold-1.1', 'Snoop/0.7-00000003', '');
    await holdNow();
    expect(pbx.music()).toEqual(['1.0']);
});

test('a bridge that died before the music began leaves no silence', async () => {
    pbx.refuse('POST moh', new AriUnreachable('away'));
    pbx.refuse('Hangup', new AmiRefused('No such channel'));
    await expect(holdNow()).rejects.toMatchObject({ reason: 'telephony-away' });
    expect([...pbx.channels.keys()]).toContain('hold-1.1');
    pbx.obey();
    await holdNow();
    expect(pbx.music()).toEqual(['1.0']);
});

test.each([
    ['the REST interface is away', 'POST snoop', new AriUnreachable('away'), 'telephony-away'],
    ['no music can be played', 'POST moh', new AriRefused(404, 'Channel not found'), 'telephony-refused'],
    ['the volume cannot be set', 'Setvar', new AmiRefused('Variable not set'), 'telephony-refused'],
    ['nobody can be told', 'UserEvent', new AmiRefused('Permission denied'), 'telephony-refused']
])('when %s it is refused, and nothing of it stays', async (_, what, error, reason) => {
    pbx.refuse(what, error);
    await expect(holdNow()).rejects.toMatchObject({ name: 'CommandRefused', reason });
    expect(pbx.silent()).toEqual(BOTH_HEAR);
    expect([...pbx.channels.keys()]).toEqual(['1.0', '1.1']);
});

test('through a Local channel the music reaches the customer', async () => {
    pbx.channels.clear();
    pbx.add('1.0', CUSTOMER, 'b1');
    pbx.add('1.2', 'Local/1001@from-queue-00000001;1', 'b1');
    pbx.add('1.3', 'Local/1001@from-queue-00000001;2', 'b2');
    pbx.add('1.1', AGENT, 'b2');
    await holdNow();
    expect(pbx.music()).toEqual(['1.0']);
});

test('the others of a conference go on without music', async () => {
    pbx.add('1.4', 'PJSIP/1002-00000004', 'b1');
    await holdNow();
    expect(pbx.music()).toEqual([]);
    expect(pbx.silent()).toEqual(NEITHER_HEARS);
});

test('is refused while the agent speaks with nobody', async () => {
    pbx.channels.delete('1.0');
    await expect(holdNow()).rejects.toMatchObject({ reason: 'not-possible-now' });
    pbx.leg.answered = false;
    await expect(holdNow()).rejects.toMatchObject({ reason: 'not-possible-now' });
});

test('a hold of the telephone’s own is not resumed from here', async () => {
    await pbx.pbx.ask({ Action: 'Setvar', Channel: AGENT, Variable: 'CHANNEL(onhold)', Value: 1 });
    await expect(resumeNow()).rejects.toMatchObject({ reason: 'not-possible-now' });
    expect(pbx.announced()).toEqual([]);
});

test('who is muted and held is still muted after the resume', async () => {
    await muteNow();
    expect(pbx.silent()).toEqual([true, false]);
    await holdNow();
    await resumeNow();
    expect(pbx.silent()).toEqual([true, false]);
    await unmuteNow();
    expect(pbx.silent()).toEqual(BOTH_HEAR);
});

test('who is unmuted while held is heard only after the resume', async () => {
    await muteNow();
    await holdNow();
    await unmuteNow();
    expect(pbx.silent()).toEqual(NEITHER_HEARS);
    await resumeNow();
    expect(pbx.silent()).toEqual(BOTH_HEAR);
    expect(pbx.announced()).toEqual(['legMuted 1.1', 'legHeld 1.1', 'legUnmuted 1.1']);
});

test('a mute of which nobody can be told is refused, and the agent is heard', async () => {
    pbx.refuse('UserEvent', new AmiRefused('Permission denied'));
    await expect(muteNow()).rejects.toMatchObject({ name: 'CommandRefused' });
    expect(pbx.silent()).toEqual(BOTH_HEAR);
});

test('a call that is gone is refused as such', async () => {
    pbx.channels.clear();
    await expect(holdNow()).rejects.toMatchObject({ reason: 'call-over' });
    await expect(muteNow()).rejects.toMatchObject({ reason: 'call-over' });
});
