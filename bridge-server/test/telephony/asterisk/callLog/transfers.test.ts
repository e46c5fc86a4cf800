import type { CelRecord } from '../../../../src/telephony/asterisk/callLog/celRecord.ts';
import { readChannel } from '../../../../src/telephony/asterisk/callLog/loggedChannel.ts';
import { transferredAttended } from '../../../../src/telephony/asterisk/callLog/transfers.ts';

const record = (event: string, time: number): CelRecord => ({
    ...{ event, time, uniqueid: 'a.2', linkedid: 'c.1', channel: 'PJSIP/1001-2', callerNumber: '1001' },
    ...{ callerName: '', application: '', applicationData: '', extra: {} }
});
const handsOver = record('ATTENDEDTRANSFER', 100);

function told(...after: readonly CelRecord[]) {
    const records = [record('CHAN_START', 50), handsOver, ...after];
    const channels = new Map([['a.2', readChannel(records)]]);
    const known = { channels, records, lastOf: new Map() } as unknown as Parameters<typeof transferredAttended>[1];
    return transferredAttended(handsOver, known).message;
}

test.each([
    ['hung up on at once', 'Bridge', [record('HANGUP', 100.1)]],
    ['who stays for a while', 'Threeway', [record('HANGUP', 130)]],
    ['who is still there when the log is read, a moment later', 'Threeway', []]
])('an agent %s: %s', (_who, destType, after) => {
    expect(told(...after)).toMatchObject({ Event: 'AttendedTransfer', DestType: destType });
});
