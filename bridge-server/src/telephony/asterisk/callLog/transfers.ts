import type { CelRecord } from './celRecord.ts';
import { at, type Telling, type Told } from './telling.ts';

export const transferredBlind = ({ time, uniqueid, extra }: CelRecord): Told =>
    at(time, 'BlindTransfer', {
        TransfererUniqueid: uniqueid,
        Result: 'Success',
        Extension: extra['extension'] ?? ''
    });

export function transferredAttended(record: CelRecord, { channels, lastOf, records }: Telling): Told {
    const { time, uniqueid, extra } = record;
    const target = transferTarget(record, records);
    // no end is logged of whoever is still there
    const stayedUntil = channels.get(uniqueid)?.hangup?.at ?? Infinity;
    return at(time, 'AttendedTransfer', {
        OrigTransfererUniqueid: uniqueid,
        SecondTransfererUniqueid: extra['channel2_uniqueid'] ?? '',
        SecondBridgeUniqueid: extra['bridge2_id'] ?? '',
        Result: 'Success',
        // the log has the same record for letting everybody in, and for leaving
        DestType: stayedUntil - time > LEAVING_SECONDS ? 'Threeway' : 'Bridge',
        TransferTargetChannel: target?.channel ?? '',
        TransferTargetCallerIDNum: (target && lastOf.get(target.uniqueid)?.callerNumber) ?? ''
    });
}

/** Whoever hands a customer over is hung up on at once. */
const LEAVING_SECONDS = 2;

/** The PBX may be too late to say whom (`N/A`): then it is who was in the bridge in which they were asked. */
const transferTarget = ({ uniqueid, extra }: CelRecord, records: readonly CelRecord[]): CelRecord | undefined =>
    records.find((record) => record.uniqueid === extra['transfer_target_channel_uniqueid']) ??
    records.find(
        (record) =>
            record.event === 'BRIDGE_ENTER' &&
            record.uniqueid !== uniqueid &&
            record.extra['bridge_id'] === extra['bridge2_id']
    );
