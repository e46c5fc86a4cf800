import { dtmf } from '../../../../src/telephony/asterisk/commands/dtmf.ts';
import { pauseRecording, resumeRecording } from '../../../../src/telephony/asterisk/commands/recording.ts';
import { AGENT, conversingPbx, CUSTOMER } from './conversingPbx.ts';

let pbx: ReturnType<typeof conversingPbx>;
beforeEach(() => {
    pbx = conversingPbx();
});
const sent = (name: string) => pbx.asked.filter(({ Action }) => Action === name);
const setVariable = (channel: string, name: string, value: string) =>
    pbx.pbx.ask({ Action: 'Setvar', Channel: channel, Variable: name, Value: value });

test('keys go to the customer’s end, one after the other', async () => {
    await dtmf(pbx.sceneOf({ action: 'dtmf', digits: '12#' }));
    expect(sent('PlayDTMF').map(({ Channel, Digit }) => [Channel, Digit])).toEqual([
        [CUSTOMER, '1'],
        [CUSTOMER, '2'],
        [CUSTOMER, '#']
    ]);
});

test('keys that nobody hears are refused', async () => {
    pbx.channels.delete('1.0');
    await expect(dtmf(pbx.sceneOf({ action: 'dtmf', digits: '1' }))).rejects.toMatchObject({
        reason: 'not-possible-now'
    });
    expect(sent('PlayDTMF')).toEqual([]);
});

test.each([CUSTOMER, AGENT])('the tape is paused and goes on where it runs: on %s', async (recorded) => {
    await setVariable(recorded, 'MIXMONITOR_FILENAME', '/recording/call-1.0.wav');
    await pauseRecording(pbx.sceneOf({ action: 'pauseRecording' }));
    await resumeRecording(pbx.sceneOf({ action: 'resumeRecording' }));
    expect(sent('MixMonitorMute')).toEqual([
        { Action: 'MixMonitorMute', Channel: recorded, Direction: 'both', State: 1 },
        { Action: 'MixMonitorMute', Channel: recorded, Direction: 'both', State: 0 }
    ]);
});

test('a call that is not recorded cannot be paused, though the PBX would say yes', async () => {
    await expect(pauseRecording(pbx.sceneOf({ action: 'pauseRecording' }))).rejects.toMatchObject({
        reason: 'not-possible-now'
    });
    expect(sent('MixMonitorMute')).toEqual([]);
});
