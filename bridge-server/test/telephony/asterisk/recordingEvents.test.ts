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

describe('recordings that the dial plan announces', () => {
    const announced = (Name: string) => ({
        ...{ Event: 'UserEvent', UserEvent: 'RecordingReady', Uniqueid: '1.0', Linkedid: '1.0' },
        ...{ Call: '1.0', Name, Format: 'wav' }
    });

    const tell = (...names: string[]) => {
        const translation = newTranslation();
        translation.calls.open('1.0', AT, { direction: 'inbound' });
        return names.flatMap((name) => translateEvent(announced(name), AT, translation));
    };

    test('are told apart when a call has several, and one that is announced twice is one', () => {
        const told = tell('call-1.0', 'call-1.0-part2', 'call-1.0');
        expect(told).toMatchObject([{ name: 'call-1.0' }, { name: 'call-1.0-part2' }, { name: 'call-1.0' }]);
        expect(told[0]?.key).toBe(told[2]?.key);
        expect(told[0]?.key).not.toBe(told[1]?.key);
    });

    test('have keys that fit, however long their names', () => {
        expect(tell('2026/11/23/'.padEnd(255, 'x'))[0]?.key.length).toBeLessThanOrEqual(200);
    });
});
