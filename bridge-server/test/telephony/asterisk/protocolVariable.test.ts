import type { CallEvent } from '../../../src/contract/callEvent.ts';
import type { SnapshotCall } from '../../../src/calls/reconcileSnapshot.ts';
import { createProtocolVariable } from '../../../src/telephony/asterisk/protocolVariable.ts';

const arrived: CallEvent = {
    type: 'callArrived',
    key: 'asterisk:1.0|callArrived',
    callId: 'asterisk:1.0',
    at: '2026-11-23T12:00:00.000Z',
    facts: { number: '5511987654321' }
};
const protocolIn = (ChanVariable: string | string[]) =>
    createProtocolVariable('PROTOCOLO').addTo([arrived], { ChanVariable })[0]?.facts.protocol;

test.each([
    ['alone', 'PROTOCOLO=20261123-77', '20261123-77'],
    ['among others', ['OUTRA=1', 'PROTOCOLO=A.7_b', 'PROTOCOLO2=9'], 'A.7_b'],
    ['empty', 'PROTOCOLO=', undefined],
    ['with blanks', 'PROTOCOLO=2026 77', undefined],
    ['too long', `PROTOCOLO=${'9'.repeat(65)}`, undefined],
    ['of another name', 'XPROTOCOLO=77', undefined]
])('reads the variable %s', (_how, told, protocol) => {
    expect(protocolIn(told)).toBe(protocol);
});

test('reads nothing where no variable is configured', () => {
    expect(createProtocolVariable(null).addTo([arrived], { ChanVariable: 'PROTOCOLO=77' })).toEqual([arrived]);
    expect(createProtocolVariable(null).setting('asterisk:1.0', '77')).toBeNull();
});

test('a call that is taken over has the protocol of the channel that began it', () => {
    const living = { callId: 'asterisk:1.0', facts: { number: '11' }, legs: [] } as unknown as SnapshotCall;
    const channels = [
        { Uniqueid: '1.1', ChanVariable: 'PROTOCOLO=other' },
        { Uniqueid: '1.0', ChanVariable: 'PROTOCOLO=77' }
    ];
    expect(createProtocolVariable('PROTOCOLO').addToLiving([living], channels)).toEqual([
        { ...living, facts: { number: '11', protocol: '77' } }
    ]);
});

test('sets the protocol that the bridge issued on the channel that began the call', () => {
    expect(createProtocolVariable('PROTOCOLO').setting('asterisk:pbx1-1.0', '20261123000001')).toEqual({
        Action: 'Setvar',
        Channel: 'pbx1-1.0',
        Variable: 'PROTOCOLO',
        Value: '20261123000001'
    });
});
