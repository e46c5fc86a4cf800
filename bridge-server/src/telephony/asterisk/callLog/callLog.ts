import type { Instant } from '../../../contract/instant.ts';
import type { CelRecord } from './celRecord.ts';

/** The PBX's own durable log of its channels (CEL: channel event logging). */
export interface CallLog {
    /**
     * What was logged at or after the instant, in the order of time but for some milliseconds. Read piece by piece,
     * however long the log is. Throws when it cannot be read.
     */
    since(instant: Instant): AsyncIterable<CelRecord>;
}
