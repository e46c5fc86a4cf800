import pino from 'pino';
import { hold } from '../../../../src/telephony/asterisk/commands/hold.ts';
import { createStrayMusic } from '../../../../src/telephony/asterisk/commands/strayMusic.ts';
import { AGENT, conversingPbx } from './conversingPbx.ts';

const log = pino({ level: 'silent' });
const ANSWERED = () => new Promise((resolve) => setImmediate(resolve));

async function heldCall() {
    const pbx = conversingPbx();
    const stray = createStrayMusic(log);
    await hold(pbx.sceneOf({ action: 'hold' }));
    return { pbx, stray, channels: () => pbx.pbx.list({ Action: 'CoreShowChannels' }) };
}

test('music ends when its agent hangs up', async () => {
    const { pbx, stray } = await heldCall();
    stray.connected(pbx.pbx, []);
    stray.observe({ Event: 'Newchannel', Uniqueid: 'hold-1.1', Channel: 'Snoop/1.0-00000001' });
    stray.observe({ Event: 'Hangup', Uniqueid: '1.1', Channel: AGENT });
    await ANSWERED();
    expect(pbx.music()).toEqual([]);
});

test('an agent who leaves the customer for somebody else hears and is heard', async () => {
    const { pbx, stray, channels } = await heldCall();
    stray.connected(pbx.pbx, await channels());
    stray.observe({ Event: 'BridgeLeave', Uniqueid: '1.1', Channel: AGENT });
    for (let answers = 0; answers < 5; answers += 1) await ANSWERED();
    expect(pbx.music()).toEqual([]);
    expect(pbx.silent()).toEqual([false, false]);
});

test('music whose agent hung up while no bridge was connected ends as soon as one is', async () => {
    const { pbx, stray, channels } = await heldCall();
    pbx.channels.delete('1.1');
    stray.connected(pbx.pbx, await channels());
    await ANSWERED();
    expect(pbx.music()).toEqual([]);
});

test('music of a call that is on hold goes on, whoever else leaves', async () => {
    const { pbx, stray, channels } = await heldCall();
    stray.connected(pbx.pbx, await channels());
    stray.observe({ Event: 'Hangup', Uniqueid: '7.1', Channel: 'PJSIP/1002-00000009' });
    stray.observe({ Event: 'BridgeLeave', Uniqueid: '7.1', Channel: 'PJSIP/1002-00000009' });
    await ANSWERED();
    expect(pbx.music()).toEqual(['1.0']);
});
