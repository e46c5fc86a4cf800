import type { Instant } from '../../contract/instant.ts';
import type { EraseRequest, Erased } from '../../contract/recordingsAdmin.ts';
import { RequestRefused } from '../../contract/requestRefused.ts';
import { LEAST_RETENTION_DAYS } from '../../recordingsConfig.ts';
import type { AdminOrigin, DeletionPort } from './deletionPort.ts';
import type { FinishDeletion } from './finishDeletion.ts';

export interface EraseOptions {
    /** Null: no call has this protocol. */
    readonly ofProtocol: (protocol: string) => Promise<readonly ErasableRecording[] | null>;
    readonly decideErasure: DeletionPort['decideErasure'];
    readonly finishDeletion: FinishDeletion;
    /** Milliseconds. */
    readonly now: () => number;
}

interface ErasableRecording {
    /** From when on its time is counted. */
    readonly keptSince: Instant;
    /** Null, here and below: it is not. */
    readonly deleted: object | null;
    readonly hold: object | null;
}

const DAY_MS = 24 * 3_600_000;

/**
 * Erases a call's recordings before their time, those on their way included: a customer may ask for that (LGPD, Lei
 * 13.709/2018, art. 18, VI), a call centre must keep them for 90 days (Decreto 11.034/2022, art. 12), and a court may
 * want them kept longer.
 *
 * Throws RequestRefused (404; 409 `least-retention`, `on-hold`, `nothing-to-erase`; 503 `erasure-unfinished`).
 */
export function createEraseRecordings(options: EraseOptions) {
    const { ofProtocol, decideErasure, finishDeletion, now } = options;

    return async (protocol: string, request: EraseRequest, origin: AdminOrigin): Promise<Erased> => {
        const { by, reason, force } = request;
        const recordings = await ofProtocol(protocol);
        if (!recordings) throw protocolUnknown();
        const left = recordings.filter(({ deleted }) => !deleted);
        // a force that is of no use is not offered
        if (left.some(({ hold }) => hold)) throw onHold();
        const leastAgo = now() - LEAST_RETENTION_DAYS * DAY_MS;
        if (!force && left.some(({ keptSince }) => Date.parse(keptSince) > leastAgo))
            throw new RequestRefused(
                409,
                `The call ended less than ${LEAST_RETENTION_DAYS} days ago, and Decreto 11.034/2022 has its recording kept for so long. Erase it with force if that does not bind you here.`,
                { name: 'least-retention' }
            );
        const decided = await decideErasure(protocol, { by, reason, ...origin });
        if (decided === null) throw protocolUnknown();
        if (decided === 'held') throw onHold();
        if (decided.length === 0)
            throw new RequestRefused(409, 'Nothing of this call is left to erase.', { name: 'nothing-to-erase' });
        const isDone = await Promise.all(decided.map(finishDeletion));
        const unfinished = isDone.filter((done) => !done).length;
        if (unfinished > 0)
            throw new RequestRefused(
                503,
                `Nobody can hear the recording any more, but ${unfinished} of ${decided.length} could not be deleted yet. The bridge tries again within the hour; its log says why.`,
                { name: 'erasure-unfinished' }
            );
        return { erased: decided.length, bytes: decided.reduce((sum, { bytes }) => sum + bytes, 0) };
    };
}

const onHold = (): RequestRefused =>
    new RequestRefused(409, 'The call is under a legal hold. Release the hold first, if you may.', {
        name: 'on-hold'
    });

const protocolUnknown = (): RequestRefused =>
    new RequestRefused(404, 'No call has this protocol.', { name: 'protocol-unknown' });
