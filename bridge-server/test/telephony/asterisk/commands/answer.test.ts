import { AmiRefused } from '../../../../src/telephony/asterisk/amiError.ts';
import type { AmiAction } from '../../../../src/telephony/asterisk/amiMessage.ts';
import { answer } from '../../../../src/telephony/asterisk/commands/answerAndLeave.ts';
import type { SceneOf } from '../../../../src/telephony/asterisk/commands/commandScene.ts';
import { createPbx } from '../../../../src/telephony/asterisk/commands/pbx.ts';
import { createLeg } from '../../../../src/telephony/asterisk/trackedCalls.ts';

const channel = 'PJSIP/1001-00000001';

/** An agent's phone that the PBX does not find the first so many times. */
function ringing({ notFoundTimes }: { notFoundTimes: number }) {
    const asked: AmiAction[] = [];
    const leg = createLeg(
        { uniqueid: '1.1', name: channel },
        { agent: '1001', kind: 'offer', offeredBy: 'queue', since: '2026-11-23T12:00:00.000Z' }
    );
    const pbx = createPbx({
        request: (action) => {
            asked.push(action);
            return asked.length > notFoundTimes
                ? Promise.resolve({})
                : Promise.reject(new AmiRefused('Channel not found'));
        },
        list: () => Promise.resolve([])
    });
    const scene = { leg, channel, pbx, answerMethod: 'notify-talk' } as unknown as SceneOf<'answer'>;
    return { asked, leg, scene };
}

test('an answer that comes before the phone said that it rings is given as soon as it does', async () => {
    const { asked, scene } = ringing({ notFoundTimes: 3 });
    await answer(scene);
    expect(asked).toHaveLength(4);
    expect(asked.at(-1)).toEqual({ Action: 'PJSIPNotify', Channel: channel, Variable: 'Event=talk' });
});

test('is refused when the call is gone meanwhile', async () => {
    const { leg, scene } = ringing({ notFoundTimes: Infinity });
    const asked = answer(scene);
    leg.channels.clear();
    await expect(asked).rejects.toMatchObject({ reason: 'call-over' });
});

test('is refused when the phone never rings', async () => {
    const { asked, scene } = ringing({ notFoundTimes: Infinity });
    await expect(answer(scene)).rejects.toMatchObject({ reason: 'call-over' });
    expect(asked.length).toBeGreaterThan(10);
});

test('needs no more when the agent picked the phone up meanwhile', async () => {
    const { asked, leg, scene } = ringing({ notFoundTimes: Infinity });
    const answered = answer(scene);
    leg.answered = true;
    await answered;
    expect(asked).toHaveLength(1);
});
