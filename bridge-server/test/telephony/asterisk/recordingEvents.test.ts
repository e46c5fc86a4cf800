import { translateEvent } from '../../../src/telephony/asterisk/translateEvent.ts';
import { newTranslation } from './newTranslation.ts';

const AT = '2026-11-23T12:00:00.000Z';

const muted = (State: '0' | '1') => ({
    ...{ Event: 'MixMonitorMute', Channel: 'PJSIP/carrier-00000000', Uniqueid: '1.0', Linkedid: '1.0' },
    ...{ Direction: 'both', State }
});

test('a recording is paused and goes on, also of a call whose recording began before the bridge came', () => {
    const translation = newTranslation();
    translation.calls.open('1.0', AT, { direction: 'inbound' });
    const told = [muted('1'), muted('0')].flatMap((message) => translateEvent(message, AT, translation));
    expect(told.map(({ type, callId }) => `${type} ${callId}`)).toEqual([
        'recordingPaused asterisk:1.0',
        'recordingResumed asterisk:1.0'
    ]);
});

test('of a call that concerns no agent it means nothing', () => {
    expect(translateEvent(muted('1'), AT, newTranslation())).toEqual([]);
});
